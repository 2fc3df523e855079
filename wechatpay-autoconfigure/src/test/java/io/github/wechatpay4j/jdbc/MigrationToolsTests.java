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
import java.util.UUID;

import javax.sql.DataSource;

import liquibase.Scope;
import liquibase.command.CommandScope;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The scripts suit the tools that applications migrate their databases with.
 */
class MigrationToolsTests {

	private final DataSource dataSource = new DriverManagerDataSource(
			"jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");

	@Test
	void flywayTakesThemAsRepeatableMigrations() {
		Flyway flyway = Flyway.configure()
			.dataSource(this.dataSource)
			.locations("classpath:wechatpay/schema/h2")
			.load();
		assertThat(flyway.migrate().migrationsExecuted).isEqualTo(2);
		assertThat(flyway.migrate().migrationsExecuted).isZero();
		assertThat(tables()).containsExactly("WECHATPAY_CLAIM", "WECHATPAY_INBOX");
		assertThat(columns()).contains("APPLICATION", "ATTEMPTS", "UNHANDLED_SINCE");
	}

	@Test
	void liquibaseTakesThemAsSqlFiles() throws Exception {
		Scope
			.child(Scope.Attr.resourceAccessor, new ClassLoaderResourceAccessor(),
					() -> new CommandScope("update").addArgumentValue("changelogFile", "migration/changelog.xml")
						.addArgumentValue("database", DatabaseFactory.getInstance()
							.findCorrectDatabaseImplementation(new JdbcConnection(this.dataSource.getConnection())))
						.execute());
		assertThat(tables()).containsExactly("WECHATPAY_CLAIM", "WECHATPAY_INBOX");
		assertThat(columns()).contains("APPLICATION", "ATTEMPTS", "UNHANDLED_SINCE");
	}

	private List<String> columns() {
		return new JdbcTemplate(this.dataSource).queryForList(
				"SELECT COLUMN_NAME FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_NAME LIKE 'WECHATPAY%'", String.class);
	}

	private List<String> tables() {
		return new JdbcTemplate(this.dataSource).queryForList(
				"SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_NAME LIKE 'WECHATPAY%' ORDER BY 1",
				String.class);
	}

}
