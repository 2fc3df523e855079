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
import java.util.ArrayList;
import java.util.List;

import io.github.wechatpay4j.NotificationRejectedException;
import io.github.wechatpay4j.NotificationRejectedException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.BackOffExecution;

import static org.assertj.core.api.Assertions.assertThat;

class RedeliveryTests {

	private final Redelivery redelivery = new Redelivery(6, Duration.ofSeconds(1), 2, Duration.ofSeconds(5),
			Duration.ofSeconds(30));

	@Test
	void waitsLongerEachTime() {
		assertThat(waits(this.redelivery.backOff(Setback.TEMPORARY))).containsExactly(1000L, 2000L, 4000L, 5000L,
				5000L);
	}

	@Test
	void waitsForNothingAfterTheOnlyAttempt() {
		Redelivery once = new Redelivery(1, Duration.ofSeconds(1), 2, Duration.ofSeconds(5), Duration.ofSeconds(30));
		assertThat(waits(once.backOff(Setback.TEMPORARY))).isEmpty();
	}

	@Test
	void triesAgainUntilAHolderAndItsSuccessorAreLost() {
		assertThat(waits(this.redelivery.backOff(Setback.HELD)).stream().mapToLong(Long::longValue).sum())
			.isGreaterThan(60_000)
			.isLessThan(90_000);
	}

	@Test
	void doesNotTryAgainWhatIsNotToBeBelieved() {
		assertThat(waits(this.redelivery.backOff(Setback.PERMANENT))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "IN_PROGRESS,HELD", "OVERTAKEN,HELD", "HANDLER_FAILED,TEMPORARY", "KEYS_UNAVAILABLE,TEMPORARY",
			"NO_HANDLER,TEMPORARY", "SIGNATURE,PERMANENT", "WRONG_MERCHANT,PERMANENT", "MALFORMED,PERMANENT",
			"DECRYPTION,TEMPORARY", "UNKNOWN_MERCHANT,TEMPORARY" })
	void tellsFailuresApart(Reason reason, Setback setback) {
		assertThat(Setback.of(new NotificationRejectedException(reason, "as told"))).isEqualTo(setback);
	}

	@Test
	void takesAnythingElseForTemporary() {
		assertThat(Setback.of(new IllegalStateException("the claim store is down"))).isEqualTo(Setback.TEMPORARY);
		assertThat(Setback.of(new NoClassDefFoundError())).isEqualTo(Setback.TEMPORARY);
	}

	private static List<Long> waits(BackOff backOff) {
		List<Long> waits = new ArrayList<>();
		BackOffExecution execution = backOff.start();
		for (long wait = execution.nextBackOff(); wait != BackOffExecution.STOP; wait = execution.nextBackOff()) {
			waits.add(wait);
		}
		return waits;
	}

}
