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

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.ArgumentPreparedStatementSetter;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Updates that last once they return, or as long as the transaction that is under way.
 * Pools may hand out connections that commit nothing by themselves
 * ({@code auto-commit=false}), and undo what nobody has committed. Safe for use by many
 * threads.
 */
public final class DurableUpdates {

	private final JdbcTemplate jdbc;

	private final DataSource resource;

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
		boolean joins = TransactionSynchronizationManager.hasResource(this.resource);
		ConnectionCallback<Integer> update = (connection) -> joins ? execute(connection, sql, values)
				: committed(connection, sql, values);
		return Objects.requireNonNull(this.jdbc.execute(update));
	}

	private static int committed(Connection connection, String sql, @Nullable Object[] values) throws SQLException {
		if (connection.getAutoCommit()) {
			return execute(connection, sql, values);
		}
		boolean done = false;
		try {
			int count = execute(connection, sql, values);
			connection.commit();
			done = true;
			return count;
		}
		finally {
			if (!done) {
				connection.rollback();
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
