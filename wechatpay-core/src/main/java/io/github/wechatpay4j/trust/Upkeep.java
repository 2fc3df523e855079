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

package io.github.wechatpay4j.trust;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import reactor.core.publisher.Mono;

/**
 * Keeps the certificates of one merchant fresh while they are used. It begins with the
 * first download and pauses by itself: a merchant that has been removed or replaced is
 * simply not used any more.
 */
final class Upkeep {

	private final CertificateRefresh refresh;

	private final Clock clock;

	private final LongSupplier nanoTime;

	private final Supplier<Mono<CertificateSet>> download;

	private final AtomicBoolean scheduled = new AtomicBoolean();

	private volatile boolean used;

	/** When the next download is due, in the time that is measured. */
	private volatile long due;

	private volatile CertificateSet current = CertificateSet.EMPTY;

	Upkeep(CertificateRefresh refresh, Clock clock, Supplier<Mono<CertificateSet>> download) {
		this.refresh = refresh;
		this.clock = clock;
		this.nanoTime = refresh.nanoTime();
		this.download = download;
	}

	/** Called for each message, so it writes only where something changes. */
	void used() {
		if (!this.used) {
			this.used = true;
		}
		plan();
	}

	private void plan() {
		if (!this.scheduled.get() && !this.current.isEmpty() && this.scheduled.compareAndSet(false, true)) {
			schedule((left() < 0) ? Duration.ZERO : delay());
		}
	}

	/** A download has succeeded, whoever asked for it. */
	void downloaded(CertificateSet certificates) {
		this.due = this.nanoTime.getAsLong() + this.refresh.regularly().toNanos();
		this.current = certificates;
		plan();
	}

	private void schedule(Duration delay) {
		this.refresh.schedule(delay, Mono.defer(this::tick));
	}

	private Mono<?> tick() {
		if (!this.used) {
			this.scheduled.set(false);
			return Mono.empty();
		}
		if (isFresh()) {
			// Somebody needed a download in the meantime
			schedule(delay());
			return Mono.empty();
		}
		this.used = false;
		return this.download.get().doOnTerminate(() -> schedule(delay()));
	}

	private boolean isFresh() {
		Instant soon = this.clock.instant().plus(this.refresh.margin());
		return left() > 0 && !this.current.endsBefore(soon);
	}

	private Duration delay() {
		return isFresh() ? Duration.ofNanos(Math.max(0, left())) : this.refresh.soon();
	}

	/** Nanoseconds until the next download is due. */
	private long left() {
		return this.due - this.nanoTime.getAsLong();
	}

}
