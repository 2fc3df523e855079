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
import java.time.Instant;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.wechatpay4j.testing.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SteadyClockTests {

	private final TestClock machine = new TestClock();

	private final SteadyClock clock = new SteadyClock(this.machine, this.machine::nanoTime);

	@ParameterizedTest
	@ValueSource(ints = { 6, -6 })
	void measuresWhatPassesWhateverTheMachinesClockSays(int hours) {
		Instant before = this.clock.instant();
		this.machine.correct(Duration.ofHours(hours));
		assertThat(this.clock.instant()).isEqualTo(before);
		this.machine.advance(Duration.ofSeconds(30));
		assertThat(this.clock.instant()).isEqualTo(before.plusSeconds(30));
	}

	@ParameterizedTest
	@ValueSource(ints = { 6, -6 })
	void closesABreakerInTimeThoughTheClockWasCorrected(int hours) {
		CircuitBreaker breaker = new MerchantCircuitBreakers(new WechatPayResilienceProperties.CircuitBreaker(), null,
				this.clock)
			.apply("default");
		breaker.transitionToOpenState();
		this.machine.correct(Duration.ofHours(hours));
		assertThat(breaker.tryAcquirePermission()).isFalse();
		this.machine.advance(new WechatPayResilienceProperties.CircuitBreaker().getOpenFor().plusMillis(1));
		assertThat(breaker.tryAcquirePermission()).isTrue();
		assertThat(breaker.getState()).isEqualTo(State.HALF_OPEN);
	}

	@Test
	void beginsWithTheTimeOfTheMachine() {
		assertThat(this.clock.instant()).isEqualTo(this.machine.instant());
	}

}
