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

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Inserts rows whose key may exist. PostgreSQL is told so, because a violated constraint
 * is an error in its log and ends the transaction; elsewhere the violation is the answer.
 * Safe for use by many threads.
 */
public final class InsertIfAbsent {

	private final JdbcTemplate jdbc;

	private final DurableUpdates updates;

	private volatile @Nullable String suffix;

	/**
	 * Creates an inserter.
	 * @param jdbc the database
	 */
	public InsertIfAbsent(JdbcTemplate jdbc) {
		this.jdbc = Objects.requireNonNull(jdbc, "jdbc");
		this.updates = new DurableUpdates(jdbc);
	}

	/**
	 * Inserts a row.
	 * @param insert an INSERT statement
	 * @param values its values
	 * @return whether it was inserted; {@code false} if its key exists
	 */
	public boolean insert(String insert, Object... values) {
		try {
			return this.updates.update(insert + suffix(), values) > 0;
		}
		catch (DuplicateKeyException ex) {
			return false;
		}
	}

	private String suffix() {
		String known = this.suffix;
		if (known == null) {
			known = PostgreSql.is(this.jdbc) ? " ON CONFLICT DO NOTHING" : "";
			this.suffix = known;
		}
		return known;
	}

}
