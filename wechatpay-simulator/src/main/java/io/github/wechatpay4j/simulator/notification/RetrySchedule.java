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
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The official schedule of retries: 24 hours and 4 minutes in all.
 */
final class RetrySchedule {

	private static final List<Duration> OFFICIAL = Stream
		.of("15s", "15s", "30s", "3m", "10m", "20m", "30m", "30m", "30m", "60m", "3h", "3h", "3h", "6h", "6h")
		.map((text) -> Duration.parse("PT" + text))
		.toList();

	private final double speed;

	RetrySchedule(double speed) {
		this.speed = speed;
	}

	/**
	 * How long to wait after a number of failed attempts; empty to give up.
	 */
	Optional<Duration> delayAfter(int attempts) {
		if (attempts > OFFICIAL.size()) {
			return Optional.empty();
		}
		return Optional.of(Duration.ofNanos((long) (OFFICIAL.get(attempts - 1).toNanos() / this.speed)));
	}

}
