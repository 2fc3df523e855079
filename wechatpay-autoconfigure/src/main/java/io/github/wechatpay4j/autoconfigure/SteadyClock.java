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
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;

/**
 * The time of the clock when it was made, and what has passed since then: for libraries
 * that measure durations with a clock. Whoever sets the clock of the machine, by hours at
 * times, neither opens nor closes anything by that.
 */
final class SteadyClock extends Clock {

	private final Instant start;

	private final LongSupplier nanoTime;

	private final long startedAt;

	SteadyClock() {
		this(Clock.systemUTC(), System::nanoTime);
	}

	SteadyClock(Clock clock, LongSupplier nanoTime) {
		this.start = clock.instant();
		this.nanoTime = nanoTime;
		this.startedAt = nanoTime.getAsLong();
	}

	@Override
	public Instant instant() {
		return this.start.plusNanos(this.nanoTime.getAsLong() - this.startedAt);
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		throw new UnsupportedOperationException("it only measures");
	}

}
