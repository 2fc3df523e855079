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

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Waits for nothing: notes how long it should have waited and moves the clock instead.
 */
public final class ImpatientScheduler implements Scheduler {

	private final TestClock clock;

	private final List<Duration> waits = new CopyOnWriteArrayList<>();

	public ImpatientScheduler(TestClock clock) {
		this.clock = clock;
	}

	/** Where something waited on purpose. */
	public List<Duration> waits() {
		return this.waits;
	}

	/** Time that only passes here. */
	public long nanoTime() {
		return Duration.between(TestClock.START, this.clock.instant()).toNanos();
	}

	@Override
	public Disposable schedule(Runnable task) {
		return Schedulers.boundedElastic().schedule(task);
	}

	@Override
	public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
		Duration wait = Duration.of(delay, unit.toChronoUnit());
		this.waits.add(wait);
		this.clock.advance(wait);
		return schedule(task);
	}

	@Override
	public Worker createWorker() {
		return Schedulers.boundedElastic().createWorker();
	}

}
