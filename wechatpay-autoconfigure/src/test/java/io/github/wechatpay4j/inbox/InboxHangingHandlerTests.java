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

package io.github.wechatpay4j.inbox;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import io.github.wechatpay4j.api.payments.TransactionNotification;
import io.github.wechatpay4j.health.HealthFinding;
import io.github.wechatpay4j.jdbc.TestDatabase;
import io.github.wechatpay4j.notification.Notification;
import io.github.wechatpay4j.notification.NotificationSubscription;
import io.github.wechatpay4j.testing.Delivery;
import io.github.wechatpay4j.testing.LogCapture;
import io.github.wechatpay4j.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class InboxHangingHandlerTests {

	/** What an {@link InboxNode} handles at a time. */
	private static final int CONCURRENCY = 4;

	private static final Duration LEASE = Duration.ofSeconds(1);

	/** On a busy machine. */
	private static final Duration PATIENCE = Duration.ofMinutes(1);

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	private final TestClock clock = new TestClock();

	private final Set<String> handled = ConcurrentHashMap.newKeySet();

	private final AtomicInteger hanging = new AtomicInteger();

	private final AtomicBoolean released = new AtomicBoolean();

	private InboxNode node;

	@BeforeEach
	void prepare() {
		database.clear();
		this.node = new InboxNode(database.dataSource(), this.clock, LEASE, List
			.of(new NotificationSubscription<>(TransactionNotification.class, List.of(), this::handle, "handler")),
				(letter) -> {
				});
		this.node.start();
	}

	@AfterEach
	void end() {
		this.released.set(true);
		this.node.close();
	}

	private void handle(Notification<TransactionNotification> paid) throws InterruptedException {
		String number = paid.payload().outTradeNo();
		if (number.startsWith("interruptible") && !this.released.get()) {
			this.hanging.incrementAndGet();
			new CountDownLatch(1).await();
		}
		if (number.startsWith("hanging") && !this.released.get()) {
			this.hanging.incrementAndGet();
			while (!this.released.get()) {
				LockSupport.parkNanos(1_000_000);
			}
		}
		this.handled.add(number);
	}

	private void receive(String prefix, int count) {
		for (int i = 0; i < count; i++) {
			this.node.receive(Delivery
				.of("EV-" + prefix + i, "TRANSACTION.SUCCESS", "transaction",
						Delivery.PAID.replace("1217752501201407033233368018", prefix + i))
				.signedAt(this.clock.instant()));
		}
	}

	private int attempts(int at) {
		return database.jdbc()
			.queryForObject("SELECT COUNT(*) FROM wechatpay_inbox WHERE state = 'PENDING' AND token IS NULL"
					+ " AND attempts = ?", Integer.class, at);
	}

	@Test
	void goesOnBesideHandlersThatIgnoreEverything() {
		try (LogCapture log = new LogCapture()) {
			receive("hanging", CONCURRENCY);
			await().atMost(PATIENCE).until(() -> this.hanging.get() == CONCURRENCY);
			receive("good", 20);
			await().atMost(PATIENCE).untilAsserted(() -> assertThat(this.handled).hasSize(20));
			assertThat(log.text()).contains("is not done within wechatpay.notification.lease",
					"goes on although its lease is over", "Attempt 1 of 3 to handle notification");
		}
		await().atMost(PATIENCE)
			.untilAsserted(() -> assertThat(attempts(1)).as("each counted once").isEqualTo(CONCURRENCY));
		assertThat(new InboxWorkerHealth(this.node.worker()).findings()).singleElement()
			.returns(false, HealthFinding::down)
			.satisfies((finding) -> assertThat(finding.message())
				.startsWith("4 handlers ignore that their lease is over"));
	}

	@Test
	void neverTakesAgainWhatItIsAt() {
		receive("hanging", 1);
		await().atMost(PATIENCE).untilAsserted(() -> assertThat(attempts(1)).isOne());
		database.age(Duration.ofHours(3));
		receive("good", 3);
		await().atMost(PATIENCE).untilAsserted(() -> assertThat(this.handled).hasSize(3));
		assertThat(this.hanging).as("due again, but not here").hasValue(1);
		this.released.set(true);
		await().atMost(PATIENCE).untilAsserted(() -> assertThat(this.node.inbox().statistics().pending()).isZero());
	}

	@Test
	void saysThatNothingMovesAnyMore() {
		receive("hanging", CONCURRENCY);
		await().atMost(PATIENCE).until(() -> this.hanging.get() == CONCURRENCY);
		receive("hangingtoo", CONCURRENCY);
		InboxWorkerHealth health = new InboxWorkerHealth(this.node.worker());
		await().atMost(PATIENCE)
			.untilAsserted(() -> assertThat(health.findings()).singleElement()
				.returns(true, HealthFinding::down)
				.satisfies((finding) -> assertThat(finding.message())
					.contains("nothing is taken out of the inbox here any more")));
		receive("good", 3);
		assertThat(this.hanging).as("no more threads than twice the places").hasValue(2 * CONCURRENCY);
		this.released.set(true);
		await().atMost(PATIENCE).untilAsserted(() -> assertThat(this.handled).contains("good0", "good1", "good2"));
		database.age(Duration.ofHours(3));
		await().atMost(PATIENCE).untilAsserted(() -> assertThat(this.node.inbox().statistics().pending()).isZero());
		assertThat(health.findings()).isEmpty();
	}

	@Test
	void countsALeaseThatRanOutAsAnAttempt() {
		receive("interruptible", 1);
		for (int attempt = 1; attempt < 3; attempt++) {
			int expected = attempt;
			await().atMost(PATIENCE).untilAsserted(() -> assertThat(attempts(expected)).isOne());
			database.age(Duration.ofHours(3));
		}
		await().atMost(PATIENCE)
			.untilAsserted(() -> assertThat(this.node.inbox().deadLetters(10)).singleElement()
				.satisfies((letter) -> assertThat(letter.lastFailure()).startsWith("LEASE_EXPIRED")));
		assertThat(this.hanging).hasValue(3);
	}

	@Test
	void waitsForHandlersOnlyAsLongAsTheContextDoes() {
		receive("hanging", 1);
		await().atMost(PATIENCE).until(() -> this.hanging.get() == 1);
		AtomicBoolean ended = new AtomicBoolean();
		this.node.worker().stop(() -> ended.set(true));
		assertThat(this.node.worker().isRunning()).as("returns at once").isFalse();
		await().atMost(PATIENCE).untilTrue(ended);
		try (LogCapture log = new LogCapture()) {
			this.node.worker().destroy();
			assertThat(log.text()).contains("are interrupted; other nodes take over");
		}
	}

}
