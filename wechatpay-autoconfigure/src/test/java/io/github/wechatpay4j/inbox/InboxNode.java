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

import io.github.wechatpay4j.api.payments.TransactionNotification;
import javax.sql.DataSource;

import io.github.wechatpay4j.claim.CaffeineClaimStore;
import io.github.wechatpay4j.delivery.Answers;
import io.github.wechatpay4j.delivery.ApplicationName;
import io.github.wechatpay4j.delivery.DeadLetters;
import io.github.wechatpay4j.delivery.EventKeys;
import io.github.wechatpay4j.delivery.Lease;
import io.github.wechatpay4j.delivery.LeaseWatch;
import io.github.wechatpay4j.delivery.NotificationConsumer;
import io.github.wechatpay4j.delivery.NotificationDispatcher;
import io.github.wechatpay4j.delivery.NotificationProcessor;
import io.github.wechatpay4j.delivery.UnitOfWork;
import io.github.wechatpay4j.jdbc.HandlerTransactions;
import io.github.wechatpay4j.jdbc.TestDatabase;
import io.github.wechatpay4j.jdbc.TransactionalUnitOfWork;
import io.github.wechatpay4j.merchant.InMemoryMerchantRegistry;
import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.notification.NotificationHandler;
import io.github.wechatpay4j.notification.NotificationHandlers;
import io.github.wechatpay4j.notification.NotificationObserver;
import io.github.wechatpay4j.notification.NotificationOutcome;
import io.github.wechatpay4j.notification.NotificationSubscription;
import io.github.wechatpay4j.notification.NotificationTypes;
import io.github.wechatpay4j.notification.NotificationVerifier;
import io.github.wechatpay4j.notification.VerifiedNotification;
import io.github.wechatpay4j.testing.Delivery;
import io.github.wechatpay4j.testing.TestClock;
import io.github.wechatpay4j.testing.TestMerchants;
import io.github.wechatpay4j.trust.Trust;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * A node that works on an inbox, without any HTTP.
 */
final class InboxNode implements AutoCloseable {

	private static final NotificationTypes TYPES = NotificationTypes.load(InboxNode.class.getClassLoader());

	private final NotificationInbox inbox;

	private final NotificationProcessor processor;

	private final NotificationConsumer consumer;

	private final InboxWorker worker;

	private final TestClock clock;

	private final InMemoryMerchantRegistry merchants;

	InboxNode(TestDatabase database, TestClock clock, NotificationHandler<TransactionNotification> handler,
			NotificationHandler<JsonNode> deadLetters) {
		this(database.dataSource(), clock, handler, deadLetters);
	}

	InboxNode(DataSource dataSource, TestClock clock, NotificationHandler<TransactionNotification> handler,
			NotificationHandler<JsonNode> deadLetters) {
		this(dataSource, clock, Duration.ofMinutes(1),
				List.of(new NotificationSubscription<>(TransactionNotification.class, List.of(), handler, "handler")),
				deadLetters);
	}

	InboxNode(DataSource dataSource, TestClock clock, Duration lease, List<NotificationSubscription<?>> subscriptions,
			NotificationHandler<JsonNode> deadLetters) {
		this(dataSource, clock, ApplicationName.none(), lease, subscriptions, deadLetters);
	}

	InboxNode(DataSource dataSource, TestClock clock, ApplicationName application, Duration lease,
			List<NotificationSubscription<?>> subscriptions, NotificationHandler<JsonNode> deadLetters) {
		EventKeys keys = new EventKeys(TYPES, (notification) -> null, application);
		this.clock = clock;
		this.merchants = new InMemoryMerchantRegistry(List.of(TestMerchants.merchant()));
		NotificationVerifier verifier = new NotificationVerifier(clock);
		List<JdbcTransactionManager> transactions = List.of(new JdbcTransactionManager(dataSource));
		UnitOfWork unit = new TransactionalUnitOfWork(transactions, dataSource,
				new HandlerTransactions(new StaticListableBeanFactory(), transactions, dataSource, false));
		NotificationHandlers handlers = new NotificationHandlers(subscriptions, TYPES);
		NotificationDispatcher dispatcher = new NotificationDispatcher(handlers, keys, new CaffeineClaimStore(), lease,
				new LeaseWatch(), unit, false);
		this.inbox = new NotificationInbox(dataSource, keys, application);
		this.consumer = new NotificationConsumer(this.merchants, verifier, dispatcher, NotificationObserver.none());
		this.worker = new InboxWorker(this.inbox, this.consumer, new DeadLetters(this.merchants, verifier,
				new NotificationHandlers(
						List.of(new NotificationSubscription<>(JsonNode.class, List.of("*"), deadLetters, "alarm")),
						TYPES)),
				handlers, new InboxSettings(lease, 3, new InboxBackoff(Duration.ofSeconds(2), 2, Duration.ofHours(1)),
						4, Duration.ofMillis(20), Duration.ofDays(3), Duration.ofDays(90)),
				clock);
		this.processor = new NotificationProcessor(this.merchants, verifier, dispatcher,
				new InboxDelivery(this.inbox, this.worker), NotificationObserver.none(), new Answers(TYPES, clock));
	}

	InboxNode start() {
		this.worker.start();
		return this;
	}

	NotificationInbox inbox() {
		return this.inbox;
	}

	InboxWorker worker() {
		return this.worker;
	}

	NotificationOutcome receive(Delivery delivery) {
		return this.processor.process("default", delivery.received()).outcome();
	}

	/** Handles what it holds, as the worker does. */
	NotificationOutcome handle(InboxEntry entry) {
		return this.consumer.consume(entry.notification(), "inbox", Lease.begin(Duration.ofMinutes(1)),
				() -> this.inbox.complete(entry));
	}

	/** Keys change: the node trusts another platform key from now on. */
	void trust(Trust trust) {
		this.merchants.replace(Merchant.DEFAULT_NAME, (merchant) -> merchant.withTrust(trust));
	}

	VerifiedNotification verified(Delivery delivery) {
		return new NotificationVerifier(this.clock).verify(delivery.received(), TestMerchants.merchant());
	}

	@Override
	public void close() {
		this.worker.stop();
	}

}
