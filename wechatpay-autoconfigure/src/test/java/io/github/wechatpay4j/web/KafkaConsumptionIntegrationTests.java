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

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import io.github.wechatpay4j.autoconfigure.TestProperties;
import io.github.wechatpay4j.broker.BrokerHealth;
import io.github.wechatpay4j.broker.NotificationMessages;
import io.github.wechatpay4j.broker.StoredMessage;
import io.github.wechatpay4j.health.HealthFinding;
import io.github.wechatpay4j.kafka.EmbeddedKafka;
import io.github.wechatpay4j.kafka.KafkaNotificationWorker;
import io.github.wechatpay4j.notification.NotificationOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What nodes without an endpoint do with what is in the topic.
 */
class KafkaConsumptionIntegrationTests {

	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private EmbeddedKafka kafka;

	@BeforeEach
	void start() {
		this.kafka = EmbeddedKafka.strict();
		this.kafka.createTopic(EmbeddedKafka.TOPIC);
	}

	@AfterEach
	void stop() {
		this.kafka.close();
	}

	@Test
	void goesOnWithoutTheTopicsOfRetriesAndDeadLettersAndSaysWhatIsMissing() throws Exception {
		try (ConfigurableApplicationContext node = node()) {
			StoringApplication.Handlers handlers = node.getBean(StoringApplication.Handlers.class);
			String failing = UUID.randomUUID().toString();
			handlers.failing().add(failing);
			publish(failing);
			for (int i = 0; i < 20; i++) {
				publish(UUID.randomUUID().toString());
			}
			await().atMost(PATIENCE).untilAsserted(() -> assertThat(handlers.handled()).hasSize(20));
			await().atMost(PATIENCE).untilAsserted(() -> assertThat(handlers.attempts()).hasSize(23));
			await().atMost(PATIENCE)
				.untilAsserted(() -> assertThat(findings(node))
					.anyMatch((each) -> each.contains("'" + EmbeddedKafka.RETRIES + "' does not exist"))
					.anyMatch((each) -> each.contains("'" + EmbeddedKafka.DEAD_LETTERS + "' does not exist")));
			assertThat(handlers.parked()).isEmpty();
			this.kafka.createTopic(EmbeddedKafka.RETRIES);
			this.kafka.createTopic(EmbeddedKafka.DEAD_LETTERS);
			await().atMost(PATIENCE).untilAsserted(() -> assertThat(handlers.parked()).containsExactly(failing));
			await().atMost(PATIENCE).untilAsserted(() -> assertThat(findings(node)).isEmpty());
			assertThat(this.kafka.deadLetters()).hasSize(1);
			assertThat(handlers.attempts()).filteredOn(failing::equals).hasSize(3);
		}
	}

	@Test
	void takesNothingWithoutHandlers() throws Exception {
		this.kafka.createTopic(EmbeddedKafka.RETRIES);
		this.kafka.createTopic(EmbeddedKafka.DEAD_LETTERS);
		try (ConfigurableApplicationContext without = node(BrokerNode.WithoutHandlers.class)) {
			assertThat(without.getBean(KafkaNotificationWorker.class).isRunning()).isFalse();
			publish(UUID.randomUUID().toString());
			try (ConfigurableApplicationContext node = node()) {
				StoringApplication.Handlers handlers = node.getBean(StoringApplication.Handlers.class);
				await().atMost(PATIENCE).untilAsserted(() -> assertThat(handlers.handled()).hasSize(1));
			}
		}
	}

	private static List<String> findings(ConfigurableApplicationContext node) {
		return node.getBean(BrokerHealth.class).findings().stream().map(HealthFinding::message).toList();
	}

	@Test
	void beginsWhereItStopped() throws Exception {
		this.kafka.createTopic(EmbeddedKafka.RETRIES);
		this.kafka.createTopic(EmbeddedKafka.DEAD_LETTERS);
		String failing = UUID.randomUUID().toString();
		try (ConfigurableApplicationContext node = node()) {
			StoringApplication.Handlers handlers = node.getBean(StoringApplication.Handlers.class);
			handlers.failing().add(failing);
			publish(failing);
			for (int i = 0; i < 10; i++) {
				publish(UUID.randomUUID().toString());
			}
			await().atMost(PATIENCE).untilAsserted(() -> assertThat(handlers.parked()).containsExactly(failing));
			await().atMost(PATIENCE).untilAsserted(() -> assertThat(handlers.handled()).hasSize(10));
		}
		// The claims were in the memory of the first node
		List<String> later = Stream.generate(() -> UUID.randomUUID().toString()).limit(10).toList();
		for (String order : later) {
			publish(order);
		}
		try (ConfigurableApplicationContext node = node()) {
			StoringApplication.Handlers handlers = node.getBean(StoringApplication.Handlers.class);
			await().atMost(PATIENCE)
				.untilAsserted(() -> assertThat(handlers.handled()).containsExactlyInAnyOrderElementsOf(later));
			assertThat(node.getBean(StoringApplication.Outcomes.class).all()).containsOnly(NotificationOutcome.HANDLED);
		}
	}

	@Test
	void sharesTheWorkAndHandlesTheRestOfANodeThatStops() throws Exception {
		this.kafka.createTopic(EmbeddedKafka.RETRIES);
		this.kafka.createTopic(EmbeddedKafka.DEAD_LETTERS);
		try (ConfigurableApplicationContext first = node()) {
			StoringApplication.Handlers left = first.getBean(StoringApplication.Handlers.class);
			String taken;
			try (ConfigurableApplicationContext second = node("wechatpay.notification.retry.initial-backoff=2s",
					"wechatpay.notification.retry.max-backoff=2s")) {
				StoringApplication.Handlers stopping = second.getBean(StoringApplication.Handlers.class);
				await().atMost(PATIENCE).until(() -> {
					String order = UUID.randomUUID().toString();
					stopping.failing().add(order);
					publish(order);
					return !stopping.attempts().isEmpty();
				});
				taken = stopping.attempts().get(0);
				assertThat(left.handled()).doesNotContain(taken);
			}
			await().atMost(PATIENCE).untilAsserted(() -> assertThat(left.handled()).containsOnlyOnce(taken));
		}
	}

	private void publish(String order) throws Exception {
		SignedNotification notification = SignedNotification.paid(order);
		Map<String, String> headers = new LinkedHashMap<>(notification.headers());
		headers.put(NotificationMessages.MERCHANT, "default");
		this.kafka.publish(new StoredMessage(order, headers, notification.body()));
	}

	private ConfigurableApplicationContext node(String... more) {
		return node(StoringApplication.class, more);
	}

	private ConfigurableApplicationContext node(Class<?> type, String... more) {
		SpringApplication application = new SpringApplication(type);
		application.setWebApplicationType(WebApplicationType.NONE);
		List<String> properties = new ArrayList<>(List.of("wechatpay.notification.mode=kafka",
				"wechatpay.notification.retry.max-attempts=3", "wechatpay.notification.retry.initial-backoff=100ms",
				"wechatpay.notification.retry.max-backoff=200ms",
				"spring.kafka.bootstrap-servers=" + this.kafka.address(), "logging.level.org.apache.kafka=error",
				"logging.level.kafka=off", "logging.level.state.change.logger=off"));
		properties.addAll(List.of(more));
		return application.run(Stream.of(TestProperties.complete(properties.toArray(String[]::new)))
			.map((property) -> "--" + property)
			.toArray(String[]::new));
	}

}
