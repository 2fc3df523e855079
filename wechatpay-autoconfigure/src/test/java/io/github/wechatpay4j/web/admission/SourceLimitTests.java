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

package io.github.wechatpay4j.web.admission;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import io.github.wechatpay4j.NotificationRejectedException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class SourceLimitTests {

	private static final int LIMIT = 10;

	private static final NotificationSource STRANGER = NotificationSource.of("203.0.113.7");

	private static final NotificationSource OTHER = NotificationSource.of("203.0.113.8");

	private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - Duration.ofSeconds(3).toNanos());

	private final SourceLimit limit = new SourceLimit(LIMIT, Duration.ofSeconds(10), this.nanos::get);

	@Test
	void refusesASourceThatHasSentTooMuchThatIsNotBelieved() {
		send(STRANGER, LIMIT - 1);
		assertThat(isRefused(STRANGER)).isFalse();
		send(STRANGER, 1);
		assertThat(this.limit.refuse(STRANGER)).hasValueSatisfying((refusal) -> {
			assertThat(refusal.reason()).isEqualTo(Reason.TOO_MANY);
			assertThat(refusal.message()).contains("wechatpay.notification.limit-per-source").doesNotContain("203");
		});
		assertThat(isRefused(OTHER)).as("somebody else").isFalse();
	}

	@Test
	void slides() {
		send(STRANGER, 1);
		advance(Duration.ofSeconds(9));
		send(STRANGER, LIMIT - 1);
		advance(Duration.ofSeconds(1));
		assertThat(isRefused(STRANGER)).as("a second later, in a window that began in between").isTrue();
		advance(Duration.ofMillis(5100));
		assertThat(isRefused(STRANGER)).as("half of it has slid out").isFalse();
		send(STRANGER, 6);
		assertThat(isRefused(STRANGER)).as("the rest still counts").isTrue();
	}

	@Test
	void forgetsWhatIsOlderThanTwoWindows() {
		send(STRANGER, 1000);
		advance(Duration.ofSeconds(19));
		assertThat(isRefused(STRANGER)).isTrue();
		advance(Duration.ofSeconds(2));
		assertThat(isRefused(STRANGER)).isFalse();
	}

	@Test
	void letsTheLimitBeReadInEveryWindowHoweverMuchIsRefused() {
		int read = 0;
		for (int i = 0; i < 100_000; i++) {
			advance(Duration.ofMillis(1));
			if (isRefused(STRANGER)) {
				this.limit.learn(STRANGER, Belief.of(Reason.TOO_MANY));
			}
			else {
				read++;
				send(STRANGER, 1);
			}
		}
		assertThat(read).as("in ten windows").isBetween(8 * LIMIT, 12 * LIMIT);
	}

	@Test
	void neverCountsWhatIsGenuine() {
		for (int i = 0; i < 100 * LIMIT; i++) {
			this.limit.learn(STRANGER, Belief.BELIEVED);
			this.limit.learn(OTHER, Belief.UNDECIDED);
		}
		assertThat(isRefused(STRANGER)).isFalse();
		assertThat(isRefused(OTHER)).isFalse();
	}

	@Test
	void doesNotLimitASourceOfGenuineNotifications(CapturedOutput output) {
		send(STRANGER, LIMIT);
		assertThat(isRefused(STRANGER)).isTrue();
		this.limit.learn(STRANGER, Belief.BELIEVED);
		send(STRANGER, 1000 * LIMIT);
		assertThat(isRefused(STRANGER)).as("a proxy that stands for everybody").isFalse();
		assertThat(isRefused(STRANGER)).isFalse();
		assertThat(output.toString().split("server.forward-headers-strategy", -1)).as("told once").hasSize(2);
		advance(Duration.ofHours(23));
		this.limit.learn(STRANGER, Belief.BELIEVED);
		advance(Duration.ofHours(23));
		send(STRANGER, LIMIT);
		assertThat(isRefused(STRANGER)).as("seen again within a day").isFalse();
		advance(Duration.ofHours(2));
		send(STRANGER, LIMIT);
		assertThat(isRefused(STRANGER)).as("not seen for a day").isTrue();
	}

	@Test
	void countsAnIpv6NetworkAsOne() {
		for (int i = 0; i < LIMIT; i++) {
			send(NotificationSource.of("2001:db8:1:2:" + i + "::1"), 1);
		}
		assertThat(isRefused(NotificationSource.of("2001:db8:1:2:ffff::9"))).isTrue();
		assertThat(isRefused(NotificationSource.of("2001:db8:1:3::1"))).isFalse();
	}

	@Test
	void countsAllUnknownSourcesAsOne() {
		send(NotificationSource.of("unknown"), LIMIT);
		assertThat(isRefused(NotificationSource.of(null))).isTrue();
	}

	@Test
	void remembersABoundedNumberOfSources() {
		for (int i = 0; i < 100_000; i++) {
			send(NotificationSource.of("2001:db8:%x:%x::1".formatted(i >> 16, i & 0xffff)), 1);
		}
		assertThat(this.limit.sources()).isLessThanOrEqualTo(SourceLimit.MAX_SOURCES);
	}

	@ParameterizedTest
	@EnumSource(names = { "TOO_LARGE", "MALFORMED", "SIGNATURE", "PROBE", "DECRYPTION", "WRONG_MERCHANT",
			"UNKNOWN_MERCHANT" })
	void countsWhatAnybodyCanSend(Reason reason) {
		assertThat(Belief.of(reason)).isEqualTo(Belief.NOT_BELIEVED);
	}

	@ParameterizedTest
	@EnumSource(names = { "IN_PROGRESS", "OVERTAKEN", "NOT_STORED", "NO_HANDLER", "HANDLER_FAILED" })
	void takesWhatFailedLaterForGenuine(Reason reason) {
		assertThat(Belief.of(reason)).isEqualTo(Belief.BELIEVED);
	}

	@Test
	void asksOneAfterTheOtherAndLetsAllLearn() {
		NotificationAdmission all = NotificationAdmission
			.all(List.of(AllowedSources.of(List.of("203.0.113.7")), this.limit));
		assertThat(all.refuse(OTHER)).map(Refusal::reason).hasValue(Reason.FORBIDDEN_SOURCE);
		for (int i = 0; i < LIMIT; i++) {
			all.learn(STRANGER, Belief.NOT_BELIEVED);
		}
		assertThat(all.refuse(STRANGER)).map(Refusal::reason).hasValue(Reason.TOO_MANY);
		assertThat(NotificationAdmission.all(List.of()).refuse(OTHER)).isEmpty();
	}

	private void advance(Duration time) {
		this.nanos.addAndGet(time.toNanos());
	}

	private void send(NotificationSource source, int count) {
		for (int i = 0; i < count; i++) {
			this.limit.learn(source, Belief.NOT_BELIEVED);
		}
	}

	private boolean isRefused(NotificationSource source) {
		return this.limit.refuse(source).isPresent();
	}

}
