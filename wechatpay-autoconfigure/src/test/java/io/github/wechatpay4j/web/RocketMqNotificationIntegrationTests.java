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
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;

import io.github.wechatpay4j.autoconfigure.TestProperties;
import io.github.wechatpay4j.notification.NotificationOutcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Notifications in a RocketMQ that runs already: with a topic of type NORMAL and a
 * consumer group of two retries, both called {@code wechatpay-notifications}.
 */
@EnabledIfEnvironmentVariable(named = RocketMqNotificationIntegrationTests.ENDPOINTS, matches = ".+",
		disabledReason = "it names no RocketMQ to test with")
class RocketMqNotificationIntegrationTests {

	static final String ENDPOINTS = "WECHATPAY_TEST_ROCKETMQ_ENDPOINTS";

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private static final HttpClient http = HttpClient.newHttpClient();

	private static ConfigurableApplicationContext context;

	private static StoringApplication.Handlers handlers;

	@BeforeAll
	static void start() {
		context = application(System.getenv(ENDPOINTS));
		handlers = context.getBean(StoringApplication.Handlers.class);
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	@Test
	void handlesWhatIsStoredOnce() throws Exception {
		String order = order();
		await().atMost(PATIENCE).until(() -> send(context, order) == 204);
		await().atMost(PATIENCE).untilAsserted(() -> assertThat(handlers.handled()).contains(order));
		long before = duplicates();
		assertThat(send(context, order)).isEqualTo(204);
		await().atMost(PATIENCE).until(() -> duplicates() > before);
		assertThat(handlers.handled()).containsOnlyOnce(order);
	}

	@Test
	void tellsOfADeadLetterAfterTheLastAttempt() throws Exception {
		String order = order();
		handlers.failing().add(order);
		await().atMost(PATIENCE).until(() -> send(context, order) == 204);
		await().atMost(PATIENCE).untilAsserted(() -> assertThat(handlers.parked()).containsOnlyOnce(order));
		assertThat(handlers.attempts()).filteredOn(order::equals).hasSizeGreaterThanOrEqualTo(3);
	}

	@Test
	void triesAgainWhatFailed() throws Exception {
		String order = order();
		handlers.failing().add(order);
		await().atMost(PATIENCE).until(() -> send(context, order) == 204);
		await().atMost(PATIENCE).until(() -> handlers.attempts().contains(order));
		handlers.failing().remove(order);
		await().atMost(PATIENCE).untilAsserted(() -> assertThat(handlers.handled()).containsOnlyOnce(order));
	}

	private static long duplicates() {
		return context.getBean(StoringApplication.Outcomes.class)
			.all()
			.stream()
			.filter(NotificationOutcome.DUPLICATE::equals)
			.count();
	}

	static String order() {
		return UUID.randomUUID().toString().replace("-", "");
	}

	static int send(ConfigurableApplicationContext to, String order) throws Exception {
		URI address = URI.create("http://127.0.0.1:" + to.getEnvironment().getProperty("local.server.port")
				+ "/wechatpay/notifications");
		return http.send(SignedNotification.paid(order).to(address), BodyHandlers.ofString()).statusCode();
	}

	static ConfigurableApplicationContext application(String endpoints) {
		SpringApplication application = new SpringApplication(StoringApplication.class);
		application.setWebApplicationType(WebApplicationType.SERVLET);
		return application.run(Stream
			.of(TestProperties.complete("server.port=0", "server.address=127.0.0.1",
					"wechatpay.notification.mode=rocketmq", "wechatpay.notification.rocketmq.endpoints=" + endpoints,
					"wechatpay.notification.rocketmq.ssl=false", "wechatpay.notification.rocketmq.max-attempts=3"))
			.map((property) -> "--" + property)
			.toArray(String[]::new));
	}

}
