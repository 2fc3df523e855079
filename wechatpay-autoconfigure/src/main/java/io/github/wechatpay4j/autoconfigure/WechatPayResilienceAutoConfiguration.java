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

import com.alibaba.csp.sentinel.SphU;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.wechatpay4j.autoconfigure.WechatPayResilienceProperties.Use;
import io.github.wechatpay4j.limit.Product;
import io.github.wechatpay4j.resilience.BulkheadDecorator;
import io.github.wechatpay4j.resilience.CircuitBreakerDecorator;
import io.github.wechatpay4j.resilience.SentinelDecorator;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/**
 * Auto-configuration of circuit breakers and bulkheads. A full bulkhead is no failure to
 * a circuit breaker, which is inside of it.
 */
@AutoConfiguration(after = WechatPayAutoConfiguration.class)
@Conditional(OnWechatPayWantedCondition.class)
@EnableConfigurationProperties(WechatPayResilienceProperties.class)
public final class WechatPayResilienceAutoConfiguration {

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(CircuitBreakerRegistry.class)
	@ConditionalOnResilience(Use.RESILIENCE4J)
	@ConditionalOnBooleanProperty(name = "wechatpay.resilience.circuit-breaker.enabled", matchIfMissing = true)
	static class CircuitBreakers {

		@Bean
		@Order(WechatPayClientCustomizer.BREAKER_ORDER)
		@ConditionalOnMissingBean(name = "wechatPayCircuitBreakers")
		WechatPayClientCustomizer wechatPayCircuitBreakers(WechatPayResilienceProperties properties,
				ObjectProvider<CircuitBreakerRegistry> registries) {
			CircuitBreakerDecorator decorator = new CircuitBreakerDecorator(
					new MerchantCircuitBreakers(properties.getCircuitBreaker(), registries.getIfUnique()));
			return (clients) -> clients.decorate(decorator);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(BulkheadRegistry.class)
	@ConditionalOnResilience(Use.RESILIENCE4J)
	@ConditionalOnBooleanProperty(name = "wechatpay.resilience.bulkhead.enabled", matchIfMissing = true)
	static class Bulkheads {

		@Bean
		@Order(WechatPayClientCustomizer.BREAKER_ORDER + 1)
		@ConditionalOnMissingBean(name = "wechatPayBulkheads")
		WechatPayClientCustomizer wechatPayBulkheads(WechatPayResilienceProperties properties,
				ObjectProvider<BulkheadRegistry> registries) {
			BulkheadDecorator decorator = new BulkheadDecorator(
					new MerchantBulkheads(properties.getBulkhead(), registries.getIfUnique()));
			return (clients) -> clients.decorate(decorator);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(SphU.class)
	@ConditionalOnResilience(Use.SENTINEL)
	static class Sentinel {

		@Bean
		@Order(WechatPayClientCustomizer.BREAKER_ORDER)
		@ConditionalOnMissingBean(name = "wechatPaySentinel")
		WechatPayClientCustomizer wechatPaySentinel() {
			SentinelDecorator decorator = new SentinelDecorator((operation) -> "wechatpay:" + Product.of(operation));
			return (clients) -> clients.decorate(decorator);
		}

	}

	/**
	 * Looked at without any of the libraries too: then one that is asked for is missed.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnResilience(Use.NONE)
	static class Nothing {

	}

}
