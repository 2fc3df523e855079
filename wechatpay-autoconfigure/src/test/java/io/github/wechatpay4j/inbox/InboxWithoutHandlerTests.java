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

import io.github.wechatpay4j.NotificationRejectedException.Reason;
import io.github.wechatpay4j.api.payments.TransactionNotification;
import io.github.wechatpay4j.health.HealthFinding;
import io.github.wechatpay4j.jdbc.TestDatabase;
import io.github.wechatpay4j.notification.NotificationSubscription;
import io.github.wechatpay4j.testing.Delivery;
import io.github.wechatpay4j.testing.LogCapture;
import io.github.wechatpay4j.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class InboxWithoutHandlerTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	private final TestClock clock = new TestClock();

	private final Set<String> handled = ConcurrentHashMap.newKeySet();

	private final InboxNode able = node(new NotificationSubscription<>(TransactionNotification.class, List.of(),
			(paid) -> this.handled.add(paid.payload().outTradeNo()), "handler"));

	private final InboxNode unable = node(
			new NotificationSubscription<>(JsonNode.class, List.of("REFUND.*"), (refund) -> {
			}, "other handler"));

	@BeforeEach
	void prepare() {
		database.clear();
	}

	@AfterEach
	void end() {
		this.able.close();
		this.unable.close();
	}

	private InboxNode node(NotificationSubscription<?>... subscriptions) {
		return new InboxNode(database.dataSource(), this.clock, Duration.ofMinutes(1), List.of(subscriptions),
				(letter) -> {
				});
	}

	private void receive(int count) {
		for (int i = 0; i < count; i++) {
			this.able.receive(Delivery.of("EV-" + i, "TRANSACTION.SUCCESS", "transaction",
					Delivery.PAID.replace("1217752501201407033233368018", "n" + i)));
		}
	}

	private int count(String condition) {
		return database.jdbc().queryForObject("SELECT COUNT(*) FROM wechatpay_inbox WHERE " + condition, Integer.class);
	}

	@Test
	void givesBackWhatAnotherNodeHasAHandlerFor() {
		try (LogCapture log = new LogCapture()) {
			this.unable.start();
			receive(60);
			await().atMost(Duration.ofMinutes(1))
				.untilAsserted(() -> assertThat(count("last_failure LIKE 'NO_HANDLER%'")).isEqualTo(60));
			assertThat(count("state = 'PENDING' AND attempts = 0 AND token IS NULL")).as("no attempt is counted")
				.isEqualTo(60);
			assertThat(log.text()).containsOnlyOnce("This node cannot handle notification")
				.contains("write a method for it, or register a handler");
		}
		assertThat(new InboxWorkerHealth(this.unable.worker()).findings()).singleElement()
			.returns(false, HealthFinding::down)
			.satisfies(
					(finding) -> assertThat(finding.message()).contains("60 notifications", Reason.NO_HANDLER.name()));
		this.able.start();
		database.age(SetAside.UNREMEMBERED);
		await().untilAsserted(() -> assertThat(this.handled).hasSize(60));
		await().untilAsserted(() -> assertThat(count("state = 'DONE' AND attempts = 1")).isEqualTo(60));
	}

	@Test
	void givesNothingUpThatOthersCouldHandle() {
		receive(1);
		database.jdbc().update("UPDATE wechatpay_inbox SET attempts = 3");
		this.unable.start();
		await().untilAsserted(() -> assertThat(count("last_failure LIKE 'NO_HANDLER%'")).isOne());
		assertThat(count("state = 'PENDING' AND attempts = 3")).isOne();
		this.unable.close();
		this.able.start();
		database.age(SetAside.UNREMEMBERED);
		await()
			.untilAsserted(() -> assertThat(count("state = 'DEAD'")).as("whose handler never came to an end").isOne());
	}

	@Test
	void takesNothingWithoutAnyHandler() {
		InboxNode none = node();
		try (LogCapture log = new LogCapture()) {
			none.start();
			assertThat(log.text()).contains("it takes none out of the inbox");
		}
		receive(3);
		this.able.start();
		await().untilAsserted(() -> assertThat(this.handled).hasSize(3));
		assertThat(none.worker().isRunning()).isTrue();
		none.close();
	}

	@Test
	void givesBackWhatItCannotDecryptOrVerify() {
		receive(1);
		database.jdbc().update("UPDATE wechatpay_inbox SET signature_serial = 'PUB_KEY_ID_0119'");
		this.able.start();
		await()
			.untilAsserted(() -> assertThat(count("last_failure LIKE 'KEYS_UNAVAILABLE%' AND attempts = 0")).isOne());
		this.able.close();
		database.jdbc().update("UPDATE wechatpay_inbox SET merchant = 'unknown-here'");
		this.unable.start();
		database.age(SetAside.UNREMEMBERED);
		await()
			.untilAsserted(() -> assertThat(count("last_failure LIKE 'UNKNOWN_MERCHANT%' AND attempts = 0")).isOne());
	}

	@Test
	void looksAgainAtWhatItSetAsideAfterAWhileThatGrows() {
		long[] now = { 0 };
		SetAside aside = new SetAside(() -> now[0]);
		assertThat(aside.add(1, Reason.NO_HANDLER)).isEqualTo(SetAside.HEAD_START);
		assertThat(aside.entries()).containsExactly(1L);
		now[0] += Duration.ofSeconds(2).toNanos();
		assertThat(aside.entries()).isEmpty();
		aside.add(1, Reason.NO_HANDLER);
		now[0] += Duration.ofSeconds(3).toNanos();
		assertThat(aside.entries()).containsExactly(1L);
		for (long id = 2; id <= 1000; id++) {
			aside.add(id, Reason.DECRYPTION);
		}
		assertThat(aside.add(2000, Reason.DECRYPTION)).as("bounded").isEqualTo(SetAside.UNREMEMBERED);
		assertThat(aside.reasons()).containsEntry(Reason.NO_HANDLER, 1L).containsEntry(Reason.DECRYPTION, 999L);
		aside.forget(1);
		assertThat(aside.entries()).hasSize(999);
		now[0] += Duration.ofMinutes(10).toNanos();
		assertThat(aside.reasons()).isEmpty();
	}

}
