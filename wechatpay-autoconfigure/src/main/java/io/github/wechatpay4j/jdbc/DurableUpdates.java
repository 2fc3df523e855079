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

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

import javax.sql.DataSource;

import io.github.wechatpay4j.delivery.Contention;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.ArgumentPreparedStatementSetter;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Updates that last once they return, or as long as the transaction that is under way.
 * Pools may hand out connections that commit nothing by themselves
 * ({@code auto-commit=false}), and undo what nobody has committed; or with an isolation
 * by which nodes block one another. Where no transaction is under way, these updates run
 * at READ COMMITTED, are done again after a deadlock, and leave the connection as it was.
 * Safe for use by many threads.
 */
public final class DurableUpdates {

	private static final int TRIES = 6;

	private final JdbcTemplate jdbc;

	private final DataSource resource;

	/** Found out once: asking is a statement of its own. */
	private volatile @Nullable Boolean readCommitted;

	/**
	 * Creates a writer.
	 * @param jdbc the database
	 */
	public DurableUpdates(JdbcTemplate jdbc) {
		this.jdbc = Objects.requireNonNull(jdbc, "jdbc");
		this.resource = resource(Objects.requireNonNull(jdbc.getDataSource(), "dataSource"));
	}

	/** What transaction managers bind to the thread. */
	static DataSource resource(DataSource dataSource) {
		DataSource target = (dataSource instanceof TransactionAwareDataSourceProxy proxy) ? proxy.getTargetDataSource()
				: null;
		return (target != null) ? target : dataSource;
	}

	/**
	 * Updates rows.
	 * @param sql a statement
	 * @param values its values
	 * @return how many rows were updated
	 */
	public int update(String sql, @Nullable Object... values) {
		return run((connection) -> execute(connection, sql, values), false);
	}

	/**
	 * Does several things in one transaction.
	 * @param work what to do; done again after a deadlock
	 * @param <T> its result
	 * @return its result
	 */
	public <T> T transaction(Function<JdbcTemplate, T> work) {
		return run((connection) -> work.apply(new JdbcTemplate(new SingleConnectionDataSource(connection, true))),
				true);
	}

	private <T> T run(ConnectionCallback<T> work, boolean several) {
		if (TransactionSynchronizationManager.hasResource(this.resource)) {
			return Objects.requireNonNull(this.jdbc.execute(work));
		}
		ConnectionCallback<T> own = (connection) -> readCommitted(connection, work, several);
		for (int i = 1;; i++) {
			try {
				return Objects.requireNonNull(this.jdbc.execute(own));
			}
			catch (DataAccessException ex) {
				if (i == TRIES || !Contention.isCauseOf(ex)) {
					throw ex;
				}
				// Whoever was in the way does the same
				LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(1_000_000L, i * 20_000_000L));
			}
		}
	}

	private <T> T readCommitted(Connection connection, ConnectionCallback<T> work, boolean several)
			throws SQLException {
		if (Boolean.TRUE.equals(this.readCommitted)) {
			return committed(connection, work, several);
		}
		int isolation = connection.getTransactionIsolation();
		this.readCommitted = isolation == Connection.TRANSACTION_READ_COMMITTED;
		if (Boolean.TRUE.equals(this.readCommitted)) {
			return committed(connection, work, several);
		}
		connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
		try {
			return committed(connection, work, several);
		}
		finally {
			connection.setTransactionIsolation(isolation);
		}
	}

	private static <T> T committed(Connection connection, ConnectionCallback<T> work, boolean several)
			throws SQLException {
		boolean automatic = connection.getAutoCommit();
		if (automatic && !several) {
			return Objects.requireNonNull(work.doInConnection(connection));
		}
		if (automatic) {
			connection.setAutoCommit(false);
		}
		boolean done = false;
		try {
			T result = Objects.requireNonNull(work.doInConnection(connection));
			connection.commit();
			done = true;
			return result;
		}
		finally {
			if (!done) {
				connection.rollback();
			}
			if (automatic) {
				connection.setAutoCommit(true);
			}
		}
	}

	private static int execute(Connection connection, String sql, @Nullable Object[] values) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(sql)) {
			new ArgumentPreparedStatementSetter(values).setValues(statement);
			return statement.executeUpdate();
		}
	}

}
