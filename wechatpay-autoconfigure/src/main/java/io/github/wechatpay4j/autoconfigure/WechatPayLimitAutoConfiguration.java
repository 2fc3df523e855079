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

import io.github.wechatpay4j.limit.RateLimitDecorator;
import io.github.wechatpay4j.limit.RateLimiter;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;

/**
 * Auto-configuration of rate limits. Nothing in it connects.
 */
@AutoConfiguration(after = WechatPayAutoConfiguration.class,
		afterName = "org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration")
@Conditional({ OnWechatPayWantedCondition.class, OnLimitsCondition.class })
@EnableConfigurationProperties({ WechatPayLimitProperties.class, WechatPayProperties.class })
@Import({ RateLimiterConfiguration.Lettuce.class, RateLimiterConfiguration.SpringData.class,
		RateLimiterConfiguration.InMemory.class })
public final class WechatPayLimitAutoConfiguration {

	@Bean
	@Order(WechatPayClientCustomizer.LIMIT_ORDER)
	@ConditionalOnMissingBean(name = "wechatPayRateLimits")
	WechatPayClientCustomizer wechatPayRateLimits(WechatPayLimitProperties properties, WechatPayProperties all,
			ObjectProvider<RateLimiter> limiters) {
		RateLimiter limiter = limiters.getIfAvailable();
		if (limiter == null) {
			throw new InvalidWechatPayPropertyException("wechatpay.limits.rules",
					"Bucket4j, which counts calls, is not on the class path.",
					"Add the dependency com.bucket4j:bucket4j_jdk17-core, or remove the property.");
		}
		RateLimitDecorator decorator = new RateLimitDecorator(
				RateLimitFactory.create(properties, all.getHttp().getTotalTimeout()), limiter);
		return (clients) -> clients.decorate(decorator);
	}

}
