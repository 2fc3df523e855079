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

import java.util.Objects;
import java.util.concurrent.Callable;

import javax.sql.DataSource;

import io.github.wechatpay4j.delivery.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A transaction around a handler and the mark that its event is done: both are committed,
 * or neither is. That holds for what the handler writes through the same
 * {@code DataSource} and the same transaction manager; where the transaction manager
 * knows another resource, the mark is made after the handler instead. Safe for use by
 * many threads.
 */
public final class TransactionalUnitOfWork implements UnitOfWork {

	private static final Logger logger = LoggerFactory.getLogger(TransactionalUnitOfWork.class);

	private final PlatformTransactionManager transactions;

	private final DataSource dataSource;

	private volatile boolean joined = true;

	/**
	 * Creates a unit.
	 * @param transactions begins transactions
	 * @param dataSource where the mark is made
	 */
	public TransactionalUnitOfWork(PlatformTransactionManager transactions, DataSource dataSource) {
		this.transactions = Objects.requireNonNull(transactions, "transactions");
		this.dataSource = Objects.requireNonNull(dataSource, "dataSource");
	}

	@Override
	public <T> T run(Callable<T> work) throws Exception {
		if (!this.joined) {
			return work.call();
		}
		TransactionStatus transaction = this.transactions.getTransaction(TransactionDefinition.withDefaults());
		if (!TransactionSynchronizationManager.hasResource(this.dataSource)) {
			// Within this transaction the mark would be durable before the handler's work
			this.transactions.rollback(transaction);
			this.joined = false;
			logger.warn("The transaction manager does not manage the DataSource that keeps WeChat Pay notifications:"
					+ " handlers may be called again after a crash. Mark their DataSource with @WechatPayDataSource");
			return work.call();
		}
		T result;
		try {
			result = work.call();
		}
		catch (Throwable ex) {
			rollback(transaction, ex);
			throw ex;
		}
		this.transactions.commit(transaction);
		return result;
	}

	private void rollback(TransactionStatus transaction, Throwable cause) {
		try {
			this.transactions.rollback(transaction);
		}
		catch (RuntimeException ex) {
			cause.addSuppressed(ex);
		}
	}

}
