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

package io.github.wechatpay4j.autoconfigure;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import io.github.wechatpay4j.client.RetryPolicy;
import io.github.wechatpay4j.exchange.Exchange;
import io.github.wechatpay4j.exchange.HostState;
import io.github.wechatpay4j.exchange.ProxySettings;
import io.github.wechatpay4j.exchange.TransportSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is written below {@code wechatpay.http} and {@code wechatpay.retry} arrives where
 * it counts, or is refused.
 */
class CallPropertiesTests {

	private final ApplicationContextRunner contexts = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class, WechatPayAutoConfiguration.class))
		.withPropertyValues(TestProperties.complete());

	@Test
	void passesOnHowConnectionsAreMade() {
		this.contexts
			.withPropertyValues("wechatpay.http.connect-timeout=1s", "wechatpay.http.response-timeout=2s",
					"wechatpay.http.total-timeout=5s", "wechatpay.http.acquire-timeout=4s",
					"wechatpay.http.max-idle-time=7s", "wechatpay.http.max-connections=8",
					"wechatpay.http.max-pending=9", "wechatpay.http.http2=true", "wechatpay.http.ssl-bundle=mutual",
					"wechatpay.http.proxy.type=socks5", "wechatpay.http.proxy.host=proxy.example",
					"wechatpay.http.proxy.port=1080", "wechatpay.http.proxy.username=me",
					"wechatpay.http.proxy.password=secret", "wechatpay.http.proxy.non-proxy-hosts=*.internal,localhost",
					"spring.ssl.bundle.pem.mutual.truststore.certificate=classpath:keys/platform1-certificate.pem",
					"spring.ssl.bundle.pem.mutual.options.enabled-protocols=TLSv1.3")
			.run((context) -> {
				TransportSettings settings = settings(context);
				assertThat(settings.connectTimeout()).isEqualTo(Duration.ofSeconds(1));
				assertThat(settings.responseTimeout()).isEqualTo(Duration.ofSeconds(2));
				assertThat(settings.totalTimeout()).isEqualTo(Duration.ofSeconds(5));
				assertThat(settings.acquireTimeout()).isEqualTo(Duration.ofSeconds(4));
				assertThat(settings.maxIdleTime()).isEqualTo(Duration.ofSeconds(7));
				assertThat(settings.maxConnections()).isEqualTo(8);
				assertThat(settings.maxPending()).isEqualTo(9);
				assertThat(settings.http2()).isTrue();
				assertThat(settings.proxy()).isEqualTo(new ProxySettings(ProxySettings.Type.SOCKS5, "proxy.example",
						1080, "me", "secret", List.of("*.internal", "localhost")));
				assertThat(settings.tls().protocols()).containsExactly("TLSv1.3");
				assertThat(settings.tls().trust()).isNotNull();
			});
	}

	@Test
	void keepsTheLibrarysDefaults() {
		this.contexts.run((context) -> assertThat(settings(context)).usingRecursiveComparison()
			.isEqualTo(TransportSettings.defaults()));
		this.contexts
			.run((context) -> assertThat(context.getBean(RetryPolicy.class)).isEqualTo(RetryPolicy.defaults()));
	}

	@Test
	void passesOnWhenCallsAreTriedAgain() {
		this.contexts
			.withPropertyValues("wechatpay.retry.max-attempts=5", "wechatpay.retry.initial-backoff=0s",
					"wechatpay.retry.rate-limit-backoff=2s", "wechatpay.retry.multiplier=3",
					"wechatpay.retry.max-backoff=9s", "wechatpay.retry.jitter=0")
			.run((context) -> assertThat(context.getBean(RetryPolicy.class))
				.isEqualTo(new RetryPolicy(5, Duration.ZERO, Duration.ofSeconds(2), 3, Duration.ofSeconds(9), 0)));
		this.contexts.withPropertyValues("wechatpay.retry.enabled=false")
			.run((context) -> assertThat(context.getBean(RetryPolicy.class)).isEqualTo(RetryPolicy.none()));
	}

	@Test
	void hasTheOfficialBackupBesideTheOfficialHostOnly() {
		this.contexts
			.run((context) -> assertThat(hosts(context)).containsExactly(URI.create("https://api.mch.weixin.qq.com"),
					URI.create("https://api2.mch.weixin.qq.com")));
		this.contexts.withPropertyValues("wechatpay.base-url=https://gateway.example")
			.run((context) -> assertThat(hosts(context)).containsExactly(URI.create("https://gateway.example")));
		this.contexts.withPropertyValues("wechatpay.backup-urls=https://one.example,https://two.example")
			.run((context) -> assertThat(hosts(context)).containsExactly(URI.create("https://api.mch.weixin.qq.com"),
					URI.create("https://one.example"), URI.create("https://two.example")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "http.connect-timeout=0s", "http.response-timeout=-1s", "http.total-timeout=0s",
			"http.acquire-timeout=0s", "http.max-idle-time=0s", "http.max-connections=0", "http.max-pending=-1",
			"http.ssl-bundle=nothing", "http.proxy.port=0", "http.proxy.password=${NOT_SET}",
			"http.proxy.username=${NOT_SET}", "retry.max-attempts=0", "retry.initial-backoff=-1s",
			"retry.rate-limit-backoff=-1s", "retry.multiplier=0.5", "retry.multiplier=NaN", "retry.max-backoff=-1s",
			"retry.jitter=1.5", "backup-urls=gateway.example" })
	void refusesValuesThatCannotBeMeant(String mistake) {
		String property = "wechatpay." + mistake.substring(0, mistake.indexOf('='));
		this.contexts
			.withPropertyValues("wechatpay.http.proxy.host=proxy.example", "wechatpay.http.proxy.username=me",
					"wechatpay." + mistake)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOfSatisfying(InvalidWechatPayPropertyException.class, (ex) -> {
					assertThat(ex.property()).isEqualTo(property);
					assertThat(ex.remedy()).isNotBlank();
				}));
	}

	private static TransportSettings settings(ApplicationContext context) {
		return new TransportSettingsFactory(new SslBundleReader(context.getBean(SslBundles.class)))
			.create(context.getBean(WechatPayProperties.class).getHttp());
	}

	private static List<URI> hosts(ApplicationContext context) {
		return context.getBean(Exchange.class).hosts().stream().map(HostState::url).toList();
	}

}
