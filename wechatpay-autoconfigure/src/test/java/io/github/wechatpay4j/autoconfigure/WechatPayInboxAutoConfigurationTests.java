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

package io.github.wechatpay4j.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

import io.github.wechatpay4j.claim.CaffeineClaimStore;
import io.github.wechatpay4j.claim.ClaimStore;
import io.github.wechatpay4j.claim.jdbc.JdbcClaimStore;
import io.github.wechatpay4j.claim.jdbc.LeftInInbox;
import io.github.wechatpay4j.delivery.ApplicationName;
import io.github.wechatpay4j.delivery.NotificationDelivery;
import io.github.wechatpay4j.notification.NotificationSubscription;
import io.github.wechatpay4j.delivery.Lease;
import io.github.wechatpay4j.delivery.UnitOfWork;
import io.github.wechatpay4j.inbox.InboxDelivery;
import io.github.wechatpay4j.inbox.NotificationInbox;
import io.github.wechatpay4j.jdbc.TransactionalUnitOfWork;
import io.github.wechatpay4j.jdbc.WechatPayDataSource;
import io.github.wechatpay4j.notification.NotificationOutcome;
import io.github.wechatpay4j.testing.LogCapture;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WechatPayInboxAutoConfigurationTests {

	private final ApplicationContextRunner bare = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(WechatPayAutoConfiguration.class, WechatPayNotificationAutoConfiguration.class,
						WechatPayJdbcAutoConfiguration.class, WechatPayInboxAutoConfiguration.class))
		.withPropertyValues(TestProperties.complete());

	private final ApplicationContextRunner contexts = this.bare
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class,
				DataSourceTransactionManagerAutoConfiguration.class))
		.withPropertyValues("spring.datasource.url=" + h2());

	private static String h2() {
		return "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
	}

	@Test
	void leavesADataSourceAloneUnlessItIsAskedToUseIt() {
		this.contexts.run((context) -> {
			assertThat(context).hasSingleBean(CaffeineClaimStore.class)
				.doesNotHaveBean(NotificationInbox.class)
				.doesNotHaveBean(UnitOfWork.class)
				.doesNotHaveBean("wechatPayScriptDatabaseInitializer");
			assertThat(tables(context.getBean(DataSource.class))).isZero();
		});
	}

	@Test
	void makesAnInboxOfAJdbcStore() {
		this.contexts.withPropertyValues("wechatpay.notification.store=jdbc").run((context) -> {
			assertThat(context).hasSingleBean(NotificationInbox.class)
				.hasSingleBean(JdbcClaimStore.class)
				.hasSingleBean(TransactionalUnitOfWork.class)
				.getBean(NotificationDelivery.class)
				.isInstanceOf(InboxDelivery.class);
			assertThat(tables(context.getBean(DataSource.class))).as("H2 is embedded").isEqualTo(2);
		});
	}

	@Test
	void keepsClaimsOnlyWhereHandlersRunAtOnce() {
		this.contexts.withPropertyValues("wechatpay.notification.store=jdbc", "wechatpay.notification.mode=direct")
			.run((context) -> assertThat(context).hasSingleBean(JdbcClaimStore.class)
				.hasSingleBean(TransactionalUnitOfWork.class)
				.doesNotHaveBean(NotificationInbox.class)
				.doesNotHaveBean(NotificationDelivery.class));
	}

	@Test
	void createsNoTablesWhereItShallNot() {
		this.contexts
			.withPropertyValues("wechatpay.notification.mode=inbox", "wechatpay.jdbc.initialize-schema=never",
					"wechatpay.notification.inbox.poll-interval=1h")
			.run((context) -> {
				assertThat(context).hasSingleBean(NotificationInbox.class).hasSingleBean(CaffeineClaimStore.class);
				assertThat(tables(context.getBean(DataSource.class))).isZero();
			});
	}

	@Test
	void refusesAModeThatNothingDelivers() {
		this.bare.withPropertyValues("wechatpay.notification.mode=inbox")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("wechatpay.notification.mode"));
		this.bare.withPropertyValues("wechatpay.notification.mode=custom")
			.run((context) -> assertThat(context).hasFailed());
		this.bare.withPropertyValues("wechatpay.notification.mode=custom")
			.withBean(NotificationDelivery.class, () -> (notification, progress) -> NotificationOutcome.STORED)
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void refusesAStoreThatIsNotThere() {
		this.bare.withPropertyValues("wechatpay.notification.store=jdbc", "wechatpay.notification.mode=direct")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("wechatpay.notification.store"));
	}

	@Test
	void refusesToForgetWhatMayComeAgain() {
		this.contexts
			.withPropertyValues("wechatpay.notification.store=jdbc", "wechatpay.notification.inbox.retention=24h")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("wechatpay.notification.inbox.retention"));
	}

	@Test
	void backsOffForTheApplicationsOwnBeans() {
		ClaimStore own = new CaffeineClaimStore();
		NotificationDelivery delivery = (notification, progress) -> NotificationOutcome.STORED;
		this.contexts.withPropertyValues("wechatpay.notification.store=jdbc")
			.withBean(ClaimStore.class, () -> own)
			.withBean(NotificationDelivery.class, () -> delivery)
			.withBean(UnitOfWork.class, UnitOfWork::none)
			.run((context) -> {
				assertThat(context).getBean(ClaimStore.class).isSameAs(own);
				assertThat(context).getBean(NotificationDelivery.class).isSameAs(delivery);
				assertThat(context).hasSingleBean(UnitOfWork.class).doesNotHaveBean(NotificationInbox.class);
			});
	}

	@Test
	void startsWithoutSpringJdbc() {
		this.bare.withClassLoader(new FilteredClassLoader(JdbcTemplate.class))
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(CaffeineClaimStore.class));
	}

	@Test
	void usesTheDataSourceThatIsMarked() {
		this.bare
			.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class,
					DataSourceTransactionManagerAutoConfiguration.class))
			.withUserConfiguration(TwoDataSources.class)
			.withPropertyValues("wechatpay.notification.store=jdbc")
			.run((context) -> {
				assertThat(tables(context.getBean("marked", DataSource.class))).isEqualTo(2);
				assertThat(tables(context.getBean("other", DataSource.class))).isZero();
			});
	}

	@Test
	void handlesWithinTransactionsOfTheDataSourceThatIsMarked() {
		this.bare.withUserConfiguration(TwoTransactionManagers.class)
			.withPropertyValues("wechatpay.notification.store=jdbc")
			.run((context) -> {
				DataSource marked = context.getBean("marked", DataSource.class);
				assertThat(context.getBean(UnitOfWork.class)
					.run(new NotificationSubscription<>(JsonNode.class, List.of("*"), (notification) -> {
					}, "handler"), Lease.begin(Duration.ofMinutes(1)),
							() -> TransactionSynchronizationManager.hasResource(marked)
									&& TransactionSynchronizationManager.isActualTransactionActive()))
					.isTrue();
			});
	}

	@Test
	void measuresTheInbox() {
		this.contexts.withPropertyValues("wechatpay.notification.store=jdbc").run((context) -> {
			MeterRegistry registry = new SimpleMeterRegistry();
			context.getBeansOfType(MeterBinder.class).values().forEach((binder) -> binder.bindTo(registry));
			assertThat(registry.get("wechatpay.inbox.pending").gauge().value()).isZero();
			assertThat(registry.get("wechatpay.inbox.dead").gauge().value()).isZero();
			assertThat(registry.get("wechatpay.inbox.unhandled").gauge().value()).isZero();
			assertThat(registry.get("wechatpay.inbox.foreign").gauge().value()).isZero();
			assertThat(registry.get("wechatpay.inbox.staleness").timeGauge().value()).isZero();
		});
	}

	@Test
	void warnsOfABrokerWhoseNodesShareNoMemory() {
		ApplicationContextRunner kafka = this.contexts.withPropertyValues("wechatpay.notification.mode=kafka")
			.withBean(NotificationDelivery.class, () -> (notification, progress) -> NotificationOutcome.STORED);
		try (LogCapture log = new LogCapture()) {
			kafka.withPropertyValues("wechatpay.notification.store=jdbc")
				.run((context) -> assertThat(context).hasNotFailed());
			assertThat(log.text()).doesNotContain("handlers may be called twice");
			kafka.run((context) -> assertThat(context).hasNotFailed());
			assertThat(log.text()).containsOnlyOnce("Set wechatpay.notification.store to jdbc or redis");
		}
	}

	@Test
	void namesTheApplication() {
		ApplicationContextRunner inbox = this.contexts.withPropertyValues("wechatpay.notification.store=jdbc");
		try (LogCapture log = new LogCapture()) {
			inbox.withPropertyValues("spring.application.name=shop")
				.run((context) -> assertThat(context).getBean(ApplicationName.class)
					.isEqualTo(new ApplicationName("shop")));
			inbox.withPropertyValues("spring.application.name=shop", "wechatpay.notification.application=shop-payments")
				.run((context) -> assertThat(context).getBean(ApplicationName.class)
					.isEqualTo(new ApplicationName("shop-payments")));
			this.contexts.run((context) -> assertThat(context.getBean(ApplicationName.class).isKnown()).isFalse());
			assertThat(log.text()).doesNotContain("This application has no name");
			inbox.run((context) -> assertThat(context.getBean(ApplicationName.class).isKnown()).isFalse());
			assertThat(log.text()).containsOnlyOnce("This application has no name")
				.contains("spring.application.name", "wechatpay.notification.application");
		}
		inbox.withPropertyValues("wechatpay.notification.application=" + "x".repeat(101))
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidWechatPayPropertyException.class)
				.hasMessageContaining("wechatpay.notification.application"));
	}

	@Test
	void reportsWhatAnotherModeLeavesInTheInbox() {
		this.contexts
			.withPropertyValues("wechatpay.notification.store=jdbc", "wechatpay.notification.mode=direct",
					"spring.application.name=shop")
			.run((context) -> {
				LeftInInbox left = context.getBean(LeftInInbox.class);
				left.run();
				assertThat(left.findings()).isEmpty();
				new JdbcTemplate(context.getBean(DataSource.class))
					.update("INSERT INTO wechatpay_inbox (event_key, application, merchant, event_type, notification_id,"
							+ " signature_serial, signature, signature_timestamp, signature_nonce, body, state, attempts,"
							+ " due_at, received_at) VALUES ('k', 'shop', 'default', 'A.B', 'EV', 's', 's', '1', 'n', ?,"
							+ " 'PENDING', 0, 1, 1)", new byte[1]);
				left.run();
				assertThat(left.findings()).singleElement()
					.satisfies((finding) -> assertThat(finding.message()).contains("1 notifications are left",
							"wechatpay.notification.mode=inbox"));
			});
		this.contexts.withPropertyValues("wechatpay.notification.store=jdbc")
			.run((context) -> assertThat(context).doesNotHaveBean(LeftInInbox.class));
	}

	@Test
	void explainsWhatIsMissing() {
		assertThatExceptionOfType(InvalidWechatPayPropertyException.class).isThrownBy(() -> {
			InvalidWechatPayPropertyException[] failure = new InvalidWechatPayPropertyException[1];
			this.bare.withPropertyValues("wechatpay.notification.mode=kafka")
				.run((context) -> failure[0] = (InvalidWechatPayPropertyException) rootOf(context.getStartupFailure()));
			throw failure[0];
		}).withMessageContaining("wechatpay.notification.mode").withMessageContaining("KAFKA");
	}

	private static Throwable rootOf(Throwable failure) {
		return (failure.getCause() != null) ? rootOf(failure.getCause()) : failure;
	}

	private static int tables(DataSource dataSource) {
		return new JdbcTemplate(dataSource).queryForObject(
				"SELECT COUNT(*) FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_NAME LIKE 'WECHATPAY%'", Integer.class);
	}

	@Configuration(proxyBeanMethods = false)
	static class TwoDataSources {

		@Bean
		DataSource other() {
			return new DriverManagerDataSource(h2());
		}

		@Bean
		@WechatPayDataSource
		DataSource marked() {
			return new DriverManagerDataSource(h2());
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class TwoTransactionManagers {

		@Bean
		@Primary
		DataSource other() {
			return new DriverManagerDataSource(h2());
		}

		@Bean
		@WechatPayDataSource
		DataSource marked() {
			return new DriverManagerDataSource(h2());
		}

		@Bean
		@Primary
		JdbcTransactionManager otherTransactions(@Qualifier("other") DataSource other) {
			return new JdbcTransactionManager(other);
		}

		@Bean
		JdbcTransactionManager markedTransactions(@WechatPayDataSource DataSource marked) {
			return new JdbcTransactionManager(marked);
		}

	}

}
