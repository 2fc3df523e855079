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

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.IncorrectUpdateSemanticsDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Inserts rows whose key may exist. Only a row that is there, looked up by that key, is a
 * duplicate: a constraint may be violated for other reasons, such as a sequence that is
 * behind the rows after a restore. PostgreSQL is told of the key, because a violated
 * constraint is an error in its log; elsewhere the violation makes us look. Safe for use
 * by many threads.
 */
public final class InsertIfAbsent {

	/** What was there may be gone when it is looked up. */
	private static final int TRIES = 3;

	private final JdbcTemplate jdbc;

	private final DurableUpdates updates;

	private final String table;

	private final String column;

	private volatile @Nullable String suffix;

	/**
	 * Creates an inserter.
	 * @param jdbc the database
	 * @param table the table's name
	 * @param column the column with the key, which is unique
	 */
	public InsertIfAbsent(JdbcTemplate jdbc, String table, String column) {
		this.jdbc = Objects.requireNonNull(jdbc, "jdbc");
		this.updates = new DurableUpdates(jdbc);
		this.table = Objects.requireNonNull(table, "table");
		this.column = Objects.requireNonNull(column, "column");
	}

	/**
	 * Inserts a row.
	 * @param key its key
	 * @param insert an INSERT statement
	 * @param values its values
	 * @return whether it was inserted; {@code false} if there is a row with that key
	 * @throws org.springframework.dao.DataAccessException if it was not inserted although
	 * there is no such row
	 */
	public boolean insert(String key, String insert, Object... values) {
		for (int i = 1;; i++) {
			DataIntegrityViolationException violation = null;
			try {
				if (this.updates.update(insert + suffix(), values) > 0) {
					return true;
				}
			}
			catch (DataIntegrityViolationException ex) {
				violation = ex;
			}
			if (exists(key)) {
				return false;
			}
			if (i == TRIES || (violation != null && !(violation instanceof DuplicateKeyException))) {
				throw (violation != null) ? violation : new IncorrectUpdateSemanticsDataAccessException(
						"The database has taken a row for " + this.table + " and has not kept it");
			}
		}
	}

	private boolean exists(String key) {
		List<Integer> found = this.jdbc.queryForList("SELECT 1 FROM " + this.table + " WHERE " + this.column + " = ?",
				Integer.class, key);
		return !found.isEmpty();
	}

	private String suffix() {
		String known = this.suffix;
		if (known == null) {
			known = (Dialect.of(this.jdbc) == Dialect.POSTGRESQL) ? " ON CONFLICT (" + this.column + ") DO NOTHING"
					: "";
			this.suffix = known;
		}
		return known;
	}

}
