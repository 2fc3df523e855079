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

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Says when platform certificates are downloaded again in the background. One for an
 * application, for any number of merchants; nothing is scheduled for a merchant before
 * its certificates were needed for the first time, and nothing any longer while it is not
 * used. Safe for use by many threads.
 */
public final class CertificateRefresh implements AutoCloseable {

	/** A new certificate is handed out ten days before the platform signs with it. */
	public static final Duration DEFAULT_INTERVAL = Duration.ofHours(12);

	private static final Logger logger = LoggerFactory.getLogger(CertificateRefresh.class);

	/** The part of the interval that is left to chance, so that nodes spread. */
	private static final double JITTER = 0.2;

	private static final int HASTE = 12;

	private final Duration interval;

	private final Scheduler scheduler;

	private final LongSupplier nanoTime;

	private final Sinks.Empty<Void> closed = Sinks.empty();

	/**
	 * Creates a background refresh, which does nothing until certificates are used.
	 * @param interval the longest time between two downloads for one merchant; up to a
	 * fifth of it is left to chance
	 * @param scheduler runs the timers; it is not disposed of
	 */
	public CertificateRefresh(Duration interval, Scheduler scheduler) {
		this(interval, scheduler, System::nanoTime);
	}

	/**
	 * Creates a background refresh that measures time by other means.
	 * @param interval the longest time between two downloads for one merchant; up to a
	 * fifth of it is left to chance
	 * @param scheduler runs the timers; it is not disposed of
	 * @param nanoTime measures time, like {@link System#nanoTime()}
	 */
	public CertificateRefresh(Duration interval, Scheduler scheduler, LongSupplier nanoTime) {
		this.interval = Objects.requireNonNull(interval, "interval");
		this.scheduler = Objects.requireNonNull(scheduler, "scheduler");
		this.nanoTime = Objects.requireNonNull(nanoTime, "nanoTime");
	}

	/** No background refresh. */
	static CertificateRefresh none() {
		return none(System::nanoTime);
	}

	static CertificateRefresh none(LongSupplier nanoTime) {
		CertificateRefresh refresh = new CertificateRefresh(DEFAULT_INTERVAL, Schedulers.parallel(), nanoTime);
		refresh.close();
		return refresh;
	}

	/** What measures time, which no correction of a clock changes. */
	LongSupplier nanoTime() {
		return this.nanoTime;
	}

	/** How long one set of certificates is kept. */
	Duration regularly() {
		return spread(this.interval);
	}

	/** How long to wait after a failure, and while the last certificate is ending. */
	Duration soon() {
		return spread(this.interval.dividedBy(HASTE));
	}

	/** When a certificate's end is near: two regular downloads away. */
	Duration margin() {
		return this.interval.multipliedBy(2);
	}

	private static Duration spread(Duration duration) {
		double part = 1 - JITTER * ThreadLocalRandom.current().nextDouble();
		return Duration.ofMillis((long) (duration.toMillis() * part));
	}

	void schedule(Duration delay, Mono<?> task) {
		Mono.delay(delay, this.scheduler).then(task).takeUntilOther(this.closed.asMono()).subscribe((done) -> {
		}, (ex) -> logger.warn("Platform certificates could not be refreshed in the background: {}", ex.getMessage()));
	}

	/** Ends all refreshing. What has been downloaded stays in use. */
	@Override
	public void close() {
		this.closed.tryEmitEmpty();
	}

}
