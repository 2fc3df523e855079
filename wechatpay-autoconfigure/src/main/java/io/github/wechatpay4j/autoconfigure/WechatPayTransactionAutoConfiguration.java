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

import io.github.wechatpay4j.transaction.InTransaction;
import io.github.wechatpay4j.transaction.TransactionCheck;
import io.github.wechatpay4j.transaction.TransactionMetrics;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * {@link AutoConfiguration} of what becomes of money calls inside of a transaction of the
 * caller's.
 */
@AutoConfiguration(before = WechatPayAutoConfiguration.class)
@ConditionalOnClass(TransactionSynchronizationManager.class)
@Conditional(OnWechatPayWantedCondition.class)
@EnableConfigurationProperties(WechatPayClientProperties.class)
public final class WechatPayTransactionAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	TransactionCheck wechatPayTransactionCheck(WechatPayClientProperties properties) {
		return new TransactionCheck(properties.getInTransaction() == InTransaction.REFUSE);
	}

	@Bean
	@Order(WechatPayClientCustomizer.TRANSACTION_ORDER)
	@ConditionalOnMissingBean(name = "wechatPayInTransaction")
	WechatPayClientCustomizer wechatPayInTransaction(TransactionCheck check, WechatPayClientProperties properties) {
		boolean checking = properties.getInTransaction() != InTransaction.ALLOW;
		return (clients) -> {
			if (checking) {
				clients.decorate(check);
			}
		};
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(MeterRegistry.class)
	static class Metrics {

		@Bean
		@ConditionalOnMissingBean
		TransactionMetrics wechatPayTransactionMetrics(TransactionCheck check) {
			return new TransactionMetrics(check);
		}

	}

}
