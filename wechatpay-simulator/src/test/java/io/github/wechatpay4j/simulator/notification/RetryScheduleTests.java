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

package io.github.wechatpay4j.simulator.notification;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link RetrySchedule}.
 */
class RetryScheduleTests {

	@Test
	void isTheOfficialOne() {
		List<Long> seconds = new ArrayList<>();
		RetrySchedule schedule = new RetrySchedule(1);
		for (int attempts = 1; schedule.delayAfter(attempts).isPresent(); attempts++) {
			seconds.add(schedule.delayAfter(attempts).orElseThrow().toSeconds());
		}
		assertThat(seconds).containsExactly(15L, 15L, 30L, 180L, 600L, 1200L, 1800L, 1800L, 1800L, 3600L, 10800L,
				10800L, 10800L, 21600L, 21600L);
		assertThat(seconds.stream().mapToLong(Long::longValue).sum())
			.isEqualTo(Duration.ofHours(24).plusMinutes(4).toSeconds());
	}

	@Test
	void canBeFaster() {
		assertThat(new RetrySchedule(60).delayAfter(4)).contains(Duration.ofSeconds(3));
	}

}
