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
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.sql.DataSource;

import io.github.wechatpay4j.NotificationRejectedException;
import io.github.wechatpay4j.api.payments.TransactionNotification;
import io.github.wechatpay4j.autoconfigure.TestProperties;
import io.github.wechatpay4j.autoconfigure.WechatPayAutoConfiguration;
import io.github.wechatpay4j.autoconfigure.WechatPayJdbcAutoConfiguration;
import io.github.wechatpay4j.autoconfigure.WechatPayNotificationAutoConfiguration;
import io.github.wechatpay4j.delivery.NotificationDispatcher;
import io.github.wechatpay4j.listener.InvalidListenerException;
import io.github.wechatpay4j.notification.NotificationOutcome;
import io.github.wechatpay4j.notification.NotificationProgress;
import io.github.wechatpay4j.notification.NotificationVerifier;
import io.github.wechatpay4j.notification.WechatPayListener;
import io.github.wechatpay4j.testing.Delivery;
import io.github.wechatpay4j.testing.TestClock;
import io.github.wechatpay4j.testing.TestMerchants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class HandlerTransactionsTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	private static final List<String> seen = new CopyOnWriteArrayList<>();

	private final ApplicationContextRunner contexts = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(WechatPayAutoConfiguration.class, WechatPayJdbcAutoConfiguration.class,
				WechatPayNotificationAutoConfiguration.class))
		.withPropertyValues(TestProperties.complete())
		.withPropertyValues("wechatpay.notification.mode=direct", "wechatpay.notification.store=jdbc",
				"wechatpay.notification.lease=40s", "wechatpay.jdbc.initialize-schema=always");

	@BeforeEach
	void prepare() {
		seen.clear();
		database.clear();
		database.jdbc().execute("CREATE TABLE IF NOT EXISTS sold (word VARCHAR(20))");
		database.jdbc().update("DELETE FROM sold");
	}

	private static NotificationOutcome deliver(ApplicationContext context) {
		return context.getBean(NotificationDispatcher.class)
			.deliver(new NotificationVerifier(new TestClock()).verify(Delivery.paid().received(),
					TestMerchants.merchant()), NotificationProgress.none());
	}

	/** Isolation and the seconds that are left. */
	private static void look() {
		ConnectionHolder holder = (ConnectionHolder) TransactionSynchronizationManager
			.getResource(database.dataSource());
		seen.add(TransactionSynchronizationManager.getCurrentTransactionIsolationLevel() + ", "
				+ (holder.getTimeToLiveInSeconds() <= 7 ? "7" : holder.getTimeToLiveInSeconds() <= 40 ? "40" : "more"));
	}

	@Test
	void takesIsolationAndTimeoutOfTheHandlerForTheTransactionAroundIt() {
		this.contexts.withUserConfiguration(OneDatabase.class)
			.withBean("handler", Serializable.class)
			.run((context) -> assertThat(deliver(context)).isEqualTo(NotificationOutcome.HANDLED));
		assertThat(seen).containsExactly("8, 7");
	}

	@Test
	void lastsNoLongerThanTheLease() {
		this.contexts.withUserConfiguration(OneDatabase.class)
			.withBean("handler", Plain.class)
			.run((context) -> assertThat(deliver(context)).isEqualTo(NotificationOutcome.HANDLED));
		assertThat(seen).containsExactly("null, 40");
	}

	@ParameterizedTest
	@ValueSource(classes = { RequiresNew.class, NotSupported.class, Never.class, ReadOnly.class, ReadOnlyClass.class,
			OwnAnnotation.class, OnAnInterface.class, AnotherManager.class })
	void refusesWhatCannotBeHadInOneTransaction(Class<?> type) {
		this.contexts.withUserConfiguration(TwoDatabases.class)
			.withBean("handler", type)
			.run((context) -> assertThat(context.getStartupFailure()).isInstanceOf(InvalidListenerException.class)
				.hasMessageStartingWith("The @Transactional of @WechatPayListener ")
				.hasMessageContaining("@WechatPayListener(transactional = false)"));
	}

	@Test
	void marksTheEventAfterAHandlerThatWantsNoTransactionAroundIt() {
		this.contexts.withUserConfiguration(OneDatabase.class).withBean("handler", Alone.class).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(deliver(context)).isEqualTo(NotificationOutcome.HANDLED);
			assertThat(seen).containsExactly("in a transaction: false");
			assertThat(deliver(context)).isEqualTo(NotificationOutcome.DUPLICATE);
		});
	}

	@Test
	void undoesEverythingWhateverTheHandlerThrows() {
		this.contexts.withUserConfiguration(OneDatabase.class)
			.withBean("handler", FailsChecked.class)
			.run((context) -> assertThatExceptionOfType(NotificationRejectedException.class)
				.isThrownBy(() -> deliver(context)));
		assertThat(database.jdbc().queryForObject("SELECT COUNT(*) FROM sold", Integer.class)).isZero();
	}

	@ParameterizedTest
	@ValueSource(classes = { Routing.class, RoutingBehindAProxy.class, RoutingOfAnotherLibrary.class })
	void refusesADataSourceThatChoosesAmongDatabases(Class<?> configuration) {
		this.contexts.withUserConfiguration(configuration)
			.withBean("handler", Plain.class)
			.run((context) -> assertThat(context.getStartupFailure()).isInstanceOf(InvalidListenerException.class)
				.hasMessageContainingAll("routing DataSource", "@WechatPayDataSource", "transactional = false"));
	}

	@Test
	void acceptsARoutingDataSourceWithHandlersThatWantNoTransactionOrWhereItIsMarked() {
		this.contexts.withUserConfiguration(Routing.class)
			.withBean("handler", Alone.class)
			.run((context) -> assertThat(context).hasNotFailed());
		this.contexts.withUserConfiguration(RoutingBesideAMarkedOne.class)
			.withBean("handler", Plain.class)
			.run((context) -> {
				assertThat(context).hasNotFailed();
				deliver(context);
			});
		assertThat(seen).containsExactly("null, 40");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableTransactionManagement(proxyTargetClass = true)
	static class OneDatabase {

		@Bean(destroyMethod = "")
		DataSource dataSource() {
			return database.dataSource();
		}

		@Bean
		JdbcTransactionManager transactionManager(DataSource dataSource) {
			return new JdbcTransactionManager(dataSource);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableTransactionManagement(proxyTargetClass = true)
	static class TwoDatabases {

		@Bean(destroyMethod = "")
		@Primary
		DataSource dataSource() {
			return database.dataSource();
		}

		@Bean
		@Primary
		JdbcTransactionManager transactionManager(DataSource dataSource) {
			return new JdbcTransactionManager(dataSource);
		}

		@Bean
		JdbcTransactionManager otherTransactions() {
			return new JdbcTransactionManager(new DriverManagerDataSource("jdbc:h2:mem:others"));
		}

	}

	static DataSource routing() {
		AbstractRoutingDataSource routing = new AbstractRoutingDataSource() {

			@Override
			protected Object determineCurrentLookupKey() {
				return "one";
			}

		};
		routing.setTargetDataSources(java.util.Map.of("one", database.dataSource()));
		routing.afterPropertiesSet();
		return routing;
	}

	@Configuration(proxyBeanMethods = false)
	static class Routing {

		@Bean(destroyMethod = "")
		DataSource dataSource() {
			return routing();
		}

		@Bean
		JdbcTransactionManager transactionManager(DataSource dataSource) {
			return new JdbcTransactionManager(dataSource);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class RoutingBehindAProxy {

		@Bean(destroyMethod = "")
		DataSource dataSource() {
			return new LazyConnectionDataSourceProxy(routing());
		}

		@Bean
		JdbcTransactionManager transactionManager(DataSource dataSource) {
			return new JdbcTransactionManager(dataSource);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class RoutingOfAnotherLibrary {

		static final class DynamicRoutingDataSource extends org.springframework.jdbc.datasource.AbstractDataSource {

			@Override
			public java.sql.Connection getConnection() throws java.sql.SQLException {
				return database.dataSource().getConnection();
			}

			@Override
			public java.sql.Connection getConnection(String username, String password) throws java.sql.SQLException {
				return getConnection();
			}

		}

		@Bean(destroyMethod = "")
		DataSource dataSource() {
			return new DynamicRoutingDataSource();
		}

		@Bean
		JdbcTransactionManager transactionManager(DataSource dataSource) {
			return new JdbcTransactionManager(dataSource);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class RoutingBesideAMarkedOne {

		@Bean(destroyMethod = "")
		@Primary
		DataSource dataSource() {
			return routing();
		}

		@Bean(destroyMethod = "")
		@WechatPayDataSource
		DataSource marked() {
			return database.dataSource();
		}

		@Bean
		@WechatPayDataSource
		JdbcTransactionManager transactionManager() {
			return new JdbcTransactionManager(database.dataSource());
		}

	}

	@Retention(RetentionPolicy.RUNTIME)
	@Transactional(propagation = Propagation.REQUIRES_NEW)
	@interface OfItsOwn {

	}

	interface ReadOnlyShop {

		@Transactional(readOnly = true)
		void paid(TransactionNotification paid);

	}

	static class Plain {

		@WechatPayListener
		public void paid(TransactionNotification paid) {
			look();
		}

	}

	static class Serializable {

		@WechatPayListener
		@Transactional(isolation = Isolation.SERIALIZABLE, timeout = 7)
		public void paid(TransactionNotification paid) {
			look();
		}

	}

	static class RequiresNew {

		@WechatPayListener
		@Transactional(propagation = Propagation.REQUIRES_NEW)
		public void paid(TransactionNotification paid) {
		}

	}

	static class NotSupported {

		@WechatPayListener
		@Transactional(propagation = Propagation.NOT_SUPPORTED)
		public void paid(TransactionNotification paid) {
		}

	}

	static class Never {

		@WechatPayListener
		@Transactional(propagation = Propagation.NEVER)
		public void paid(TransactionNotification paid) {
		}

	}

	static class ReadOnly {

		@WechatPayListener
		@Transactional(readOnly = true)
		public void paid(TransactionNotification paid) {
		}

	}

	@Transactional(readOnly = true)
	static class ReadOnlyClass {

		@WechatPayListener
		public void paid(TransactionNotification paid) {
		}

	}

	static class OwnAnnotation {

		@WechatPayListener
		@OfItsOwn
		public void paid(TransactionNotification paid) {
		}

	}

	static class OnAnInterface implements ReadOnlyShop {

		@WechatPayListener
		@Override
		public void paid(TransactionNotification paid) {
		}

	}

	static class AnotherManager {

		@WechatPayListener
		@Transactional("otherTransactions")
		public void paid(TransactionNotification paid) {
		}

	}

	static class Alone {

		@WechatPayListener(transactional = false)
		@Transactional(propagation = Propagation.NEVER)
		public void paid(TransactionNotification paid) {
			seen.add("in a transaction: " + TransactionSynchronizationManager.isActualTransactionActive());
		}

	}

	static class FailsChecked {

		@WechatPayListener
		@Transactional
		public void paid(TransactionNotification paid) throws IOException {
			new JdbcTemplate(database.dataSource()).update("INSERT INTO sold VALUES ('a')");
			throw new IOException("as told");
		}

	}

}
