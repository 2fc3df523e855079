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
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

import javax.sql.DataSource;

import io.github.wechatpay4j.delivery.Lease;
import io.github.wechatpay4j.notification.NotificationSubscription;
import io.github.wechatpay4j.testing.LogCapture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TransactionalUnitOfWorkTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	private static final NotificationSubscription<?> HANDLER = new NotificationSubscription<>(JsonNode.class,
			List.of("*"), (notification) -> {
			}, "handler");

	private final JdbcTransactionManager transactions = new JdbcTransactionManager(database.dataSource());

	private final TransactionalUnitOfWork unit = unit(List.of(this.transactions), database.dataSource());

	@BeforeEach
	void prepare() {
		database.jdbc().execute("CREATE TABLE IF NOT EXISTS written (word VARCHAR(20))");
		database.jdbc().update("DELETE FROM written");
	}

	@Test
	void commitsWhatTheWorkWrote() throws Exception {
		assertThat(run(this.unit, () -> write("a"))).isEqualTo("a");
		assertThat(written()).isOne();
	}

	@Test
	void undoesWhatTheWorkWroteAndPassesItsExceptionOn() {
		IOException told = new IOException("as told");
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> run(this.unit, () -> {
			write("a");
			throw told;
		})).isSameAs(told);
		assertThat(written()).isZero();
		assertThat(TransactionSynchronizationManager.isActualTransactionActive()).isFalse();
	}

	@Test
	void passesOnThatAHandlerRolledBackInSecret() {
		assertThatExceptionOfType(UnexpectedRollbackException.class).isThrownBy(() -> run(this.unit, () -> {
			new TransactionTemplate(this.transactions).executeWithoutResult((inner) -> inner.setRollbackOnly());
			return write("a");
		}));
		assertThat(written()).isZero();
	}

	@Test
	void standsAsideWhereTheTransactionsAreSomebodyElses() throws Exception {
		DriverManagerDataSource elsewhere = new DriverManagerDataSource("jdbc:h2:mem:elsewhere");
		TransactionalUnitOfWork other = unit(List.of(new JdbcTransactionManager(elsewhere)), database.dataSource());
		try (LogCapture log = new LogCapture()) {
			for (int i = 0; i < 3; i++) {
				run(other, () -> {
					assertThat(TransactionSynchronizationManager.isActualTransactionActive()).isFalse();
					return write("a");
				});
			}
			assertThat(log.text()).containsOnlyOnce("@WechatPayDataSource");
		}
		assertThat(written()).isEqualTo(3);
	}

	@Test
	void usesTheTransactionManagerThatManagesTheDataSource() throws Exception {
		JdbcTransactionManager elsewhere = new JdbcTransactionManager(
				new DriverManagerDataSource("jdbc:h2:mem:elsewhere"));
		TransactionalUnitOfWork several = unit(List.of(elsewhere, this.transactions), database.dataSource());
		for (int i = 0; i < 2; i++) {
			undoes(several);
		}
	}

	@Test
	void joinsTransactionsAlsoThroughAProxyThatKnowsOfThem() {
		undoes(unit(List.of(this.transactions), new TransactionAwareDataSourceProxy(database.dataSource())));
	}

	@Test
	void saysThatThereAreNoTransactions() throws Exception {
		TransactionalUnitOfWork none = unit(List.of(), database.dataSource());
		try (LogCapture log = new LogCapture()) {
			run(none, () -> write("a"));
			run(none, () -> write("a"));
			assertThat(log.text()).containsOnlyOnce("@WechatPayDataSource");
		}
		assertThat(written()).isEqualTo(2);
	}

	private void undoes(TransactionalUnitOfWork unit) {
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> run(unit, () -> {
			write("a");
			throw new IOException("as told");
		}));
		assertThat(written()).isZero();
		assertThat(TransactionSynchronizationManager.isActualTransactionActive()).isFalse();
	}

	private static TransactionalUnitOfWork unit(List<JdbcTransactionManager> candidates, DataSource dataSource) {
		return new TransactionalUnitOfWork(candidates, dataSource,
				new HandlerTransactions(new StaticListableBeanFactory(), candidates, dataSource, false));
	}

	private static <T> T run(TransactionalUnitOfWork unit, Callable<T> work) throws Exception {
		return unit.run(HANDLER, Lease.begin(Duration.ofMinutes(1)), work);
	}

	private String write(String word) {
		database.jdbc().update("INSERT INTO written VALUES (?)", word);
		return word;
	}

	private int written() {
		return database.jdbc().queryForObject("SELECT COUNT(*) FROM written", Integer.class);
	}

}
