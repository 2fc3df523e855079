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

import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What has to be said differently to each database. The time is the database's, in
 * milliseconds since 1970: nodes whose clocks disagree still agree about leases.
 */
enum Dialect {

	/** The time goes on within a transaction, unlike that of {@code now()}. */
	POSTGRESQL("CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)"),

	/**
	 * MySQL and MariaDB. In UTC, because the hour before winter time comes twice in the
	 * session's time zone.
	 */
	MYSQL("(TIMESTAMPDIFF(MICROSECOND, '1970-01-01 00:00:00', UTC_TIMESTAMP(3)) DIV 1000)"),

	/** H2. The time stands still within a transaction. */
	OTHER("CAST(EXTRACT(EPOCH FROM CURRENT_TIMESTAMP(3)) * 1000 AS BIGINT)");

	private final String now;

	Dialect(String now) {
		this.now = now;
	}

	/** An expression for the time, evaluated for each row. */
	String now() {
		return this.now;
	}

	/** An expression for the time, evaluated once, so that an index can be searched. */
	String nowOnce() {
		return "(SELECT " + this.now + ")";
	}

	static Dialect of(JdbcTemplate jdbc) {
		ConnectionCallback<String> product = (connection) -> connection.getMetaData().getDatabaseProductName();
		return switch (String.valueOf(jdbc.execute(product))) {
			case "PostgreSQL" -> POSTGRESQL;
			case "MySQL", "MariaDB" -> MYSQL;
			default -> OTHER;
		};
	}

}
