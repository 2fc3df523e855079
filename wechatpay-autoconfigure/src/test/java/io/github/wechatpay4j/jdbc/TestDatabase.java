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

import java.time.Duration;
import java.util.UUID;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import io.github.wechatpay4j.autoconfigure.WechatPayJdbcProperties;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

import org.springframework.boot.sql.init.DatabaseInitializationMode;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * An empty database with our tables for a test class. Servers are real, are started once
 * for all tests that need them, and end with the tests.
 */
public final class TestDatabase implements BeforeAllCallback, AfterAllCallback {

	private static final Namespace NAMESPACE = Namespace.create(TestDatabase.class);

	private final Class<? extends DatabaseServer> type;

	private HikariDataSource dataSource;

	private TestDatabase(Class<? extends DatabaseServer> type) {
		this.type = type;
	}

	public static TestDatabase h2() {
		return new TestDatabase(DatabaseServer.H2.class);
	}

	public static TestDatabase postgresql() {
		return new TestDatabase(DatabaseServer.PostgreSql.class);
	}

	public static TestDatabase mariadb() {
		return new TestDatabase(DatabaseServer.MariaDb.class);
	}

	@Override
	public void beforeAll(ExtensionContext context) {
		DatabaseServer server = context.getRoot()
			.getStore(NAMESPACE)
			.computeIfAbsent(this.type, (type) -> DatabaseServer.start(type), DatabaseServer.class);
		this.dataSource = new HikariDataSource();
		this.dataSource.setJdbcUrl(server.createDatabase("t" + UUID.randomUUID().toString().replace("-", "")));
		this.dataSource.setUsername(server.username());
		this.dataSource.setPassword("");
		createTables();
	}

	/** Creates what does not exist yet, as an application does that asks for it. */
	public void createTables() {
		WechatPayJdbcProperties properties = new WechatPayJdbcProperties();
		properties.setInitializeSchema(DatabaseInitializationMode.ALWAYS);
		new WechatPaySchemaInitializer(this.dataSource, properties).initializeDatabase();
	}

	/** What the first version created. */
	public void createTablesOfVersion1() {
		WechatPayJdbcProperties properties = new WechatPayJdbcProperties();
		properties.setInitializeSchema(DatabaseInitializationMode.ALWAYS);
		properties.setSchema("optional:classpath:wechatpay/schema/@@platform@@/R__wechatpay_v1.sql");
		new WechatPaySchemaInitializer(this.dataSource, properties).initializeDatabase();
	}

	@Override
	public void afterAll(ExtensionContext context) {
		this.dataSource.close();
	}

	public DataSource dataSource() {
		return this.dataSource;
	}

	/** Another pool, whose connections commit nothing by themselves. */
	public HikariDataSource withoutAutoCommit() {
		HikariDataSource other = pool();
		other.setAutoCommit(false);
		return other;
	}

	/** Another pool, with an isolation of its own. */
	public HikariDataSource withIsolation(String isolation) {
		HikariDataSource other = pool();
		other.setTransactionIsolation(isolation);
		return other;
	}

	/** Another pool. */
	public HikariDataSource pool() {
		HikariDataSource other = new HikariDataSource();
		other.setJdbcUrl(url());
		other.setUsername(username());
		other.setPassword("");
		return other;
	}

	public String url() {
		return this.dataSource.getJdbcUrl();
	}

	public String username() {
		return this.dataSource.getUsername();
	}

	public JdbcTemplate jdbc() {
		return new JdbcTemplate(this.dataSource);
	}

	/** Lets time pass for what is in the tables: the database's time is its own. */
	public void age(Duration time) {
		long millis = time.toMillis();
		jdbc().update("UPDATE wechatpay_claim SET expires_at = expires_at - ?", millis);
		jdbc().update(
				"UPDATE wechatpay_inbox SET due_at = due_at - ?, received_at = received_at - ?,"
						+ " ended_at = ended_at - ?, unhandled_since = unhandled_since - ?",
				millis, millis, millis, millis);
	}

	/** As if no table had ever been created. */
	public void dropTables() {
		jdbc().execute("DROP TABLE wechatpay_claim");
		jdbc().execute("DROP TABLE wechatpay_inbox");
	}

	public void clear() {
		jdbc().update("DELETE FROM wechatpay_claim");
		jdbc().update("DELETE FROM wechatpay_inbox");
	}

}
