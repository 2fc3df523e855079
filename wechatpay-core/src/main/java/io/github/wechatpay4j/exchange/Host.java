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

package io.github.wechatpay4j.exchange;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.LongSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One of the platform's hosts. After it could not be reached it is left alone for a
 * while, which doubles with each further failure; then one caller tries it again, and the
 * others follow once that has succeeded. Safe for use by many threads.
 */
final class Host {

	static final Duration COOL_DOWN = Duration.ofSeconds(30);

	static final Duration MAX_COOL_DOWN = Duration.ofMinutes(5);

	private static final Logger logger = LoggerFactory.getLogger(Host.class);

	private final URI url;

	private final String address;

	private final boolean primary;

	private final Clock clock;

	private final LongSupplier nanoTime;

	private int failures;

	private boolean avoided;

	/** Measured, not read from a clock: clocks are corrected, by hours at times. */
	private long avoidedUntil;

	private boolean onTrial;

	Host(URI url, boolean primary, Clock clock, LongSupplier nanoTime) {
		this.url = url;
		String text = url.toString();
		this.address = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
		this.primary = primary;
		this.clock = clock;
		this.nanoTime = nanoTime;
	}

	/** The path of its own, if any, is for whoever stands in between: nobody signs it. */
	String written(String target) {
		return Objects.requireNonNullElse(URI.create(this.address).getRawPath(), "") + target;
	}

	URI resolve(String target) {
		return URI.create(this.address + target);
	}

	boolean isAt(URI other) {
		return this.url.getScheme().equals(other.getScheme()) && this.url.getAuthority().equals(other.getAuthority());
	}

	/**
	 * Whether the caller shall try this host. The first one to ask after a cool-down gets
	 * the trial; the others wait for what comes of it, at most for another cool-down.
	 */
	synchronized boolean admits() {
		if (!this.avoided) {
			return true;
		}
		if (left() > 0) {
			return false;
		}
		avoid();
		this.onTrial = true;
		return true;
	}

	synchronized void reached() {
		if (this.failures > 0) {
			logger.info("{} can be reached again", this.address);
		}
		this.failures = 0;
		this.avoided = false;
		this.onTrial = false;
	}

	/** Many calls that fail together count once. */
	synchronized void unreachable(Throwable failure) {
		if (this.avoided && !this.onTrial) {
			return;
		}
		this.onTrial = false;
		this.failures++;
		avoid();
		logger.warn("{} cannot be reached and is left alone for {} s if there is another host: {}", this.address,
				coolDown().toSeconds(), failure.getMessage());
	}

	private void avoid() {
		this.avoided = true;
		this.avoidedUntil = this.nanoTime.getAsLong() + coolDown().toNanos();
	}

	/** Nanoseconds until it is tried again. */
	private long left() {
		return this.avoidedUntil - this.nanoTime.getAsLong();
	}

	private Duration coolDown() {
		Duration doubled = COOL_DOWN.multipliedBy(1L << Math.min(Math.max(this.failures - 1, 0), 10));
		return (doubled.compareTo(MAX_COOL_DOWN) < 0) ? doubled : MAX_COOL_DOWN;
	}

	synchronized HostState state() {
		Instant until = this.avoided ? this.clock.instant().plusNanos(left()) : null;
		return new HostState(this.url, this.primary, this.failures, until);
	}

}
