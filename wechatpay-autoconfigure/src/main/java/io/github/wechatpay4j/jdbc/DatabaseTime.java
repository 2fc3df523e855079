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

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The time that a database gives, as expressions for statements: milliseconds since 1970,
 * whatever the time zone. Safe for use by many threads.
 */
public final class DatabaseTime {

	private final JdbcTemplate jdbc;

	private volatile @Nullable Dialect dialect;

	/**
	 * Creates a time.
	 * @param jdbc the database, which is asked when it is first needed
	 */
	public DatabaseTime(JdbcTemplate jdbc) {
		this.jdbc = Objects.requireNonNull(jdbc, "jdbc");
	}

	/**
	 * The time as a value to write.
	 * @return an expression
	 */
	public String now() {
		return dialect().now();
	}

	/**
	 * The time as a value to compare with, evaluated once for a statement.
	 * @return an expression
	 */
	public String nowOnce() {
		return dialect().nowOnce();
	}

	private Dialect dialect() {
		Dialect known = this.dialect;
		if (known == null) {
			known = Dialect.of(this.jdbc);
			this.dialect = known;
		}
		return known;
	}

}
