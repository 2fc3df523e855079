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

package io.github.wechatpay4j.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that only moves when a test says so.
 */
public final class TestClock extends Clock {

	/** A moment at which all platform certificates of the tests are valid. */
	public static final Instant START = Instant.parse("2026-12-01T08:00:00Z");

	private final AtomicReference<Instant> now = new AtomicReference<>(START);

	private final AtomicLong elapsed = new AtomicLong();

	/** Lets time pass. */
	public void advance(Duration step) {
		this.elapsed.addAndGet(step.toNanos());
		correct(step);
	}

	/** Lets time pass, or begin again, until a moment. */
	public void set(Instant time) {
		this.elapsed.addAndGet(Duration.between(instant(), time).toNanos());
		this.now.set(time);
	}

	/** Changes the clock as an administrator does: no time passes by that. */
	public void correct(Duration step) {
		this.now.updateAndGet((time) -> time.plus(step));
	}

	/** The time that has passed, whatever the clock says. */
	public long nanoTime() {
		return this.elapsed.get();
	}

	@Override
	public Instant instant() {
		return this.now.get();
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		throw new UnsupportedOperationException("no code here needs a zone");
	}

}
