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

package io.github.wechatpay4j.broker;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import io.github.wechatpay4j.NotificationRejectedException;
import io.github.wechatpay4j.NotificationRejectedException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RedeliveryTests {

	private final Redelivery redelivery = new Redelivery(6, Duration.ofSeconds(1), 2, Duration.ofSeconds(5),
			Duration.ofSeconds(30));

	@Test
	void waitsLongerEachTime() {
		assertThat(IntStream.rangeClosed(1, 6).mapToObj(this.redelivery::afterAttempt)).extracting(Duration::toSeconds)
			.containsExactly(1L, 2L, 4L, 5L, 5L, 5L);
	}

	@Test
	void hasADozenStepsAtMostWhateverIsConfigured() {
		for (Redelivery each : List.of(this.redelivery,
				new Redelivery(1000, Duration.ofMillis(1), 1.01, Duration.ofHours(2), Duration.ofSeconds(1)),
				new Redelivery(1000, Duration.ofSeconds(1), 2, Duration.ofMinutes(1), Duration.ofMinutes(1)),
				new Redelivery(2, Duration.ofDays(1), 1e300, Duration.ofDays(1), Duration.ofMillis(1)),
				new Redelivery(1, Duration.ofSeconds(1), 1, Duration.ofSeconds(1), Duration.ofMinutes(1)))) {
			assertThat(each.steps()).hasSizeBetween(3, 12).isSorted().allMatch((step) -> step.toMillis() > 0);
			for (int attempt = 1; attempt < each.maxAttempts(); attempt++) {
				assertThat(each.steps()).contains(each.afterAttempt(attempt), each.handedOn(attempt));
				assertThat(each.afterAttempt(attempt)).isBetween(each.initialBackoff(), each.maxBackoff());
			}
			assertThat(each.steps()).contains(each.held());
		}
	}

	@Test
	void handsOnQuicklyAtFirstAndMoreAndMoreSlowly() {
		assertThat(this.redelivery.handedOn(0)).isEqualTo(Duration.ofMillis(500));
		assertThat(this.redelivery.handedOn(9)).isEqualTo(Duration.ofMillis(500));
		assertThat(this.redelivery.handedOn(10)).isEqualTo(Duration.ofSeconds(5));
		assertThat(this.redelivery.handedOn(Integer.MAX_VALUE)).isEqualTo(Duration.ofMinutes(1));
	}

	@ParameterizedTest
	@CsvSource({ "IN_PROGRESS,HELD", "OVERTAKEN,HELD", "HANDLER_FAILED,FAILED", "LEASE_EXPIRED,FAILED",
			"KEYS_UNAVAILABLE,ELSEWHERE", "NO_HANDLER,ELSEWHERE", "DECRYPTION,ELSEWHERE", "UNKNOWN_MERCHANT,ELSEWHERE",
			"NOT_STORED,ELSEWHERE", "SIGNATURE,REFUSED", "WRONG_MERCHANT,REFUSED", "MALFORMED,REFUSED" })
	void tellsFailuresApart(Reason reason, Setback setback) {
		assertThat(Setback.of(new NotificationRejectedException(reason, "as told"))).isEqualTo(setback);
	}

	@Test
	void countsAnythingElseAsAnAttempt() {
		assertThat(Setback.of(new IllegalStateException("a resolver"))).isEqualTo(Setback.FAILED);
		assertThat(Setback.of(new NoClassDefFoundError())).isEqualTo(Setback.FAILED);
	}

}
