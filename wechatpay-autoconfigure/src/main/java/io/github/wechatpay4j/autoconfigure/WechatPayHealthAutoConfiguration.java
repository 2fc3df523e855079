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

import java.time.Clock;

import io.github.wechatpay4j.exchange.Exchange;
import io.github.wechatpay4j.health.HealthReporter;
import io.github.wechatpay4j.health.WechatPayHealthIndicator;
import io.github.wechatpay4j.merchant.MerchantRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of the health indicator.
 */
@AutoConfiguration(after = WechatPayAutoConfiguration.class)
@ConditionalOnClass({ HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class })
@ConditionalOnBean({ MerchantRegistry.class, Exchange.class })
public final class WechatPayHealthAutoConfiguration {

	@Bean
	@ConditionalOnEnabledHealthIndicator("wechatpay")
	@ConditionalOnMissingBean(name = { "wechatpayHealthIndicator", "wechatpayHealthContributor" })
	WechatPayHealthIndicator wechatpayHealthIndicator(MerchantRegistry merchants, Exchange exchange,
			ObjectProvider<HealthReporter> reporters) {
		return new WechatPayHealthIndicator(merchants, exchange::hosts, reporters::orderedStream, Clock.systemUTC());
	}

}
