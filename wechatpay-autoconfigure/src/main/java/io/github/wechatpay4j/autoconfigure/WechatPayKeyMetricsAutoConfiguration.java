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

import io.github.wechatpay4j.exchange.metrics.ConnectionMetrics;
import io.github.wechatpay4j.json.metrics.MismatchMetrics;
import io.github.wechatpay4j.trust.metrics.PlatformKeyMetrics;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;

/**
 * Auto-configuration of metrics about platform keys, connections and fields of another
 * shape. Spring Boot binds them to the meter registry.
 */
@AutoConfiguration(before = WechatPayAutoConfiguration.class)
@ConditionalOnClass(MeterRegistry.class)
@Conditional(OnWechatPayWantedCondition.class)
public final class WechatPayKeyMetricsAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	PlatformKeyMetrics wechatPayPlatformKeyMetrics() {
		return new PlatformKeyMetrics(Clock.systemUTC());
	}

	@Bean
	@ConditionalOnMissingBean
	MismatchMetrics wechatPayMismatchMetrics() {
		return new MismatchMetrics();
	}

	@Bean
	@ConditionalOnMissingBean
	ConnectionMetrics wechatPayConnectionMetrics() {
		return new ConnectionMetrics();
	}

}
