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
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import io.github.wechatpay4j.api.payments.TransactionNotification;
import io.github.wechatpay4j.delivery.ApplicationName;
import io.github.wechatpay4j.jdbc.TestDatabase;
import io.github.wechatpay4j.notification.Notification;
import io.github.wechatpay4j.notification.NotificationHandler;
import io.github.wechatpay4j.notification.NotificationOutcome;
import io.github.wechatpay4j.notification.NotificationSubscription;
import io.github.wechatpay4j.testing.Delivery;
import io.github.wechatpay4j.testing.LogCapture;
import io.github.wechatpay4j.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Everything at once: two nodes whose clocks disagree by two minutes, another application
 * on the same tables, transactions that are SERIALIZABLE, a handler that hangs.
 */
class TwoNodesIntegrationTests {

	@Nested
	class PostgreSql extends Contract {

		@RegisterExtension
		static final TestDatabase database = TestDatabase.postgresql();

		PostgreSql() {
			super(database);
		}

		@Override
		void prepareShiftedTime() {
			database.jdbc().execute("CREATE SCHEMA IF NOT EXISTS shifted");
			database.jdbc()
				.execute(
						"CREATE OR REPLACE FUNCTION shifted.clock_timestamp() RETURNS timestamptz LANGUAGE sql VOLATILE"
								+ " AS 'SELECT pg_catalog.clock_timestamp() + current_setting(''wechatpay.ahead'')::interval'");
		}

		@Override
		String shift(long seconds) {
			return "SET search_path = shifted, public, pg_catalog; SET wechatpay.ahead = '" + seconds + " seconds'";
		}

	}

	@Nested
	class MariaDb extends Contract {

		@RegisterExtension
		static final TestDatabase database = TestDatabase.mariadb();

		MariaDb() {
			super(database);
		}

		@Override
		String shift(long seconds) {
			return "SET timestamp = UNIX_TIMESTAMP(SYSDATE(6)) + " + seconds;
		}

	}

	abstract static class Contract {

		private static final Duration LEASE = Duration.ofSeconds(3);

		private static final Duration PATIENCE = Duration.ofMinutes(3);

		private final TestDatabase database;

		private final TestClock clock = new TestClock();

		private final TestClock skewed = new TestClock();

		private final CountDownLatch released = new CountDownLatch(1);

		private final AtomicInteger hanging = new AtomicInteger();

		private final List<AutoCloseable> closing = new ArrayList<>();

		Contract(TestDatabase database) {
			this.database = database;
		}

		/** What has to be there for the time to be moved. */
		void prepareShiftedTime() {
		}

		/** Moves the time that a connection sees. */
		abstract String shift(long seconds);

		@BeforeEach
		void prepare() {
			this.database.clear();
			this.database.jdbc()
				.execute("CREATE TABLE IF NOT EXISTS booked (out_trade_no VARCHAR(64), application VARCHAR(20))");
			this.database.jdbc().update("DELETE FROM booked");
			this.skewed.advance(Duration.ofMinutes(2));
		}

		@AfterEach
		void end() throws Exception {
			this.released.countDown();
			for (AutoCloseable each : this.closing) {
				each.close();
			}
		}

		private InboxNode node(DataSource dataSource, TestClock clock, String application, boolean hangs) {
			JdbcTemplate jdbc = new JdbcTemplate(dataSource);
			NotificationHandler<TransactionNotification> handler = (paid) -> {
				jdbc.update("INSERT INTO booked VALUES (?, ?)", paid.payload().outTradeNo(), application);
				if (hangs) {
					hang(paid);
				}
			};
			InboxNode node = new InboxNode(dataSource, clock, new ApplicationName(application), LEASE, List
				.of(new NotificationSubscription<>(TransactionNotification.class, List.of(), handler, "handler")),
					(letter) -> {
					});
			this.closing.add(0, node);
			return node.start();
		}

		/** Whatever is done to it. */
		private void hang(Notification<TransactionNotification> paid) {
			if (!paid.payload().outTradeNo().equals("shop-7")) {
				return;
			}
			this.hanging.incrementAndGet();
			boolean ended = false;
			while (!ended) {
				try {
					ended = this.released.await(1, TimeUnit.MINUTES);
				}
				catch (InterruptedException ex) {
					// That is what this test is about
				}
			}
		}

		private HikariDataSource pool() {
			HikariDataSource pool = this.database.withIsolation("TRANSACTION_SERIALIZABLE");
			pool.setMaximumPoolSize(12);
			this.closing.add(pool);
			return pool;
		}

		private static Delivery paid(String outTradeNo) {
			return Delivery.of("EV-" + outTradeNo, "TRANSACTION.SUCCESS", "transaction",
					Delivery.PAID.replace("1217752501201407033233368018", outTradeNo));
		}

		/** As WeChat Pay does: until it is acknowledged, some twice, to any node. */
		private static void send(String prefix, int from, int to, InboxNode... nodes) throws Exception {
			ExecutorService threads = Executors.newFixedThreadPool(4);
			try {
				List<Callable<Object>> senders = new ArrayList<>();
				for (int thread = 0; thread < 4; thread++) {
					int first = from + thread;
					senders.add(() -> {
						for (int i = first; i < to; i += 4) {
							Delivery delivery = paid(prefix + i);
							assertThat(nodes[i % nodes.length].receive(delivery)).isEqualTo(NotificationOutcome.STORED);
							if (i % 10 == 0) {
								assertThat(nodes[(i + 1) % nodes.length].receive(delivery))
									.isEqualTo(NotificationOutcome.DUPLICATE);
							}
						}
						return null;
					});
				}
				for (Future<Object> sender : threads.invokeAll(senders)) {
					sender.get();
				}
			}
			finally {
				threads.shutdownNow();
			}
		}

		private int count(String sql) {
			return this.database.jdbc().queryForObject("SELECT COUNT(*) FROM " + sql, Integer.class);
		}

		private void awaitAllHandledOnce(int shop, int other) {
			await().atMost(PATIENCE)
				.untilAsserted(() -> assertThat(unfinished()).as("nothing is dead, nothing is left").isEmpty());
			assertThat(count("wechatpay_inbox WHERE state = 'DONE'")).isEqualTo(shop + other);
			assertOnce(shop, other);
		}

		private List<Map<String, Object>> unfinished() {
			return this.database.jdbc()
				.queryForList(
						"SELECT id, application, state, attempts, token, due_at, last_failure FROM wechatpay_inbox"
								+ " WHERE state <> 'DONE' ORDER BY id LIMIT 10");
		}

		private void assertOnce(int shop, int other) {
			assertThat(count("booked WHERE application = 'shop' AND out_trade_no LIKE 'shop-%'")).isEqualTo(shop);
			assertThat(count("booked WHERE application = 'other' AND out_trade_no LIKE 'other-%'")).isEqualTo(other);
			assertThat(count("(SELECT DISTINCT out_trade_no, application FROM booked) b")).isEqualTo(shop + other);
			assertThat(count("booked")).as("each once, by its own application").isEqualTo(shop + other);
		}

		@Test
		void handlesEachOf2000NotificationsOnce() throws Exception {
			try (LogCapture log = new LogCapture()) {
				InboxNode first = node(pool(), this.clock, "shop", true);
				InboxNode other = node(pool(), this.clock, "other", false);
				send("shop-", 0, 8, first);
				await().atMost(PATIENCE).until(() -> this.hanging.get() == 1);
				InboxNode second = node(pool(), this.skewed, "shop", false);
				ExecutorService otherSender = Executors.newSingleThreadExecutor();
				Future<Object> sent = otherSender.submit(() -> {
					send("other-", 0, 200, other);
					return null;
				});
				send("shop-", 8, 1800, first, second);
				sent.get();
				otherSender.shutdown();
				awaitAllHandledOnce(1800, 200);
				assertThat(log.text()).as("not silent").contains("goes on although its lease is over");
				assertThat(new InboxWorkerHealth(first.worker()).findings()).singleElement()
					.satisfies((finding) -> assertThat(finding.message())
						.startsWith("1 handlers ignore that their lease is over"));
				InboxWatch watch = new InboxWatch(second.inbox(), LEASE, System::nanoTime);
				watch.run();
				watch.run();
				assertThat(watch.findings()).isEmpty();
				this.released.countDown();
				await().atMost(PATIENCE).until(() -> new InboxWorkerHealth(first.worker()).findings().isEmpty());
				assertOnce(1800, 200);
				assertThat(this.hanging).as("not taken again by the node that is at it").hasValue(1);
			}
		}

		@Test
		void handlesEachNotificationOnceAlthoughTheDatabasesTimeJumps() throws Exception {
			prepareShiftedTime();
			AtomicLong ahead = new AtomicLong();
			DataSource moved = shifted(pool(), ahead);
			InboxNode first = node(moved, this.clock, "shop", false);
			InboxNode second = node(shifted(pool(), ahead), this.skewed, "shop", false);
			send("shop-", 0, 100, first, second);
			ahead.set(120);
			assertThat(seconds(moved) - seconds(this.database.dataSource())).as("the time is moved")
				.isBetween(60L, 180L);
			send("shop-", 100, 200, first, second);
			await().atMost(PATIENCE)
				.untilAsserted(() -> assertThat(count("wechatpay_inbox WHERE state = 'DONE'")).isEqualTo(200));
			ahead.set(0);
			send("shop-", 200, 300, first, second);
			awaitAllHandledOnce(300, 0);
		}

		private long seconds(DataSource dataSource) {
			String now = this.database.url().contains("postgresql")
					? "CAST(EXTRACT(EPOCH FROM clock_timestamp()) AS BIGINT)"
					: "TIMESTAMPDIFF(SECOND, '1970-01-01', UTC_TIMESTAMP())";
			return new JdbcTemplate(dataSource).queryForObject("SELECT " + now, Long.class);
		}

		private DataSource shifted(DataSource dataSource, AtomicLong ahead) {
			return new DelegatingDataSource(dataSource) {

				@Override
				public Connection getConnection() throws SQLException {
					Connection connection = super.getConnection();
					try (Statement statement = connection.createStatement()) {
						statement.execute(shift(ahead.get()));
					}
					return connection;
				}

			};
		}

	}

}
