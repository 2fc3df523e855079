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

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import io.github.wechatpay4j.NotificationRejectedException;
import io.github.wechatpay4j.NotificationRejectedException.Reason;
import io.github.wechatpay4j.claim.Claim;
import io.github.wechatpay4j.claim.Claim.State;
import io.github.wechatpay4j.claim.jdbc.JdbcClaimStore;
import io.github.wechatpay4j.delivery.ApplicationName;
import io.github.wechatpay4j.delivery.EventKeys;
import io.github.wechatpay4j.health.HealthFinding;
import io.github.wechatpay4j.jdbc.KeyDigest;
import io.github.wechatpay4j.jdbc.TestDatabase;
import io.github.wechatpay4j.notification.NotificationOutcome;
import io.github.wechatpay4j.notification.NotificationProgress;
import io.github.wechatpay4j.notification.NotificationTypes;
import io.github.wechatpay4j.testing.Delivery;
import io.github.wechatpay4j.testing.LogCapture;
import io.github.wechatpay4j.crypto.CryptoSuite;
import io.github.wechatpay4j.testing.TestKeys;
import io.github.wechatpay4j.trust.PlatformKey;
import io.github.wechatpay4j.trust.Trust;
import io.github.wechatpay4j.testing.TestClock;
import io.github.wechatpay4j.testing.TestMerchants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * What an inbox does on every database.
 */
abstract class NotificationInboxContract {

	private static final Duration LEASE = Duration.ofMinutes(1);

	private final TestClock clock = new TestClock();

	private final List<String> alarms = new CopyOnWriteArrayList<>();

	private final AtomicBoolean broken = new AtomicBoolean();

	private final TestDatabase database;

	private InboxNode node;

	NotificationInboxContract(TestDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void prepare() {
		this.database.clear();
		this.database.jdbc().execute("CREATE TABLE IF NOT EXISTS booked (out_trade_no VARCHAR(64), total BIGINT)");
		this.database.jdbc().update("DELETE FROM booked");
		this.node = node();
	}

	@AfterEach
	void end() {
		this.node.close();
	}

	private InboxNode node() {
		return new InboxNode(this.database, this.clock, (paid) -> {
			this.database.jdbc()
				.update("INSERT INTO booked VALUES (?, ?)", paid.payload().outTradeNo(),
						paid.payload().amount().total());
			if (this.broken.get()) {
				throw new IllegalStateException("as told");
			}
		}, (letter) -> this.alarms.add(letter.eventType()));
	}

	static Delivery paid(String outTradeNo) {
		return Delivery.of("EV-" + outTradeNo, "TRANSACTION.SUCCESS", "transaction",
				Delivery.PAID.replace("1217752501201407033233368018", outTradeNo));
	}

	private int booked() {
		return this.database.jdbc().queryForObject("SELECT COUNT(*) FROM booked", Integer.class);
	}

	@Test
	void storesABusinessEventOnce() {
		assertThat(this.node.receive(paid("1"))).isEqualTo(NotificationOutcome.STORED);
		assertThat(this.node.receive(paid("1"))).isEqualTo(NotificationOutcome.DUPLICATE);
		assertThat(this.node.receive(paid("2"))).isEqualTo(NotificationOutcome.STORED);
		assertThat(this.node.inbox().statistics().pending()).isEqualTo(2);
		assertThat(booked()).as("handled later").isZero();
	}

	@Test
	void handlesWhatWasStoredThoughThePlatformsKeyIsAnotherOneNow() {
		this.node.receive(paid("1"));
		this.node.trust(Trust.publicKey(PlatformKey.ofPublicKey("PUB_KEY_ID_0119000000012026120100000000",
				TestKeys.STRANGER.getPublic(), CryptoSuite.rsa())));
		InboxEntry entry = this.node.inbox().take(1, LEASE).get(0);
		assertThat(this.node.handle(entry)).isEqualTo(NotificationOutcome.HANDLED);
		assertThat(booked()).isOne();
	}

	@Test
	void handlesWhatAnEarlierVersionStoredWithoutThePlatformsKey() {
		this.node.receive(paid("1"));
		this.database.jdbc().update("UPDATE wechatpay_inbox SET platform_key = NULL");
		InboxEntry entry = this.node.inbox().take(1, LEASE).get(0);
		assertThat(this.node.handle(entry)).isEqualTo(NotificationOutcome.HANDLED);
	}

	@Test
	void keepsNothingPlain() {
		this.node.receive(paid("20261125-plain-number"));
		Map<String, Object> row = this.database.jdbc()
			.queryForMap("SELECT id, event_key, merchant, event_type, notification_id, signature_serial, signature,"
					+ " signature_timestamp, signature_nonce, state, token, last_failure FROM wechatpay_inbox");
		byte[] body = this.database.jdbc().queryForObject("SELECT body FROM wechatpay_inbox", byte[].class);
		assertThat(row.toString() + new String(body)).contains("TRANSACTION.SUCCESS", "ciphertext")
			.doesNotContain("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o", "1800", "4200001", "\"out_trade_no");
	}

	@Test
	void handlesWhatItStored() {
		this.node.start();
		for (int i = 0; i < 50; i++) {
			this.node.receive(paid("n" + i));
		}
		await().untilAsserted(() -> assertThat(booked()).isEqualTo(50));
		await().untilAsserted(
				() -> assertThat(this.node.inbox().statistics()).isEqualTo(new InboxStatistics(0, 0, Duration.ZERO)));
		assertThat(this.node.receive(paid("n1"))).isEqualTo(NotificationOutcome.DUPLICATE);
	}

	@Test
	void givesEachNotificationToOneOfManyTakers() throws Exception {
		for (int i = 0; i < 60; i++) {
			this.node.receive(paid("t" + i));
		}
		int count = 8;
		Set<Long> taken = ConcurrentHashMap.newKeySet();
		List<Long> all = new CopyOnWriteArrayList<>();
		CyclicBarrier together = new CyclicBarrier(count);
		ExecutorService threads = Executors.newFixedThreadPool(count);
		try {
			List<Callable<Object>> takers = new ArrayList<>();
			for (int i = 0; i < count; i++) {
				takers.add(() -> {
					together.await();
					for (List<InboxEntry> some = List.of(new InboxEntry(0, "", 0, null)); !some.isEmpty();) {
						some = this.node.inbox().take(3, LEASE);
						some.forEach((entry) -> {
							taken.add(entry.id());
							all.add(entry.id());
						});
					}
					return null;
				});
			}
			for (Future<Object> taker : threads.invokeAll(takers)) {
				taker.get();
			}
		}
		finally {
			threads.shutdownNow();
		}
		// A taker may see nothing while others hold the locks of all rows that are due
		this.node.inbox().take(60, LEASE).forEach((entry) -> {
			taken.add(entry.id());
			all.add(entry.id());
		});
		assertThat(all).hasSize(60);
		assertThat(taken).hasSize(60);
	}

	@Test
	void letsASuccessorTakeWhatIsAbandonedAndUndoesWhatTheFormerHolderDid() {
		this.node.receive(paid("1"));
		InboxEntry former = this.node.inbox().take(1, LEASE).get(0);
		assertThat(this.node.inbox().take(1, LEASE)).isEmpty();
		this.database.age(LEASE.plusSeconds(1));
		InboxEntry successor = this.node.inbox().take(1, LEASE).get(0);
		assertThat(successor.attempts()).isEqualTo(2);
		assertThatExceptionOfType(NotificationRejectedException.class).isThrownBy(() -> this.node.handle(former))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(Reason.OVERTAKEN))
			.withMessageContaining("wechatpay.notification.lease");
		assertThat(booked()).as("rolled back with the mark").isZero();
		assertThat(this.node.handle(successor)).isEqualTo(NotificationOutcome.HANDLED);
		assertThat(booked()).isOne();
	}

	@Test
	void tellsANotificationThatCannotBeBelievedFromOneThatCan() {
		this.node.receive(paid("1"));
		this.database.jdbc().update("UPDATE wechatpay_inbox SET merchant = 'default', signature_nonce = 'changed'");
		InboxEntry entry = this.node.inbox().take(1, LEASE).get(0);
		assertThatExceptionOfType(NotificationRejectedException.class).isThrownBy(() -> this.node.handle(entry))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(Reason.SIGNATURE));
		assertThat(booked()).isZero();
	}

	@Test
	void verifiesAgainWhateverTheAge() {
		this.node.receive(paid("1"));
		this.clock.advance(Duration.ofHours(5));
		assertThat(this.node.handle(this.node.inbox().take(1, LEASE).get(0))).isEqualTo(NotificationOutcome.HANDLED);
	}

	@Test
	void parksWhatAlwaysFailsAndHandlesItAfterAReplay() {
		this.broken.set(true);
		this.node.receive(paid("1"));
		this.node.start();
		await().untilAsserted(() -> assertThat(attempts()).isOne());
		for (int attempt = 2; attempt <= 3; attempt++) {
			int expected = attempt;
			await().untilAsserted(() -> assertThat(dueAfter()).as("waits before the next attempt").isPositive());
			this.database.age(Duration.ofSeconds(4));
			await().untilAsserted(() -> assertThat(attempts()).isEqualTo(expected));
		}
		await().untilAsserted(() -> assertThat(this.alarms).containsExactly("TRANSACTION.SUCCESS"));
		assertThat(booked()).as("each attempt was rolled back").isZero();
		DeadLetter letter = this.node.inbox().deadLetters(10).get(0);
		assertThat(letter.attempts()).isEqualTo(3);
		assertThat(letter.notificationId()).isEqualTo("EV-1");
		assertThat(letter.lastFailure()).startsWith("HANDLER_FAILED: handler failed on");
		assertThat(this.node.receive(paid("1"))).as("it is stored").isEqualTo(NotificationOutcome.DUPLICATE);
		this.broken.set(false);
		assertThat(this.node.inbox().replay(letter.id())).isTrue();
		await().untilAsserted(() -> assertThat(booked()).isOne());
		await().untilAsserted(() -> assertThat(this.node.inbox().statistics().pending()).isZero());
		assertThat(this.node.inbox().deadLetters(10)).isEmpty();
		assertThat(this.node.inbox().replay(letter.id())).as("no dead letter any more").isFalse();
		assertThat(this.alarms).hasSize(1);
	}

	@Test
	void givesUpWhatNoNodeSurvives() {
		this.node.receive(paid("1"));
		for (int crash = 0; crash < 3; crash++) {
			assertThat(this.node.inbox().take(1, LEASE)).hasSize(1);
			this.database.age(LEASE.plusSeconds(1));
		}
		this.node.start();
		await().untilAsserted(() -> assertThat(this.node.inbox().deadLetters(10)).singleElement()
			.extracting(DeadLetter::lastFailure)
			.isEqualTo("no attempt came to an end"));
		assertThat(booked()).isZero();
	}

	@Test
	void forgetsWhatIsDropped() {
		this.node.receive(paid("1"));
		assertThat(this.node.inbox().park(this.node.inbox().take(1, LEASE).get(0), "for a test")).isTrue();
		long id = this.node.inbox().deadLetters(10).get(0).id();
		assertThat(this.node.inbox().drop(id + 1)).isFalse();
		assertThat(this.node.inbox().drop(id)).isTrue();
		assertThat(this.node.inbox().deadLetters(10)).isEmpty();
		assertThat(this.node.receive(paid("1"))).isEqualTo(NotificationOutcome.DUPLICATE);
	}

	@Test
	void tellsHowOldTheOldestOneIs() {
		this.node.receive(paid("1"));
		this.database.age(Duration.ofSeconds(90));
		this.node.receive(Delivery.of("EV-2", "TRANSACTION.SUCCESS", "transaction", Delivery.PAID)
			.signedAt(this.clock.instant()));
		InboxStatistics statistics = this.node.inbox().statistics();
		assertThat(statistics.pending()).isEqualTo(2);
		assertThat(statistics.oldest()).isBetween(Duration.ofSeconds(90), Duration.ofSeconds(150));
	}

	@Test
	void growsOlderWhileNobodyCanLook() {
		AtomicLong nanos = new AtomicLong();
		InboxWatch watch = new InboxWatch(this.node.inbox(), LEASE, nanos::get);
		this.node.receive(paid("1"));
		this.database.age(Duration.ofSeconds(90));
		nanos.addAndGet(Duration.ofSeconds(90).toNanos());
		assertThat(watch.staleness()).as("nobody has looked yet").isEqualTo(Duration.ofSeconds(90));
		assertThat(watch.findings()).singleElement().returns(true, HealthFinding::down);
		watch.run();
		Duration seen = watch.staleness();
		assertThat(seen).isBetween(Duration.ofSeconds(90), Duration.ofSeconds(150));
		nanos.addAndGet(Duration.ofSeconds(20).toNanos());
		assertThat(watch.staleness()).as("no reason to worry").isEqualTo(seen);
		nanos.addAndGet(Duration.ofMinutes(5).toNanos());
		assertThat(watch.staleness()).isEqualTo(seen.plusSeconds(20 + 300));
	}

	@Test
	void reportsThatNothingMoves() {
		InboxWatch watch = new InboxWatch(this.node.inbox(), LEASE, System::nanoTime);
		this.node.receive(paid("1"));
		watch.run();
		watch.run();
		assertThat(watch.findings()).as("due, but not for long").isEmpty();
		this.database.age(LEASE.plusSeconds(1));
		try (LogCapture log = new LogCapture()) {
			watch.run();
			watch.run();
			assertThat(log.text()).containsOnlyOnce("it does not move");
		}
		assertThat(watch.findings()).singleElement()
			.returns(true, HealthFinding::down)
			.satisfies((finding) -> assertThat(finding.message()).contains("no node takes it"));
		this.node.inbox().take(1, LEASE);
		watch.run();
		assertThat(watch.findings()).isEmpty();
	}

	@Test
	void doesNotWorryAboutABacklogThatMoves() {
		InboxWatch watch = new InboxWatch(this.node.inbox(), LEASE, System::nanoTime);
		this.node.receive(paid("1"));
		this.node.receive(paid("2"));
		this.database.age(LEASE.plusSeconds(1));
		watch.run();
		this.node.inbox().take(1, LEASE);
		watch.run();
		assertThat(watch.findings()).isEmpty();
	}

	@Test
	void reportsWhatNobodyHandlesForADay() {
		InboxWatch watch = new InboxWatch(this.node.inbox(), LEASE, System::nanoTime);
		this.node.receive(paid("1"));
		InboxEntry entry = this.node.inbox().take(1, LEASE).get(0);
		this.node.inbox().giveBack(entry, Duration.ofSeconds(1), "NO_HANDLER: for a test");
		watch.run();
		assertThat(watch.findings()).isEmpty();
		this.database.age(Duration.ofHours(23));
		InboxEntry again = this.node.inbox().take(1, LEASE).get(0);
		assertThat(again.attempts()).as("not counted").isOne();
		this.node.inbox().giveBack(again, Duration.ofSeconds(1), "NO_HANDLER: for a test");
		this.database.age(Duration.ofHours(2));
		watch.run();
		watch.run();
		assertThat(watch.findings()).singleElement()
			.returns(false, HealthFinding::down)
			.satisfies((finding) -> assertThat(finding.message()).contains("1 notifications are handled by no node",
					"NO_HANDLER"));
		assertThat(this.node.inbox().statistics().pending()).as("never lost").isOne();
	}

	@Test
	void leavesAloneWhatAnotherApplicationStored() {
		NotificationInbox shop = inbox(new ApplicationName("shop"));
		NotificationInbox other = inbox(new ApplicationName("Shop"));
		assertThat(shop.store(this.node.verified(paid("1")))).isTrue();
		assertThat(other.store(this.node.verified(paid("1")))).as("another application's event").isTrue();
		assertThat(other.store(this.node.verified(paid("1")))).isFalse();
		assertThat(this.node.inbox().take(10, LEASE)).as("an application without a name").isEmpty();
		InboxEntry taken = shop.take(10, LEASE).get(0);
		assertThat(shop.take(10, LEASE)).isEmpty();
		assertThat(shop.park(taken, "for a test")).isTrue();
		assertThat(other.deadLetters(10)).isEmpty();
		assertThat(other.replay(taken.id())).isFalse();
		assertThat(other.drop(taken.id())).isFalse();
		assertThat(other.statistics()).returns(1L, InboxStatistics::pending).returns(0L, InboxStatistics::deadLetters);
		InboxWatch watch = new InboxWatch(shop, LEASE, System::nanoTime);
		this.database.age(Duration.ofDays(400));
		shop.removeEnded(Duration.ofDays(3), Duration.ofDays(90));
		assertThat(rows()).as("that of the other stays").isOne();
		watch.run();
		assertThat(watch.findings()).singleElement()
			.returns(false, HealthFinding::down)
			.satisfies((finding) -> assertThat(finding.message()).contains("'Shop'",
					"wechatpay.notification.application"));
		assertThat(other.take(10, LEASE)).hasSize(1);
	}

	@Test
	void knowsAndHandlesWhatAFormerVersionStored() {
		this.node.receive(paid("1"));
		this.node.receive(paid("2"));
		this.database.jdbc().update("UPDATE wechatpay_inbox SET application = '*'");
		NotificationInbox shop = inbox(new ApplicationName("shop"));
		assertThat(shop.store(this.node.verified(paid("1")))).isFalse();
		assertThat(shop.take(1, LEASE)).hasSize(1);
		assertThat(this.node.inbox().take(10, LEASE)).as("anybody's").hasSize(1);
		JdbcClaimStore claims = new JdbcClaimStore(this.database.dataSource(), new ApplicationName("shop"));
		assertThat(claims.claim("shop:" + key("1"), LEASE).state()).isEqualTo(State.IN_PROGRESS);
	}

	@Test
	void takesNothingButTheSameEventForADuplicate() {
		this.database.jdbc().execute("CREATE UNIQUE INDEX one_more ON wechatpay_inbox (notification_id)");
		try {
			this.node.receive(paid("1"));
			Delivery sameId = Delivery.of("EV-1", "TRANSACTION.SUCCESS", "transaction",
					Delivery.PAID.replace("1217752501201407033233368018", "2"));
			assertThatExceptionOfType(NotificationRejectedException.class).isThrownBy(() -> this.node.receive(sameId))
				.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(Reason.NOT_STORED))
				.withMessageContaining("the sequence of wechatpay_inbox.id");
			assertThat(this.node.receive(paid("1"))).isEqualTo(NotificationOutcome.DUPLICATE);
			assertThat(rows()).isOne();
		}
		finally {
			dropIndex();
		}
	}

	private void dropIndex() {
		this.database.jdbc()
			.execute(this.database.url().contains("mariadb") ? "DROP INDEX one_more ON wechatpay_inbox"
					: "DROP INDEX one_more");
	}

	@Test
	void storesTakesAndCleansWhateverThePoolsIsolation() throws Exception {
		for (String isolation : List.of("TRANSACTION_SERIALIZABLE", "TRANSACTION_REPEATABLE_READ")) {
			this.database.clear();
			try (HikariDataSource pool = this.database.withIsolation(isolation)) {
				int expected = isolationOf(pool);
				NotificationInbox inbox = inbox(pool, ApplicationName.none());
				assertThat(workTogether(inbox)).as("handled, each once").hasSize(80).doesNotHaveDuplicates();
				this.database.age(Duration.ofDays(4));
				inbox.removeEnded(Duration.ofDays(3), Duration.ofDays(90));
				assertThat(rows()).isZero();
				assertThat(isolationOf(pool)).as("the connection is as it was").isEqualTo(expected);
			}
		}
	}

	private static int isolationOf(DataSource pool) throws SQLException {
		try (Connection connection = pool.getConnection()) {
			return connection.getTransactionIsolation();
		}
	}

	/** Eight threads store ten each, and take and complete whatever is there. */
	private List<Long> workTogether(NotificationInbox inbox) throws Exception {
		int count = 8;
		List<Long> done = new CopyOnWriteArrayList<>();
		CyclicBarrier together = new CyclicBarrier(count);
		ExecutorService threads = Executors.newFixedThreadPool(count);
		try {
			List<Callable<Object>> workers = new ArrayList<>();
			for (int i = 0; i < count; i++) {
				String name = "w" + i + "-";
				workers.add(() -> {
					together.await();
					for (int j = 0; j < 10; j++) {
						inbox.store(this.node.verified(paid(name + j)));
						take(inbox, done);
					}
					return null;
				});
			}
			for (Future<Object> worker : threads.invokeAll(workers)) {
				worker.get();
			}
		}
		finally {
			threads.shutdownNow();
		}
		take(inbox, done);
		return done;
	}

	private static void take(NotificationInbox inbox, List<Long> done) {
		for (InboxEntry entry : inbox.take(100, LEASE)) {
			assertThat(inbox.complete(entry)).isTrue();
			done.add(entry.id());
		}
	}

	@Test
	void remembersWhatClaimsHaveDone() {
		JdbcClaimStore claims = new JdbcClaimStore(this.database.dataSource(), ApplicationName.none());
		Claim claim = claims.claim(key("1"), LEASE);
		assertThatExceptionOfType(NotificationRejectedException.class).isThrownBy(() -> this.node.receive(paid("1")))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(Reason.IN_PROGRESS));
		assertThat(claims.complete(claim)).isTrue();
		assertThat(this.node.receive(paid("1"))).isEqualTo(NotificationOutcome.DUPLICATE);
		claims.release(claims.claim(key("2"), LEASE));
		assertThat(this.node.receive(paid("2"))).as("failed, so not done").isEqualTo(NotificationOutcome.STORED);
	}

	@Test
	void letsClaimsRememberWhatItHasDone() {
		JdbcClaimStore claims = new JdbcClaimStore(this.database.dataSource(), ApplicationName.none());
		this.node.receive(paid("1"));
		InboxEntry entry = this.node.inbox().take(1, LEASE).get(0);
		assertThat(claims.claim(key("1"), LEASE).state()).as("handled from here").isEqualTo(State.IN_PROGRESS);
		assertThat(this.node.handle(entry)).isEqualTo(NotificationOutcome.HANDLED);
		assertThat(claims.claim(key("1"), LEASE).state()).isEqualTo(State.DONE);
		this.node.receive(paid("2"));
		Claim waiting = claims.claim(key("2"), LEASE);
		assertThat(waiting.state()).as("nobody is at it").isEqualTo(State.ACQUIRED);
		assertThat(this.node.inbox().take(1, LEASE)).as("nor takes it meanwhile").isEmpty();
		assertThat(claims.complete(waiting)).isTrue();
		assertThat(this.node.inbox().statistics().pending()).as("done here too").isZero();
		this.node.receive(paid("3"));
		claims.release(claims.claim(key("3"), LEASE));
		InboxEntry third = this.node.inbox().take(1, LEASE).get(0);
		assertThat(third.attempts()).isEqualTo(2);
		this.database.age(LEASE.plusSeconds(1));
		Claim late = claims.claim(key("3"), LEASE);
		this.database.age(LEASE.plusSeconds(1));
		InboxEntry successor = this.node.inbox().take(1, LEASE).get(0);
		assertThat(claims.complete(late)).as("somebody else has taken it").isFalse();
		assertThat(this.node.inbox().complete(successor)).isTrue();
	}

	@Test
	void upgradesTablesOfTheFirstVersionWithTheirRows() {
		this.database.dropTables();
		this.database.createTablesOfVersion1();
		this.database.jdbc()
			.update("INSERT INTO wechatpay_claim (claim_key, token, done, expires_at) VALUES (?, 'x', 1, ?)",
					KeyDigest.of(key("9")), System.currentTimeMillis() + 3_600_000);
		this.database.jdbc()
			.update("INSERT INTO wechatpay_inbox (event_key, merchant, event_type, notification_id, signature_serial,"
					+ " signature, signature_timestamp, signature_nonce, body, state, attempts, due_at, received_at)"
					+ " VALUES (?, 'default', 'A.B', 'EV-0', 's', 's', '1', 'n', ?, 'PENDING', 0, 1, 1)",
					KeyDigest.of(key("0")), new byte[1]);
		this.database.createTables();
		this.database.createTables();
		NotificationInbox shop = inbox(new ApplicationName("shop"));
		assertThat(shop.take(10, LEASE)).as("still to be handled").hasSize(1);
		assertThat(shop.store(this.node.verified(paid("9")))).as("done by a claim").isFalse();
		assertThat(shop.store(this.node.verified(paid("0")))).as("in the inbox").isFalse();
		JdbcClaimStore claims = new JdbcClaimStore(this.database.dataSource(), new ApplicationName("shop"));
		assertThat(claims.claim("shop:" + key("9"), LEASE).state()).isEqualTo(State.DONE);
	}

	private static String key(String outTradeNo) {
		return TestMerchants.MCHID + ":TRANSACTION.SUCCESS::out_trade_no=" + outTradeNo;
	}

	private NotificationInbox inbox(ApplicationName application) {
		return inbox(this.database.dataSource(), application);
	}

	private NotificationInbox inbox(DataSource dataSource, ApplicationName application) {
		return new NotificationInbox(dataSource,
				new EventKeys(NotificationTypes.load(getClass().getClassLoader()), (notification) -> null, application),
				application);
	}

	@Test
	void removesWhatEndedLongAgoAndNothingElse() {
		for (String number : List.of("done", "dead", "pending")) {
			this.node.receive(paid(number));
		}
		List<InboxEntry> taken = this.node.inbox().take(2, LEASE);
		assertThat(this.node.inbox().complete(taken.get(0))).isTrue();
		assertThat(this.node.inbox().park(taken.get(1), "for a test")).isTrue();
		this.database.age(Duration.ofDays(4));
		this.node.inbox().removeEnded(Duration.ofDays(3), Duration.ofDays(90));
		assertThat(this.node.inbox().statistics()).returns(1L, InboxStatistics::pending)
			.returns(1L, InboxStatistics::deadLetters);
		assertThat(rows()).isEqualTo(2);
		this.database.age(Duration.ofDays(90));
		this.node.inbox().removeEnded(Duration.ofDays(3), Duration.ofDays(90));
		assertThat(rows()).as("what is not handled stays, however old").isOne();
	}

	@Test
	void acknowledgesNothingThatTheDatabaseDoesNotTake() {
		HikariDataSource closed = new HikariDataSource();
		closed.setJdbcUrl(this.database.url());
		closed.setUsername(this.database.username());
		closed.setPassword("");
		closed.close();
		InboxDelivery delivery = new InboxDelivery(new NotificationInbox(closed,
				new EventKeys(NotificationTypes.load(getClass().getClassLoader())), ApplicationName.none()),
				this.node.worker());
		assertThatExceptionOfType(NotificationRejectedException.class)
			.isThrownBy(() -> delivery.deliver(this.node.verified(paid("1")), NotificationProgress.none()))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(Reason.NOT_STORED));
	}

	@Test
	void storesDurablyWhereThePoolCommitsNothingByItself() {
		try (HikariDataSource pool = this.database.withoutAutoCommit()) {
			NotificationInbox inbox = new NotificationInbox(pool,
					new EventKeys(NotificationTypes.load(getClass().getClassLoader())), ApplicationName.none());
			InboxDelivery delivery = new InboxDelivery(inbox, this.node.worker());
			assertThat(delivery.deliver(this.node.verified(paid("1")), NotificationProgress.none()))
				.isEqualTo(NotificationOutcome.STORED);
			assertThat(rows()).as("seen by others").isOne();
			assertThat(delivery.deliver(this.node.verified(paid("1")), NotificationProgress.none()))
				.isEqualTo(NotificationOutcome.DUPLICATE);
			InboxEntry entry = inbox.take(1, LEASE).get(0);
			assertThat(inbox.park(entry, "for a test")).isTrue();
			assertThat(this.node.inbox().deadLetters(10)).hasSize(1);
			assertThat(inbox.replay(entry.id())).isTrue();
			assertThat(this.node.inbox().statistics().pending()).isOne();
			assertThat(inbox.complete(inbox.take(1, LEASE).get(0))).isTrue();
			assertThat(this.node.inbox().statistics().pending()).isZero();
		}
	}

	private int attempts() {
		return this.database.jdbc().queryForObject("SELECT attempts FROM wechatpay_inbox", Integer.class);
	}

	private long dueAfter() {
		return this.database.jdbc().queryForObject("SELECT due_at FROM wechatpay_inbox WHERE token IS NULL", Long.class)
				- System.currentTimeMillis();
	}

	private int rows() {
		return this.database.jdbc().queryForObject("SELECT COUNT(*) FROM wechatpay_inbox", Integer.class);
	}

}
