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

import java.util.Map;

import javax.sql.DataSource;

import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.boot.jdbc.init.DatabaseInitializationProperties;
import org.springframework.boot.jdbc.init.PropertiesBasedDataSourceScriptDatabaseInitializer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Creates the tables that do not exist yet. Nodes that start together do it one after the
 * other: in PostgreSQL {@code IF NOT EXISTS} alone lets several of them fail.
 */
public final class WechatPaySchemaInitializer
		extends PropertiesBasedDataSourceScriptDatabaseInitializer<DatabaseInitializationProperties> {

	/** Any number that nobody else locks by. */
	private static final long LOCK = 7735192644L;

	/**
	 * Creates an initializer.
	 * @param dataSource the database
	 * @param properties whether and by which script
	 */
	public WechatPaySchemaInitializer(DataSource dataSource, DatabaseInitializationProperties properties) {
		super(dataSource, properties, Map.of(DatabaseDriver.MARIADB, "mysql"));
	}

	@Override
	protected void runScripts(Scripts scripts) {
		DataSource dataSource = getDataSource();
		JdbcTemplate jdbc = new JdbcTemplate(dataSource);
		new TransactionTemplate(new JdbcTransactionManager(dataSource)).executeWithoutResult((transaction) -> {
			if (PostgreSql.is(jdbc)) {
				jdbc.execute("SELECT pg_advisory_xact_lock(" + LOCK + ")");
			}
			super.runScripts(scripts);
		});
	}

}
