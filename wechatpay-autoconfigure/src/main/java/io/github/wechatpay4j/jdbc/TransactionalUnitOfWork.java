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

package io.github.wechatpay4j.jdbc;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import io.github.wechatpay4j.delivery.Lease;
import io.github.wechatpay4j.delivery.UnitOfWork;
import io.github.wechatpay4j.notification.NotificationSubscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A transaction around a handler and the mark that its event is done: both are committed,
 * or neither is: whatever the handler throws undoes both. That holds for what the handler
 * writes through the same {@code DataSource} and the same transaction manager; where no
 * transaction manager knows that {@code DataSource}, the mark is made after the handler
 * instead. Safe for use by many threads.
 */
public final class TransactionalUnitOfWork implements UnitOfWork {

	private static final Logger logger = LoggerFactory.getLogger(TransactionalUnitOfWork.class);

	private final List<PlatformTransactionManager> candidates;

	private final DataSource resource;

	private final HandlerTransactions own;

	/** The first one that has not been found to manage another resource. */
	private final AtomicInteger current = new AtomicInteger();

	private final AtomicBoolean told = new AtomicBoolean();

	/**
	 * Creates a unit that uses the first transaction manager which manages the
	 * {@code DataSource}; only its transactions can tell.
	 * @param candidates begin transactions, the preferred ones first
	 * @param dataSource where the mark is made
	 * @param own tells what handlers ask of their transactions
	 */
	public TransactionalUnitOfWork(Collection<? extends PlatformTransactionManager> candidates, DataSource dataSource,
			HandlerTransactions own) {
		this.candidates = List.copyOf(candidates);
		this.resource = DurableUpdates.resource(Objects.requireNonNull(dataSource, "dataSource"));
		this.own = Objects.requireNonNull(own, "own");
	}

	@Override
	public <T> T run(NotificationSubscription<?> subscription, Lease lease, Callable<T> work) throws Exception {
		for (int i = this.current.get(); i < this.candidates.size(); i++) {
			PlatformTransactionManager transactions = this.candidates.get(i);
			TransactionStatus transaction = transactions
				.getTransaction(this.own.definition(subscription, lease, transactions));
			if (TransactionSynchronizationManager.hasResource(this.resource)) {
				return within(transactions, transaction, work);
			}
			// Within this transaction the mark would be durable before the handler's work
			transactions.rollback(transaction);
			this.current.compareAndSet(i, i + 1);
		}
		if (this.told.compareAndSet(false, true)) {
			logger.warn("No transaction manager is known to manage the DataSource that keeps WeChat Pay notifications:"
					+ " handlers may be called again after a crash. Mark the DataSource of their tables, and its"
					+ " transaction manager, with @WechatPayDataSource");
		}
		return work.call();
	}

	private static <T> T within(PlatformTransactionManager transactions, TransactionStatus transaction,
			Callable<T> work) throws Exception {
		T result;
		try {
			result = work.call();
		}
		catch (Throwable ex) {
			rollback(transactions, transaction, ex);
			throw ex;
		}
		transactions.commit(transaction);
		return result;
	}

	private static void rollback(PlatformTransactionManager transactions, TransactionStatus transaction,
			Throwable cause) {
		try {
			transactions.rollback(transaction);
		}
		catch (RuntimeException ex) {
			cause.addSuppressed(ex);
		}
	}

}
