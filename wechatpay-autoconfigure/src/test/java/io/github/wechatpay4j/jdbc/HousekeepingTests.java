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

package io.github.wechatpay4j.jdbc;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.wechatpay4j.testing.LogCapture;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HousekeepingTests {

	@Test
	void doesEveryChoreAlthoughOneFails() {
		AtomicInteger done = new AtomicInteger();
		Housekeeping housekeeping = new Housekeeping(List.of(() -> {
			throw new IllegalStateException("no connection");
		}, done::incrementAndGet), Duration.ofMinutes(1));
		try (LogCapture log = new LogCapture()) {
			housekeeping.clean();
			assertThat(log.text()).contains("no connection");
		}
		assertThat(done).hasValue(1);
	}

	@Test
	void goesOnAfterAnError() {
		AtomicInteger done = new AtomicInteger();
		new Housekeeping(List.of(() -> {
			throw new NoClassDefFoundError("as told");
		}, done::incrementAndGet), Duration.ofMinutes(1)).clean();
		assertThat(done).hasValue(1);
	}

	@Test
	void worksUntilItIsStopped() throws Exception {
		CountDownLatch twice = new CountDownLatch(2);
		Housekeeping housekeeping = new Housekeeping(List.of(twice::countDown), Duration.ofMillis(5));
		assertThat(housekeeping.isRunning()).isFalse();
		housekeeping.start();
		assertThat(housekeeping.isRunning()).isTrue();
		assertThat(twice.await(20, TimeUnit.SECONDS)).isTrue();
		housekeeping.stop();
		assertThat(housekeeping.isRunning()).isFalse();
		housekeeping.stop();
	}

}
