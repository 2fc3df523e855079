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

package io.github.wechatpay4j.actuate;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import io.github.wechatpay4j.api.payments.TransactionNotification;
import io.github.wechatpay4j.autoconfigure.TestProperties;
import io.github.wechatpay4j.notification.Notification;
import io.github.wechatpay4j.notification.WechatPayDeadLetter;
import io.github.wechatpay4j.notification.WechatPayListener;
import io.github.wechatpay4j.testing.Delivery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class DeadLetterEndpointIntegrationTests {

	private final HttpClient http = HttpClient.newHttpClient();

	private String origin;

	@BeforeEach
	void forget() {
		Shop.BROKEN.set(true);
		Shop.PAID.clear();
		Shop.ALARMS.clear();
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void showsReplaysAndDropsWhatCouldNotBeHandled(WebApplicationType type) throws Exception {
		try (ConfigurableApplicationContext context = start(type)) {
			this.origin = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
			for (String number : List.of("order-one", "order-two")) {
				assertThat(pay(number)).isEqualTo(204);
			}
			await().untilAsserted(() -> assertThat(read().path("deadLetters")).hasSize(2));
			assertThat(read().toString()).contains("TRANSACTION.SUCCESS", "HANDLER_FAILED")
				.doesNotContain("openid", "order-one", "order-two", "ciphertext", "as told");
			assertThat(read().path("inbox").path("deadLetters").asInt()).isEqualTo(2);
			await().untilAsserted(() -> assertThat(Shop.ALARMS).hasSize(2));
			Shop.BROKEN.set(false);
			long dropped = read().path("deadLetters").get(0).path("id").asLong();
			long replayed = read().path("deadLetters").get(1).path("id").asLong();
			assertThat(call("DELETE", "/" + dropped)).isEqualTo(204);
			assertThat(call("POST", "/" + replayed)).isEqualTo(204);
			assertThat(call("POST", "/4711")).isEqualTo(404);
			assertThat(call("DELETE", "/4711")).isEqualTo(404);
			await().untilAsserted(() -> assertThat(Shop.PAID).hasSize(1));
			assertThat(read().path("deadLetters")).isEmpty();
		}
	}

	private ConfigurableApplicationContext start(WebApplicationType type) {
		SpringApplication application = new SpringApplication(Shop.class);
		application.setWebApplicationType(type);
		return application.run(Stream
			.of(TestProperties.complete("server.port=0", "server.address=127.0.0.1",
					"wechatpay.notification.store=jdbc", "wechatpay.notification.inbox.max-attempts=2",
					"wechatpay.notification.inbox.initial-backoff=10ms",
					"management.endpoints.web.exposure.include=wechatpaydeadletters",
					"management.endpoint.wechatpaydeadletters.access=unrestricted",
					"spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID()))
			.map((property) -> "--" + property)
			.toArray(String[]::new));
	}

	private int pay(String outTradeNo) throws Exception {
		Delivery paid = Delivery
			.of("EV-" + UUID.randomUUID(), "TRANSACTION.SUCCESS", "transaction",
					Delivery.PAID.replace("1217752501201407033233368018", outTradeNo))
			.signedAt(Instant.now());
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.origin + "/wechatpay/notifications"))
			.POST(BodyPublishers.ofByteArray(paid.body()));
		paid.headers().forEach(request::header);
		return this.http.send(request.build(), BodyHandlers.ofString()).statusCode();
	}

	private JsonNode read() throws Exception {
		HttpResponse<String> answer = this.http.send(
				HttpRequest.newBuilder(URI.create(this.origin + "/actuator/wechatpaydeadletters")).build(),
				BodyHandlers.ofString());
		assertThat(answer.statusCode()).isEqualTo(200);
		return JsonMapper.shared().readTree(answer.body());
	}

	private int call(String method, String path) throws Exception {
		return this.http
			.send(HttpRequest.newBuilder(URI.create(this.origin + "/actuator/wechatpaydeadletters" + path))
				.method(method, BodyPublishers.noBody())
				.build(), BodyHandlers.discarding())
			.statusCode();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration(excludeName = {
			"org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
			"org.springframework.boot.security.autoconfigure.web.reactive.ReactiveWebSecurityAutoConfiguration",
			"org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration",
			"org.springframework.boot.security.autoconfigure.actuate.web.reactive.ReactiveManagementWebSecurityAutoConfiguration" })
	static class Shop {

		static final AtomicBoolean BROKEN = new AtomicBoolean();

		static final List<String> PAID = new CopyOnWriteArrayList<>();

		static final List<String> ALARMS = new CopyOnWriteArrayList<>();

		@WechatPayListener
		void paid(TransactionNotification paid) {
			if (BROKEN.get()) {
				throw new IllegalStateException("as told");
			}
			PAID.add(paid.outTradeNo());
		}

		@WechatPayDeadLetter(events = "*")
		void parked(Notification<JsonNode> notification) {
			ALARMS.add(notification.id());
		}

	}

}
