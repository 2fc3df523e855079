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

import javax.sql.DataSource;

import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.boot.jdbc.init.DataSourceScriptDatabaseInitializer;
import org.springframework.boot.jdbc.init.DatabaseInitializationProperties;
import org.springframework.boot.jdbc.init.PlatformPlaceholderDatabaseDriverResolver;
import org.springframework.boot.sql.init.DatabaseInitializationSettings;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.StringUtils;

/**
 * Creates the tables that do not exist yet, and brings those of former versions up to
 * date. Nodes that start together do it one after the other: {@code IF NOT EXISTS} alone
 * lets several of them fail.
 */
public final class WechatPaySchemaInitializer extends DataSourceScriptDatabaseInitializer {

	/** Any number that nobody else locks by. */
	private static final long LOCK = 7735192644L;

	/** Seconds to wait for a node that alters tables at the moment. */
	private static final int PATIENCE = 60;

	/**
	 * Creates an initializer.
	 * @param dataSource the database
	 * @param properties whether and by which script
	 */
	public WechatPaySchemaInitializer(DataSource dataSource, DatabaseInitializationProperties properties) {
		super(dataSource, settings(dataSource, properties));
	}

	private static DatabaseInitializationSettings settings(DataSource dataSource,
			DatabaseInitializationProperties properties) {
		DatabaseInitializationSettings settings = new DatabaseInitializationSettings();
		settings.setSchemaLocations(locations(dataSource, properties));
		settings.setMode(properties.getInitializeSchema());
		settings.setContinueOnError(properties.isContinueOnError());
		return settings;
	}

	private static List<String> locations(DataSource dataSource, DatabaseInitializationProperties properties) {
		String first = properties.getSchema();
		List<String> all = first.equals(properties.getDefaultSchemaLocation())
				? List.of(first, first.replace("_v1.sql", "_v2.sql")) : List.of(first);
		if (StringUtils.hasText(properties.getPlatform())) {
			return all.stream().map((each) -> each.replace("@@platform@@", properties.getPlatform())).toList();
		}
		return new PlatformPlaceholderDatabaseDriverResolver().withDriverPlatform(DatabaseDriver.MARIADB, "mysql")
			.resolveAll(dataSource, all.toArray(String[]::new));
	}

	@Override
	protected void runScripts(Scripts scripts) {
		DataSource dataSource = getDataSource();
		JdbcTemplate jdbc = new JdbcTemplate(dataSource);
		new TransactionTemplate(new JdbcTransactionManager(dataSource)).executeWithoutResult((transaction) -> {
			switch (Dialect.of(jdbc)) {
				case POSTGRESQL -> {
					jdbc.execute("SELECT pg_advisory_xact_lock(" + LOCK + ")");
					super.runScripts(scripts);
				}
				case MYSQL -> runLocked(scripts, jdbc);
				default -> super.runScripts(scripts);
			}
		});
	}

	/** Not by the transaction, which the first change of a table ends. */
	private void runLocked(Scripts scripts, JdbcTemplate jdbc) {
		jdbc.queryForObject("SELECT GET_LOCK('wechatpay-" + LOCK + "', " + PATIENCE + ")", Integer.class);
		try {
			super.runScripts(scripts);
		}
		finally {
			jdbc.queryForObject("SELECT RELEASE_LOCK('wechatpay-" + LOCK + "')", Integer.class);
		}
	}

}
