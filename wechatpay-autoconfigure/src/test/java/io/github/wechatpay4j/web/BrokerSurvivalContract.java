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
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import io.github.wechatpay4j.broker.NotificationMessages;
import io.github.wechatpay4j.broker.StoredMessage;
import io.github.wechatpay4j.broker.TestBroker;
import io.github.wechatpay4j.health.HealthFinding;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Everything at once: an event that fails, one that hangs, one that hangs and ignores
 * being interrupted, a node without one of the handlers, a node with a wrong key,
 * settings of the application that suit something else, and connections that are closed
 * every now and then.
 * {@code -Dwechatpay.test.broker.seconds=300 -Dwechatpay.test.broker.rate=20} makes it
 * long.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BrokerSurvivalContract {

	private static final int SECONDS = Integer.getInteger("wechatpay.test.broker.seconds", 25);

	private static final int RATE = Integer.getInteger("wechatpay.test.broker.rate", 20);

	private static final Duration LEASE = Duration.ofSeconds(10);

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private static final List<String> BAD = List.of("fail", "hang", "stuck");

	private final List<String> closings = new ArrayList<>();

	private TestBroker broker;

	abstract TestBroker startBroker() throws Exception;

	/** Closes the connections of all nodes, from the broker's side. */
	abstract void closeConnections() throws Exception;

	/** What suits an application that does something else with its broker. */
	abstract List<String> settingsOfTheApplication();

	@BeforeAll
	void start() throws Exception {
		this.broker = startBroker();
	}

	@AfterAll
	void stop() throws Exception {
		if (this.broker != null) {
			this.broker.close();
		}
	}

	@Test
	void handlesEachOfTheOthersOnceAndInTime() throws Exception {
		BrokerRecord events = new BrokerRecord();
		String database = "spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
		try (BrokerNode complete = node(events, BrokerNode.Complete.class, database);
				BrokerNode withoutRefunds = node(events, BrokerNode.WithoutRefunds.class, database);
				BrokerNode wrongKey = node(events, BrokerNode.Complete.class, database,
						"wechatpay.api-v3-key=AnotherApiV3KeyOfTheMerchant3232")) {
			settle(events);
			send(events);
			await().atMost(PATIENCE).untilAsserted(() -> assertThat(events.unfinished()).isEmpty());
			report(events, complete, withoutRefunds, wrongKey);
			List<String> others = others(events);
			assertThat(others).allSatisfy((order) -> assertThat(events.handled(order)).as(order).isEqualTo(1));
			assertThat(others)
				.allSatisfy((order) -> assertThat(events.wait(order)).as(order).isLessThan(LEASE.plusSeconds(10)));
			assertThat(events.parked()).containsExactlyInAnyOrderElementsOf(BAD);
			assertThat(BAD).allSatisfy((order) -> assertThat(events.attempts(order)).as(order).isEqualTo(3));
			assertThat(this.broker.deadLetters()).hasSize(BAD.size());
		}
		finally {
			events.end();
		}
	}

	private void settle(BrokerRecord events) throws Exception {
		for (int i = 0; i < 6; i++) {
			publish(events, "first" + i);
		}
		await().atMost(PATIENCE).untilAsserted(() -> assertThat(events.unfinished()).isEmpty());
	}

	private void send(BrokerRecord events) throws Exception {
		long start = System.nanoTime();
		for (int i = 0; i < SECONDS * RATE; i++) {
			long due = start + i * 1_000_000_000L / RATE;
			Thread.sleep(Math.max(0, (due - System.nanoTime()) / 1_000_000));
			if (i % (RATE * 20) == RATE * 10) {
				closeConnections();
				this.closings.add("after " + i);
			}
			publish(events,
					(i / 5 < BAD.size() && i % 5 == 0) ? BAD.get(i / 5) : ((i % 7 == 0) ? "refund" : "pay") + i);
		}
	}

	private void publish(BrokerRecord events, String order) throws Exception {
		SignedNotification notification = order.startsWith("refund") ? SignedNotification.refunded(order)
				: SignedNotification.paid(order);
		Map<String, String> headers = new LinkedHashMap<>(notification.headers());
		headers.put(NotificationMessages.MERCHANT, "default");
		events.sent(order);
		this.broker.publish(new StoredMessage(order, headers, notification.body()));
	}

	private void report(BrokerRecord events, BrokerNode... nodes) {
		LongSummaryStatistics waits = others(events).stream()
			.collect(Collectors.summarizingLong((order) -> events.wait(order).toMillis()));
		System.out.printf(
				"%s: %d notifications in %d s, connections closed %s; waits of the others: mean %.0f ms,"
						+ " longest %d ms; attempts %s; parked %s%n",
				getClass().getSimpleName(), events.orders().size(), SECONDS, this.closings, waits.getAverage(),
				waits.getMax(), BAD.stream().map((order) -> order + " " + events.attempts(order)).toList(),
				events.parked());
		for (BrokerNode node : nodes) {
			System.out.println("  health: " + node.findings().stream().map(HealthFinding::message).toList());
		}
	}

	private static List<String> others(BrokerRecord events) {
		return events.orders().stream().filter((order) -> !BAD.contains(order)).toList();
	}

	private BrokerNode node(BrokerRecord events, Class<?> application, String... more) {
		List<String> properties = new ArrayList<>(settingsOfTheApplication());
		properties.add("wechatpay.notification.lease=" + LEASE.toSeconds() + "s");
		properties.addAll(List.of(more));
		return BrokerNode.start(this.broker, events, application, properties.toArray(String[]::new));
	}

}
