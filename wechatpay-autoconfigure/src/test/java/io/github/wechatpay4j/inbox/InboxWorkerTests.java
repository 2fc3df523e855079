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

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.wechatpay4j.api.payments.TransactionNotification;
import io.github.wechatpay4j.jdbc.TestDatabase;
import io.github.wechatpay4j.notification.NotificationHandler;
import io.github.wechatpay4j.testing.Delivery;
import io.github.wechatpay4j.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.util.ReflectionUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class InboxWorkerTests {

	/** What an {@link InboxNode} handles at a time. */
	private static final int CONCURRENCY = 4;

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	private final TestClock clock = new TestClock();

	private final Set<String> handled = ConcurrentHashMap.newKeySet();

	private volatile NotificationHandler<TransactionNotification> handler = (paid) -> {
	};

	private final NotificationHandler<TransactionNotification> recorded = (paid) -> {
		this.handler.handle(paid);
		this.handled.add(paid.payload().outTradeNo());
	};

	@BeforeEach
	void prepare() {
		database.clear();
	}

	private static void receive(InboxNode node, String prefix, int count) {
		for (int i = 0; i < count; i++) {
			node.receive(Delivery.of("EV-" + prefix + i, "TRANSACTION.SUCCESS", "transaction",
					Delivery.PAID.replace("1217752501201407033233368018", prefix + i)));
		}
	}

	@Test
	void takesNothingMoreWhenItStopsAndWorksAgainAfterwards() throws Exception {
		CountDownLatch release = new CountDownLatch(1);
		CountDownLatch busy = new CountDownLatch(CONCURRENCY);
		this.handler = (paid) -> {
			busy.countDown();
			assertThat(release.await(30, TimeUnit.SECONDS)).isTrue();
		};
		InboxNode node = new InboxNode(database, this.clock, this.recorded, (letter) -> {
		});
		receive(node, "a", CONCURRENCY + 3);
		node.start();
		assertThat(busy.await(30, TimeUnit.SECONDS)).isTrue();
		Thread stopping = new Thread(node::close);
		stopping.start();
		await().until(() -> !node.worker().isRunning());
		release.countDown();
		stopping.join();
		assertThat(this.handled).as("what had begun").hasSize(CONCURRENCY);
		assertThat(free()).as("not begun, not counted as tried, at hand for other nodes").isEqualTo(3);
		this.handler = (paid) -> {
		};
		node.start();
		await().until(() -> this.handled.size() == CONCURRENCY + 3);
		CyclicBarrier together = new CyclicBarrier(CONCURRENCY);
		this.handler = (paid) -> together.await(30, TimeUnit.SECONDS);
		receive(node, "b", CONCURRENCY);
		await().untilAsserted(() -> assertThat(this.handled).as("no place was lost").hasSize(2 * CONCURRENCY + 3));
		node.close();
	}

	@Test
	void goesOnAfterAnErrorWhileItLooks() {
		AtomicInteger errors = new AtomicInteger(2);
		DelegatingDataSource dataSource = new DelegatingDataSource(database.dataSource()) {

			@Override
			public Connection getConnection() throws SQLException {
				Connection connection = super.getConnection();
				InvocationHandler handler = (proxy, method, arguments) -> {
					if ("prepareStatement".equals(method.getName())
							&& Thread.currentThread().getName().startsWith("wechatpay-inbox-")
							&& errors.getAndDecrement() > 0) {
						throw new NoClassDefFoundError("as told");
					}
					return ReflectionUtils.invokeMethod(method, connection, arguments);
				};
				return (Connection) Proxy.newProxyInstance(getClass().getClassLoader(),
						new Class<?>[] { Connection.class }, handler);
			}

		};
		InboxNode node = new InboxNode(dataSource, this.clock, this.recorded, (letter) -> {
		});
		node.start();
		await().until(() -> errors.get() <= 0);
		receive(node, "a", 2);
		await().untilAsserted(() -> assertThat(this.handled).hasSize(2));
		node.close();
	}

	private int free() {
		return database.jdbc()
			.queryForObject("SELECT COUNT(*) FROM wechatpay_inbox WHERE state = 'PENDING' AND attempts = 0"
					+ " AND token IS NULL AND due_at <= ?", Integer.class, System.currentTimeMillis());
	}

}
