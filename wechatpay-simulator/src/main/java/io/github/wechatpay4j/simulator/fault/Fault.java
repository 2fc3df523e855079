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

package io.github.wechatpay4j.simulator.fault;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A fault to inject.
 *
 * @param kind what goes wrong
 * @param path the beginning of the paths it happens to (of requests, or of
 * {@code notify_url}), or {@code null} for every path
 * @param times how often it happens, at least 1
 * @param delay how late {@link FaultKind#LATE} answers, and what
 * {@link FaultKind#RATE_LIMITED} says in {@code Retry-After}; {@code null} for 12 seconds
 * and no such header
 * @param code the code of {@link FaultKind#RATE_LIMITED}, {@code null} for
 * {@code RATELIMIT_EXCEEDED}
 */
public record Fault(FaultKind kind, @Nullable String path, int times, @Nullable Duration delay, @Nullable String code) {

	/** The names that 429 is documented with. */
	public static final List<String> RATE_LIMIT_CODES = List.of("RATELIMIT_EXCEEDED", "RATELIMIT_EXCEED",
			"FREQUENCY_LIMITED");

	/**
	 * Creates a fault.
	 * @param kind what goes wrong
	 * @param path the beginning of the paths it happens to, or {@code null}
	 * @param times how often it happens
	 * @param delay how late, or {@code null}
	 * @param code the code of 429, or {@code null}
	 * @throws IllegalArgumentException if a value makes no sense
	 */
	public Fault {
		Objects.requireNonNull(kind, "kind");
		if (times < 1) {
			throw new IllegalArgumentException("times must be at least 1");
		}
		if (delay != null && delay.isNegative()) {
			throw new IllegalArgumentException("delayMillis must not be negative");
		}
		if (code != null && !RATE_LIMIT_CODES.contains(code)) {
			throw new IllegalArgumentException("code must be one of " + RATE_LIMIT_CODES);
		}
	}

	/**
	 * A fault that happens once, to whatever comes next.
	 * @param kind what goes wrong
	 * @return the fault
	 */
	public static Fault of(FaultKind kind) {
		return new Fault(kind, null, 1, null, null);
	}

	/**
	 * The same fault for some paths only.
	 * @param path the beginning of the paths
	 * @return a new fault
	 */
	public Fault withPath(String path) {
		return new Fault(this.kind, path, this.times, this.delay, this.code);
	}

	/**
	 * The same fault more often.
	 * @param times how often
	 * @return a new fault
	 */
	public Fault withTimes(int times) {
		return new Fault(this.kind, this.path, times, this.delay, this.code);
	}

	/**
	 * The same fault with another delay.
	 * @param delay how late
	 * @return a new fault
	 */
	public Fault withDelay(Duration delay) {
		return new Fault(this.kind, this.path, this.times, delay, this.code);
	}

	/**
	 * The same fault with another code.
	 * @param code one of {@link #RATE_LIMIT_CODES}
	 * @return a new fault
	 */
	public Fault withCode(String code) {
		return new Fault(this.kind, this.path, this.times, this.delay, code);
	}

	boolean matches(boolean notification, String requestPath) {
		return this.kind.isOfNotification() == notification && (this.path == null || requestPath.startsWith(this.path));
	}

}
