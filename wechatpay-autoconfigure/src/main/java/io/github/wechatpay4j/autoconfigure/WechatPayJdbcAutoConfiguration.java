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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import javax.sql.DataSource;

import io.github.wechatpay4j.claim.ClaimStore;
import io.github.wechatpay4j.claim.jdbc.JdbcClaimStore;
import io.github.wechatpay4j.claim.jdbc.LeftInInbox;
import io.github.wechatpay4j.delivery.ApplicationName;
import io.github.wechatpay4j.delivery.UnitOfWork;
import io.github.wechatpay4j.jdbc.HandlerTransactions;
import io.github.wechatpay4j.jdbc.Housekeeping;
import io.github.wechatpay4j.jdbc.SchemaRuntimeHints;
import io.github.wechatpay4j.jdbc.TransactionalUnitOfWork;
import io.github.wechatpay4j.jdbc.WechatPayDataSource;
import io.github.wechatpay4j.jdbc.WechatPaySchemaInitializer;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.init.DataSourceScriptDatabaseInitializer;
import org.springframework.boot.sql.autoconfigure.init.OnDatabaseInitializationCondition;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.ResourceTransactionManager;

/**
 * Auto-configuration of claims in a database, and of what every store in it needs: the
 * tables, transactions, housekeeping.
 */
@AutoConfiguration(before = WechatPayNotificationAutoConfiguration.class,
		afterName = { "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
				"org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
				"org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration",
				"org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration" })
@ConditionalOnClass({ JdbcTemplate.class, DataSourceScriptDatabaseInitializer.class })
@ConditionalOnBean(DataSource.class)
@Conditional(OnNotificationStorage.Jdbc.class)
@EnableConfigurationProperties(WechatPayJdbcProperties.class)
@ImportRuntimeHints(SchemaRuntimeHints.class)
public final class WechatPayJdbcAutoConfiguration {

	private static final Duration WATCH = Duration.ofSeconds(30);

	private static final Duration HOUSEKEEPING = Duration.ofMinutes(10);

	@Bean
	@ConditionalOnMissingBean(name = "wechatPayScriptDatabaseInitializer")
	@Conditional(OnSchema.class)
	WechatPaySchemaInitializer wechatPayScriptDatabaseInitializer(ObjectProvider<DataSource> dataSource,
			@WechatPayDataSource ObjectProvider<DataSource> own, WechatPayJdbcProperties properties) {
		return new WechatPaySchemaInitializer(choose(dataSource, own), properties);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnMissingBean(UnitOfWork.class)
	static class Transactions {

		private final List<PlatformTransactionManager> candidates;

		private final DataSource dataSource;

		Transactions(ObjectProvider<PlatformTransactionManager> transactions,
				@WechatPayDataSource ObjectProvider<PlatformTransactionManager> ownTransactions,
				ObjectProvider<DataSource> dataSource, @WechatPayDataSource ObjectProvider<DataSource> own) {
			this.dataSource = choose(dataSource, own);
			Set<PlatformTransactionManager> all = new LinkedHashSet<>();
			ownTransactions.ifUnique(all::add);
			transactions.ifUnique(all::add);
			transactions.orderedStream().filter((each) -> manages(each, this.dataSource)).forEach(all::add);
			this.candidates = List.copyOf(all);
		}

		@Bean
		HandlerTransactions wechatPayHandlerTransactions(BeanFactory beanFactory,
				@WechatPayDataSource ObjectProvider<DataSource> own) {
			return new HandlerTransactions(beanFactory, this.candidates, this.dataSource,
					own.stream().findAny().isPresent());
		}

		@Bean
		UnitOfWork wechatPayUnitOfWork(HandlerTransactions own) {
			return new TransactionalUnitOfWork(this.candidates, this.dataSource, own);
		}

	}

	private static boolean manages(PlatformTransactionManager transactions, DataSource dataSource) {
		return transactions instanceof ResourceTransactionManager manager && manager.getResourceFactory() == dataSource;
	}

	/** Where an application has several, it says which one, or marks it as primary. */
	static DataSource choose(ObjectProvider<DataSource> dataSource, ObjectProvider<DataSource> own) {
		return own.getIfAvailable(dataSource::getObject);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnMissingBean(ClaimStore.class)
	@ConditionalOnProperty(name = "wechatpay.notification.store", havingValue = "jdbc")
	static class Claims {

		@Bean
		@DependsOnDatabaseInitialization
		JdbcClaimStore wechatPayClaimStore(ObjectProvider<DataSource> dataSource,
				@WechatPayDataSource ObjectProvider<DataSource> own, ApplicationName application) {
			return new JdbcClaimStore(choose(dataSource, own), application);
		}

		@Bean
		@Conditional(OnNotificationStorage.ClaimsAlone.class)
		LeftInInbox wechatPayLeftInInbox(JdbcClaimStore claims) {
			return new LeftInInbox(claims);
		}

		@Bean
		@Conditional(OnNotificationStorage.ClaimsAlone.class)
		Housekeeping wechatPayLeftInInboxWatching(LeftInInbox left) {
			return new Housekeeping(List.of(left), WATCH);
		}

		@Bean
		Housekeeping wechatPayClaimHousekeeping(JdbcClaimStore claims) {
			return new Housekeeping(List.of(claims::removeExpired), HOUSEKEEPING);
		}

	}

	static class OnSchema extends OnDatabaseInitializationCondition {

		OnSchema() {
			super("WeChat Pay", "wechatpay.jdbc.initialize-schema");
		}

	}

}
