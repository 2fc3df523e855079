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

package io.github.wechatpay4j.delivery;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Interrupts handlers whose lease is over, says so in the log with the place where they
 * stand, and counts them. What ignores the interrupt is listed until it ends. Has one
 * thread; safe for use by many.
 */
public final class LeaseWatch implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(LeaseWatch.class);

	private final ScheduledThreadPoolExecutor timer;

	private final Set<HandlerRun> overdue = ConcurrentHashMap.newKeySet();

	private final AtomicLong expired = new AtomicLong();

	/**
	 * Creates a watch. Its thread begins with the first handler, and keeps no JVM alive.
	 */
	public LeaseWatch() {
		this.timer = new ScheduledThreadPoolExecutor(1, (task) -> {
			Thread thread = new Thread(task, "wechatpay-lease");
			thread.setDaemon(true);
			return thread;
		});
		this.timer.setRemoveOnCancelPolicy(true);
	}

	/**
	 * Runs a handler on this thread, for no longer than its lease.
	 * @param run tells afterwards how it went
	 * @return what the handler returned, also if that was too late
	 * @throws Exception what the handler threw
	 */
	@Nullable Object call(HandlerRun run) throws Exception {
		if (run.lease().isOver()) {
			run.miss();
			throw new TimeoutException("The lease was over before the handler could begin");
		}
		Future<?> alarm = schedule(run);
		try {
			return run.call();
		}
		finally {
			run.end();
			if (alarm != null) {
				alarm.cancel(false);
			}
			this.overdue.remove(run);
		}
	}

	private @Nullable Future<?> schedule(HandlerRun run) {
		try {
			return this.timer.schedule(() -> expire(run), run.lease().remaining().toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (RejectedExecutionException ex) {
			// The application is being stopped, and so is the handler
			return null;
		}
	}

	private void expire(HandlerRun run) {
		this.overdue.add(run);
		TimeoutException place = new TimeoutException("The handler stands here");
		place.setStackTrace(run.stackTrace());
		boolean atWork = run.expire(() -> {
			this.expired.incrementAndGet();
			logger.warn("{} is not done within wechatpay.notification.lease ({}), and is interrupted; its event will be"
					+ " tried again", run.describe(), run.lease().length(), place);
		});
		if (!atWork) {
			this.overdue.remove(run);
		}
	}

	/**
	 * Handlers that are still at work although they were interrupted: each of them costs
	 * a thread, and what it holds.
	 * @return the handlers
	 */
	public List<OverdueHandler> overdue() {
		return this.overdue.stream().map(HandlerRun::overdue).toList();
	}

	/** Whether an event's handler is still at work here although its lease is over. */
	boolean isOverdue(String key) {
		return this.overdue.stream().anyMatch((run) -> run.isOf(key));
	}

	/**
	 * How many handlers were interrupted because their lease was over.
	 * @return a number since this watch exists
	 */
	public long expired() {
		return this.expired.get();
	}

	/** Ends the thread; handlers that begin later are not watched. */
	@Override
	public void close() {
		this.timer.shutdownNow();
	}

}
