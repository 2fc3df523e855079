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

import io.github.wechatpay4j.client.RetryPolicy;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/**
 * Tries calls again. Where it is switched off its place is kept, for calls that ask for
 * it themselves.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WechatPayRetryProperties.class)
class RetryConfiguration {

	private static final String PREFIX = "wechatpay.retry.";

	@Bean
	@ConditionalOnMissingBean
	RetryPolicy wechatPayRetryPolicy(WechatPayRetryProperties properties) {
		if (!properties.isEnabled()) {
			return RetryPolicy.none();
		}
		return new RetryPolicy(
				PropertyChecks.between(properties.getMaxAttempts(), 1, 100, PREFIX + "max-attempts", "3"),
				notNegative(properties.getInitialBackoff(), "initial-backoff"),
				notNegative(properties.getRateLimitBackoff(), "rate-limit-backoff"),
				between(properties.getMultiplier(), 1, 10, "multiplier", "1.5"),
				notNegative(properties.getMaxBackoff(), "max-backoff"),
				between(properties.getJitter(), 0, 1, "jitter", "0.5"));
	}

	@Bean
	@Order(WechatPayClientCustomizer.RETRY_ORDER)
	@ConditionalOnMissingBean(name = "wechatPayRetry")
	WechatPayClientCustomizer wechatPayRetry(RetryPolicy policy) {
		return (clients) -> clients.retry(policy);
	}

	private static Duration notNegative(Duration value, String property) {
		return value.isZero() ? value : PropertyChecks.positive(value, PREFIX + property);
	}

	private static double between(double value, double least, double most, String property, String example) {
		// Written so that NaN is refused as well
		if (!(value >= least && value <= most)) {
			throw new InvalidWechatPayPropertyException(PREFIX + property,
					"The value is not between " + least + " and " + most + ".", "Write it like " + example + ".");
		}
		return value;
	}

}
