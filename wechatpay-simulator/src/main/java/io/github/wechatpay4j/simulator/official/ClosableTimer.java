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

package io.github.wechatpay4j.simulator.official;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that does things later, and ends when closed.
 */
public final class ClosableTimer implements Timer, AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(ClosableTimer.class);

	private final ScheduledThreadPoolExecutor executor;

	/**
	 * Creates a timer.
	 */
	public ClosableTimer() {
		this.executor = new ScheduledThreadPoolExecutor(1, (task) -> {
			Thread thread = new Thread(task, "wechatpay-simulator-timer");
			thread.setDaemon(true);
			return thread;
		});
	}

	@Override
	public void after(Duration delay, Runnable task) {
		try {
			Future<?> unused = this.executor.schedule(() -> run(task), delay.toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (RejectedExecutionException ex) {
			logger.debug("Closed: nothing more is done");
		}
	}

	@SuppressWarnings("IllegalCatch")
	private static void run(Runnable task) {
		try {
			task.run();
		}
		catch (RuntimeException ex) {
			logger.warn("Something that was to be done later failed", ex);
		}
	}

	@Override
	public void close() {
		this.executor.shutdownNow();
	}

}
