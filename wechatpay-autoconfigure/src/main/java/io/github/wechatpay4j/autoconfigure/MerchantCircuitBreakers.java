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
import java.time.Duration;
import java.util.function.Function;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import org.jspecify.annotations.Nullable;

/**
 * The circuit breakers of the merchants, {@code wechatpay-<merchant>}: those that the
 * application's registry has under that name; else made from its configuration
 * {@code wechatpay}; else from the properties.
 */
final class MerchantCircuitBreakers implements Function<String, CircuitBreaker> {

	private static final String NAME = "wechatpay";

	private static final String PREFIX = "wechatpay.resilience.circuit-breaker.";

	private final CircuitBreakerRegistry registry;

	private final CircuitBreakerConfig configuration;

	MerchantCircuitBreakers(WechatPayResilienceProperties.CircuitBreaker properties,
			@Nullable CircuitBreakerRegistry registry) {
		this(properties, registry, new SteadyClock());
	}

	MerchantCircuitBreakers(WechatPayResilienceProperties.CircuitBreaker properties,
			@Nullable CircuitBreakerRegistry registry, Clock clock) {
		CircuitBreakerConfig ours = configuration(properties, clock);
		this.registry = (registry != null) ? registry : CircuitBreakerRegistry.of(ours);
		this.configuration = this.registry.getConfiguration(NAME).orElse(ours);
	}

	private static CircuitBreakerConfig configuration(WechatPayResilienceProperties.CircuitBreaker properties,
			Clock clock) {
		Duration window = properties.getWindow();
		return CircuitBreakerConfig.custom()
			.clock(clock)
			.failureRateThreshold(
					PropertyChecks.between(properties.getFailureRate(), 1, 100, PREFIX + "failure-rate", "50"))
			.slidingWindow(PropertyChecks.between(window.toSeconds(), 1, 3600, PREFIX + "window", "30s"),
					PropertyChecks.between(properties.getMinimumCalls(), 1, 10_000, PREFIX + "minimum-calls", "20"),
					SlidingWindowType.TIME_BASED)
			.waitDurationInOpenState(PropertyChecks.positive(properties.getOpenFor(), PREFIX + "open-for"))
			.permittedNumberOfCallsInHalfOpenState(
					PropertyChecks.between(properties.getTrialCalls(), 1, 1000, PREFIX + "trial-calls", "5"))
			.build();
	}

	@Override
	public CircuitBreaker apply(String merchant) {
		return this.registry.circuitBreaker(NAME + "-" + merchant, () -> this.configuration);
	}

}
