/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.github.wechatpay4j.web;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import io.github.wechatpay4j.client.WechatPayClient;
import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.merchant.MerchantRegistry;
import io.github.wechatpay4j.testing.TestKeys;
import io.github.wechatpay4j.testing.TestMerchants;
import io.github.wechatpay4j.testing.PlatformSigner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * An application that keeps its merchants in a database: nothing of them is configured,
 * and they come and go while it runs.
 */
class OwnMerchantRegistryIntegrationTests {

	private final HttpClient http = HttpClient.newHttpClient();

	private ConfigurableApplicationContext context;

	private Database database;

	@BeforeEach
	@AfterEach
	void stop() {
		if (this.context != null) {
			this.context.close();
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void servesMerchantsThatComeAndGo(WebApplicationType type) throws Exception {
		start(type);
		assertThat(this.database.listings).as("nothing asks for all merchants at startup").isZero();
		assertThat(deliver("/shop-b", "1900000002", "1")).as("not there yet").isEqualTo(404);
		this.database.rows.put("shop-b", merchant("shop-b", "1900000002"));
		assertThat(deliver("/shop-b", "1900000002", "2")).as("added").isEqualTo(204);
		assertThat(deliver("/shop-b", "1900000001", "3")).as("another merchant's").isNotEqualTo(204);
		assertThat(this.context.getBean(WechatPayClient.class).merchant("shop-b").invocations()).isNotNull();
		this.database.rows.remove("shop-b");
		assertThat(deliver("/shop-b", "1900000002", "4")).as("removed").isEqualTo(404);
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.context.getBean(WechatPayClient.class).merchant("shop-b"));
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void asksForOneMerchantForEachNotification(WebApplicationType type) throws Exception {
		start(type);
		this.database.rows.put(Merchant.DEFAULT_NAME, merchant(Merchant.DEFAULT_NAME, TestMerchants.MCHID));
		this.database.rows.put("shop-b", merchant("shop-b", "1900000002"));
		assertThat(deliver("", TestMerchants.MCHID, "1")).isEqualTo(204);
		assertThat(deliver("/shop-b", "1900000002", "2")).isEqualTo(204);
		assertThat(this.database.listings).isZero();
	}

	private void start(WebApplicationType type) {
		SpringApplication application = new SpringApplication(Application.class);
		application.setWebApplicationType(type);
		this.context = application.run("--server.port=0", "--server.address=127.0.0.1",
				"--wechatpay.notification.answer-within=20s");
		this.database = this.context.getBean(Database.class);
	}

	private int deliver(String path, String mchid, String number) throws Exception {
		URI address = URI.create("http://127.0.0.1:" + this.context.getEnvironment().getProperty("local.server.port")
				+ "/wechatpay/notifications" + path);
		return this.http.send(SignedNotification.paid(number, mchid).to(address), BodyHandlers.discarding())
			.statusCode();
	}

	private static Merchant merchant(String name, String mchid) {
		return Merchant.of(TestMerchants.credentials(mchid, TestKeys.MERCHANT), PlatformSigner.trust())
			.name(name)
			.build();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@Bean
		Database merchants() {
			return new Database();
		}

		@Bean
		RecordingListener listener() {
			return new RecordingListener();
		}

	}

	static final class Database implements MerchantRegistry {

		private final Map<String, Merchant> rows = new ConcurrentHashMap<>();

		private volatile int listings;

		@Override
		public Optional<Merchant> find(String name) {
			return Optional.ofNullable(this.rows.get(name));
		}

		@Override
		public Collection<Merchant> all() {
			this.listings++;
			return this.rows.values();
		}

	}

}
