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

package io.github.wechatpay4j.jdbc;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Removes from the tables what is no longer needed, now and then, on every node.
 */
public final class Housekeeping implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(Housekeeping.class);

	private final List<Runnable> chores;

	private final Duration interval;

	private volatile @Nullable ScheduledThreadPoolExecutor executor;

	private volatile @Nullable Future<?> schedule;

	/**
	 * Creates a housekeeper.
	 * @param chores what is to be done, each for itself
	 * @param interval how often, about
	 */
	public Housekeeping(List<Runnable> chores, Duration interval) {
		this.chores = List.copyOf(chores);
		this.interval = interval;
	}

	@Override
	public void start() {
		ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(1, threadFactory());
		long millis = this.interval.toMillis();
		// Nodes that were started together do not clean up together
		this.schedule = threads.scheduleWithFixedDelay(this::clean, ThreadLocalRandom.current().nextLong(millis),
				millis, TimeUnit.MILLISECONDS);
		this.executor = threads;
	}

	/** Does all chores once; one that fails does not keep the others from being done. */
	void clean() {
		for (Runnable chore : this.chores) {
			try {
				chore.run();
			}
			catch (RuntimeException | Error ex) {
				// An Error would end the schedule for good
				logger.warn(
						"The tables of WeChat Pay notifications could not be looked after, it is tried again in {}: {}",
						this.interval, ex.toString());
			}
		}
	}

	@Override
	public void stop() {
		ScheduledThreadPoolExecutor threads = this.executor;
		this.executor = null;
		if (threads != null) {
			threads.shutdownNow();
		}
	}

	@Override
	public boolean isRunning() {
		Future<?> current = this.schedule;
		return this.executor != null && current != null && !current.isDone();
	}

	private static CustomizableThreadFactory threadFactory() {
		CustomizableThreadFactory factory = new CustomizableThreadFactory("wechatpay-housekeeping-");
		factory.setDaemon(true);
		return factory;
	}

}
