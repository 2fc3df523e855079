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

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import io.github.wechatpay4j.WechatPayException;
import io.github.wechatpay4j.api.payments.NativePayments;
import io.github.wechatpay4j.api.transfers.Transfers;
import io.github.wechatpay4j.autoconfigure.TestProperties;
import io.github.wechatpay4j.client.WechatPayClient;
import io.github.wechatpay4j.merchant.MerchantRegistry;
import io.github.wechatpay4j.testing.RecordedObservations;
import io.github.wechatpay4j.testing.TestKeys;
import io.github.wechatpay4j.testing.TestMerchants;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationRegistryCustomizer;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * An application that shows all it can: every logger at TRACE, every actuator value.
 */
@ExtendWith(OutputCaptureExtension.class)
class SecretsStayHiddenIntegrationTests {

	private static final String PAYEE = "\u5f20\u4e09\u7684\u5bc6\u540d";

	private static final String KEY_BODY = Base64.getEncoder()
		.encodeToString(TestKeys.MERCHANT.getPrivate().getEncoded());

	/** A part of the key from its middle, in case only its head were cut off. */
	private static final String KEY_PART = KEY_BODY.substring(400, 460);

	private static final String PROXY_PASSWORD = "proxy-secret-of-the-tests";

	private static final String STORE_PASSWORD = "store-secret-of-the-tests";

	private static final List<String> SECRETS = List.of(KEY_PART, TestMerchants.API_V3_KEY, PAYEE, PROXY_PASSWORD,
			STORE_PASSWORD);

	@Test
	void hidesSecretsInLogsExceptionsAndActuatorEndpoints(CapturedOutput output) throws Exception {
		Logger root = ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(Logger.ROOT_LOGGER_NAME);
		Level before = root.getLevel();
		try (ConfigurableApplicationContext context = start()) {
			root.setLevel(Level.TRACE);
			exercise(context);
			String env = get(context, "/actuator/env");
			assertThat(env).contains("wechatpay.mchid").contains(TestMerchants.MCHID).contains("SHOP_KEY");
			assertThat(env).contains("wechatpay.http.proxy.password")
				.contains("spring.ssl.bundle.pem.other.keystore.private-key");
			String configprops = get(context, "/actuator/configprops");
			assertThat(configprops).contains("privateKey").contains(TestMerchants.MCHID).contains("second");
			assertHidden(env + configprops + get(context, "/actuator/env/SHOP_KEY")
					+ get(context, "/actuator/env/wechatpay.api-v3-key"));
			String wechatpay = get(context, "/actuator/wechatpay");
			assertThat(wechatpay).contains("second").contains("platformKeys");
			String diagnosis = post(context, "/actuator/wechatpay/default");
			assertThat(diagnosis).contains("network");
			String metrics = get(context, "/actuator/prometheus");
			assertThat(metrics).contains("wechatpay_call_").contains("Transfers.create");
			String health = get(context, "/actuator/health");
			assertThat(health).contains("cryptoProviders");
			assertHidden(wechatpay + diagnosis + metrics + health + get(context, "/actuator/info"));
			assertThat(wechatpay + diagnosis + metrics + health).doesNotContain(TestMerchants.MCHID);
			List<Observation.Context> observed = context.getBean(RecordedObservations.class).all();
			assertThat(observed).extracting(Observation.Context::getName)
				.contains("wechatpay.call", "wechatpay.attempt");
			observed.forEach((each) -> assertHidden(each.getAllKeyValues() + " " + each.getContextualName() + " "
					+ ((each.getError() != null) ? text(each.getError()) : "")));
		}
		finally {
			root.setLevel(before);
		}
		assertThat(output).contains("TRACE").contains("/v3/pay/transactions/native");
		assertHidden(output.toString());
	}

	private static ConfigurableApplicationContext start() {
		SpringApplication application = new SpringApplication(ShowingApplication.class);
		application.setWebApplicationType(WebApplicationType.SERVLET);
		// Without response to the network: the platform's address refuses connections
		String[] properties = Stream
			.of(Stream.of(TestProperties.complete("server.port=0", "server.address=127.0.0.1",
					"wechatpay.base-url=http://127.0.0.1:1",
					"management.endpoints.web.exposure.include=env,configprops,wechatpay,prometheus,health,info",
					"management.endpoint.health.show-details=always", "management.health.redis.enabled=false",
					"wechatpay.http.proxy.host=127.0.0.1", "wechatpay.http.proxy.port=1",
					"wechatpay.http.proxy.username=proxy", "wechatpay.http.proxy.password=" + PROXY_PASSWORD,
					"spring.ssl.bundle.pem.other.keystore.certificate=classpath:keys/merchant-certificate.pem",
					"spring.ssl.bundle.pem.other.keystore.private-key-password=" + STORE_PASSWORD,
					"spring.ssl.bundle.pem.other.keystore.private-key=-----BEGIN PRIVATE KEY-----\n" + KEY_BODY
							+ "\n-----END PRIVATE KEY-----",
					"management.endpoint.env.show-values=always", "management.endpoint.configprops.show-values=always",
					"SHOP_KEY=" + TestMerchants.API_V3_KEY, "wechatpay.notify-url=https://shop.example/news",
					"wechatpay.api-v3-key=${SHOP_KEY}", "SHOP_PEM=" + TestProperties.PRIVATE_KEY,
					"SHOP_KEY_BODY=" + KEY_BODY)),
					TestProperties.merchant("wechatpay.merchants.second", "1900000002")
						.stream()
						// WeChat Pay puts the merchant's number into the id
						.map((property) -> property.replace(TestMerchants.MCHID, "1900000002")))
			.flatMap((each) -> each)
			.map((property) -> "--" + property)
			.toArray(String[]::new);
		return application.run(properties);
	}

	private static void exercise(ConfigurableApplicationContext context) {
		WechatPayClient wechatPay = context.getBean(WechatPayClient.class);
		MerchantRegistry merchants = context.getBean(MerchantRegistry.class);
		assertHidden(wechatPay + " " + merchants.all() + merchants.primary().credentials()
				+ merchants.primary().credentials().signer() + merchants.primary().credentials().aead()
				+ merchants.primary().trust());
		WechatPayException order = catchThrowableOfType(WechatPayException.class, () -> wechatPay.execute(
				NativePayments.prepay((r) -> r.description("Coffee").outTradeNo("1").amount((a) -> a.total(1800)))));
		assertHidden(text(order));
		WechatPayException transfer = catchThrowableOfType(WechatPayException.class,
				() -> wechatPay.execute(Transfers.create((r) -> r.outBillNo("1")
					.transferSceneId("1000")
					.openid("o1")
					.userName(PAYEE)
					.transferAmount(200_000)
					.transferRemark("Refund")
					.addTransferSceneReportInfo((i) -> i.infoType("a").infoContent("b")))));
		assertHidden(text(transfer));
	}

	private static String text(Throwable failure) {
		assertThat(failure).isNotNull();
		StringWriter text = new StringWriter();
		failure.printStackTrace(new PrintWriter(text));
		return text.toString();
	}

	private static void assertHidden(String text) {
		SECRETS.forEach((secret) -> assertThat(text.contains(secret)).as("'%s...' is hidden", secret.substring(0, 2))
			.isFalse());
	}

	private static String get(ConfigurableApplicationContext context, String path)
			throws IOException, InterruptedException {
		return request(context, "GET", path);
	}

	private static String post(ConfigurableApplicationContext context, String path)
			throws IOException, InterruptedException {
		return request(context, "POST", path);
	}

	private static String request(ConfigurableApplicationContext context, String method, String path)
			throws IOException, InterruptedException {
		String port = context.getEnvironment().getRequiredProperty("local.server.port");
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
			.method(method, BodyPublishers.noBody())
			.build();
		return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class ShowingApplication {

		@Bean
		SecurityFilterChain openForEverybody(HttpSecurity http) {
			return http.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
				.csrf((csrf) -> csrf.disable())
				.build();
		}

		@Bean
		RecordedObservations recordedObservations() {
			return new RecordedObservations();
		}

		@Bean
		ObservationRegistryCustomizer<ObservationRegistry> recording(RecordedObservations recorded) {
			return (registry) -> registry.observationConfig().observationHandler(recorded);
		}

	}

}
