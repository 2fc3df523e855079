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
import java.util.Map;
import java.util.stream.Stream;

import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.wechatpay4j.CallNotPermittedException;
import io.github.wechatpay4j.client.WechatPayClient;
import io.github.wechatpay4j.testing.Calls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WechatPayResilienceAutoConfigurationTests {

	private static final String[] RESILIENCE4J = { "wechatPayCircuitBreakers", "wechatPayBulkheads" };

	private static final String[] SENTINEL = { "wechatPaySentinel" };

	private final ApplicationContextRunner contexts = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(WechatPayAutoConfiguration.class,
				WechatPayResilienceAutoConfiguration.class, WechatPayLimitAutoConfiguration.class))
		.withPropertyValues(
				TestProperties.complete("wechatpay.base-url=http://127.0.0.1:1", "wechatpay.retry.enabled=false"));

	@Test
	void doesNothingWithoutWechatPay() {
		new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(WechatPayAutoConfiguration.class, WechatPayResilienceAutoConfiguration.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(WechatPayClientCustomizer.class));
	}

	@Test
	void takesWhatIsThere() {
		this.contexts.run((context) -> assertProtectedBy(context, RESILIENCE4J));
		this.contexts.withClassLoader(new FilteredClassLoader("com.alibaba.csp"))
			.run((context) -> assertProtectedBy(context, RESILIENCE4J));
		this.contexts.withClassLoader(new FilteredClassLoader("io.github.resilience4j"))
			.run((context) -> assertProtectedBy(context, SENTINEL));
		this.contexts.withClassLoader(new FilteredClassLoader("io.github.resilience4j.bulkhead"))
			.run((context) -> assertProtectedBy(context, "wechatPayCircuitBreakers"));
		this.contexts.withClassLoader(new FilteredClassLoader("io.github.resilience4j.circuitbreaker"))
			.run((context) -> assertProtectedBy(context, "wechatPayBulkheads"));
	}

	@Test
	void worksWithoutAnyOfTheLibraries() {
		this.contexts
			.withClassLoader(new FilteredClassLoader("io.github.resilience4j", "com.alibaba.csp", "io.github.bucket4j",
					"io.lettuce", "org.springframework.data.redis"))
			.run((context) -> assertProtectedBy(context));
	}

	@ParameterizedTest
	@CsvSource({ "sentinel, wechatPaySentinel", "SENTINEL, wechatPaySentinel", "none, " })
	void takesWhatIsAskedFor(String use, String bean) {
		this.contexts.withPropertyValues("wechatpay.resilience.use=" + use)
			.run((context) -> assertProtectedBy(context, Stream.ofNullable(bean).toArray(String[]::new)));
	}

	@Test
	void refusesALibraryThatIsNotThere() {
		this.contexts.withPropertyValues("wechatpay.resilience.use=sentinel")
			.withClassLoader(new FilteredClassLoader("com.alibaba.csp"))
			.run((context) -> assertRefused(context, "wechatpay.resilience.use", "com.alibaba.csp:sentinel-core"));
		this.contexts.withPropertyValues("wechatpay.resilience.use=resilience4j")
			.withClassLoader(new FilteredClassLoader("io.github.resilience4j"))
			.run((context) -> assertRefused(context, "wechatpay.resilience.use", "resilience4j-circuitbreaker"));
		this.contexts.withPropertyValues("wechatpay.resilience.use=resilience4j")
			.withClassLoader(new FilteredClassLoader("io.github.resilience4j", "com.alibaba.csp"))
			.run((context) -> assertRefused(context, "wechatpay.resilience.use", "resilience4j-circuitbreaker"));
	}

	@Test
	void leavesOutWhatIsSwitchedOff() {
		this.contexts.withPropertyValues("wechatpay.resilience.bulkhead.enabled=false")
			.run((context) -> assertProtectedBy(context, "wechatPayCircuitBreakers"));
		this.contexts.withPropertyValues("wechatpay.resilience.circuit-breaker.enabled=false")
			.run((context) -> assertProtectedBy(context, "wechatPayBulkheads"));
	}

	@Test
	void surroundsCallsInItsOrder() {
		this.contexts.withPropertyValues("wechatpay.limits.rules.all.permits=10")
			.run((context) -> assertThat(context.getBeanProvider(WechatPayClientCustomizer.class).orderedStream())
				.containsExactly(context.getBean("wechatPayRetry", WechatPayClientCustomizer.class),
						context.getBean("wechatPayCircuitBreakers", WechatPayClientCustomizer.class),
						context.getBean("wechatPayBulkheads", WechatPayClientCustomizer.class),
						context.getBean("wechatPayRateLimits", WechatPayClientCustomizer.class)));
	}

	@Test
	void protectsCallsThroughTheRegistriesOfTheApplication() {
		CircuitBreakerRegistry breakers = CircuitBreakerRegistry.ofDefaults();
		this.contexts.withBean(CircuitBreakerRegistry.class, () -> breakers).run((context) -> {
			breakers.circuitBreaker("wechatpay-default").transitionToForcedOpenState();
			assertThatExceptionOfType(CallNotPermittedException.class)
				.isThrownBy(() -> context.getBean(WechatPayClient.class).execute(new Calls.Query("1")))
				.withMessageContaining("'wechatpay-default' is FORCED_OPEN");
		});
		BulkheadRegistry bulkheads = BulkheadRegistry.of(Map.of("wechatpay",
				BulkheadConfig.custom().maxConcurrentCalls(3).maxWaitDuration(Duration.ZERO).build()));
		MerchantBulkheads merchants = new MerchantBulkheads(new WechatPayResilienceProperties.Bulkhead(), bulkheads);
		assertThat(merchants.apply("second").getBulkheadConfig().getMaxConcurrentCalls()).isEqualTo(3);
		assertThat(bulkheads.find("wechatpay-second")).containsSame(merchants.apply("second"));
	}

	@Test
	void doesNotChooseBetweenRegistriesOfTheApplication() {
		this.contexts.withBean("one", CircuitBreakerRegistry.class, CircuitBreakerRegistry::ofDefaults)
			.withBean("two", CircuitBreakerRegistry.class, CircuitBreakerRegistry::ofDefaults)
			.withBean("three", BulkheadRegistry.class, BulkheadRegistry::ofDefaults)
			.withBean("four", BulkheadRegistry.class, BulkheadRegistry::ofDefaults)
			.run((context) -> assertProtectedBy(context, RESILIENCE4J));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "wechatPayRetry", "wechatPayCircuitBreakers", "wechatPayBulkheads", "wechatPayRateLimits" })
	void backsOffForWhatTheApplicationCallsTheSame(String name) {
		WechatPayClientCustomizer own = (clients) -> {
		};
		this.contexts.withPropertyValues("wechatpay.limits.rules.all.permits=10")
			.withBean(name, WechatPayClientCustomizer.class, () -> own)
			.run((context) -> assertThat(context.getBean(name)).isSameAs(own));
	}

	@Test
	void preparesCircuitBreakersByProperties() {
		WechatPayResilienceProperties.CircuitBreaker properties = new WechatPayResilienceProperties.CircuitBreaker();
		properties.setFailureRate(20);
		properties.setWindow(Duration.ofMinutes(1));
		properties.setMinimumCalls(7);
		properties.setTrialCalls(3);
		CircuitBreaker breaker = new MerchantCircuitBreakers(properties, null).apply("default");
		CircuitBreakerConfig config = breaker.getCircuitBreakerConfig();
		assertThat(breaker.getName()).isEqualTo("wechatpay-default");
		assertThat(config.getFailureRateThreshold()).isEqualTo(20f);
		assertThat(config.getSlidingWindowType()).isEqualTo(SlidingWindowType.TIME_BASED);
		assertThat(config.getSlidingWindowSize()).isEqualTo(60);
		assertThat(config.getMinimumNumberOfCalls()).isEqualTo(7);
		assertThat(config.getPermittedNumberOfCallsInHalfOpenState()).isEqualTo(3);
		assertThat(config.getWaitIntervalFunctionInOpenState().apply(1)).isEqualTo(10_000L);
		CircuitBreakerConfig own = CircuitBreakerConfig.custom().failureRateThreshold(90).build();
		assertThat(new MerchantCircuitBreakers(properties, CircuitBreakerRegistry.of(Map.of("wechatpay", own)))
			.apply("second")
			.getCircuitBreakerConfig()).isSameAs(own);
	}

	@Test
	void refusesValuesThatCannotBeMeant() {
		for (String mistake : List.of("circuit-breaker.failure-rate=0", "circuit-breaker.failure-rate=101",
				"circuit-breaker.window=100ms", "circuit-breaker.minimum-calls=0", "circuit-breaker.open-for=0s",
				"circuit-breaker.trial-calls=0", "bulkhead.max-concurrent-calls=0")) {
			this.contexts.withPropertyValues("wechatpay.resilience." + mistake)
				.run((context) -> assertRefused(context,
						"wechatpay.resilience." + mistake.substring(0, mistake.indexOf('=')), "Write it like"));
		}
	}

	private static void assertProtectedBy(AssertableApplicationContext context, String... beans) {
		assertThat(context).hasSingleBean(WechatPayClient.class);
		assertThat(context.getBeanNamesForType(WechatPayClientCustomizer.class))
			.filteredOn((name) -> !name.equals("wechatPayRetry"))
			.containsExactlyInAnyOrder(beans);
	}

	private static void assertRefused(AssertableApplicationContext context, String property, String remedy) {
		assertThat(context).hasFailed()
			.getFailure()
			.rootCause()
			.isInstanceOfSatisfying(InvalidWechatPayPropertyException.class, (ex) -> {
				assertThat(ex.property()).isEqualTo(property);
				assertThat(ex.remedy()).contains(remedy);
			});
	}

}
