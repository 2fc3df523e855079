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

package io.github.wechatpay4j.inbox;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import io.github.wechatpay4j.delivery.DeadLetters;
import io.github.wechatpay4j.delivery.Lease;
import io.github.wechatpay4j.delivery.NotificationConsumer;
import io.github.wechatpay4j.lifecycle.EndOfThreads;
import io.github.wechatpay4j.notification.NotificationHandlerResolver;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Takes notifications out of the inbox and has them handled, on threads of its own. Any
 * number of nodes work on one inbox; one that has no handlers takes nothing. What it is
 * at it does not take again, and a handler that ignores the end of its lease loses its
 * place to another.
 */
public final class InboxWorker implements SmartLifecycle, DisposableBean {

	private static final Logger logger = LoggerFactory.getLogger(InboxWorker.class);

	/** Before the threads of the endpoint: what comes in is stored to the last. */
	private static final int PHASE = DEFAULT_PHASE - 3000;

	/** How long to wait at most before looking after handlers that are at work. */
	private static final Duration LOOK_AFTER = Duration.ofSeconds(1);

	private final NotificationInbox inbox;

	private final NotificationHandlerResolver handlers;

	private final InboxSettings settings;

	private final InboxAttempts attempts;

	private final InboxSlots slots;

	private final Semaphore alarm = new Semaphore(0);

	private volatile @Nullable ExecutorService threads;

	private volatile @Nullable EndOfThreads ending;

	/** Whether the last look left something behind for want of room. */
	private volatile boolean full;

	private volatile boolean troubled;

	/**
	 * Creates a worker.
	 * @param inbox where notifications are
	 * @param consumer verifies them again and has them handled
	 * @param deadLetters is told of those that are given up
	 * @param handlers tells whether there is a handler at all
	 * @param settings how to work
	 * @param clock tells the time, for the log
	 */
	public InboxWorker(NotificationInbox inbox, NotificationConsumer consumer, DeadLetters deadLetters,
			NotificationHandlerResolver handlers, InboxSettings settings, Clock clock) {
		this.inbox = Objects.requireNonNull(inbox, "inbox");
		this.handlers = Objects.requireNonNull(handlers, "handlers");
		this.settings = Objects.requireNonNull(settings, "settings");
		this.attempts = new InboxAttempts(inbox, Objects.requireNonNull(consumer, "consumer"),
				Objects.requireNonNull(deadLetters, "deadLetters"), settings, Objects.requireNonNull(clock, "clock"));
		this.slots = new InboxSlots(settings.concurrency());
	}

	/** Looks for notifications now, not only at the next poll. */
	void wake() {
		this.alarm.release();
	}

	@Override
	public void start() {
		// A handler that hangs keeps no JVM alive, looking for notifications does
		CustomizableThreadFactory factory = new CustomizableThreadFactory("wechatpay-inbox-");
		factory.setDaemon(true);
		ExecutorService executor = Executors.newCachedThreadPool(factory);
		this.ending = new EndOfThreads(executor, this.settings.lease(), "other nodes take over");
		this.threads = executor;
		if (this.handlers.handlesKept()) {
			new Thread(() -> poll(executor), "wechatpay-inbox-poll").start();
			return;
		}
		executor.shutdown();
		logger.info("No method or handler of this application handles notifications: it takes none out of the inbox");
	}

	private void poll(ExecutorService executor) {
		try {
			while (this.threads == executor) {
				try {
					look(executor);
				}
				catch (InterruptedException ex) {
					// Only stopping ends this thread: nobody would look any more
					logger.warn("Somebody has interrupted looking for notifications; it goes on");
				}
			}
		}
		finally {
			// Not before: what has been taken needs its thread
			executor.shutdown();
		}
	}

	private void look(ExecutorService executor) throws InterruptedException {
		int room = this.slots.take(pause());
		lookAfter(executor);
		if (room == 0) {
			return;
		}
		Lease lease = Lease.begin(this.settings.lease());
		// Whoever waited for room may have been stopped meanwhile
		List<InboxEntry> taken = (this.threads == executor) ? take(room) : List.of();
		this.slots.giveBack(room - taken.size());
		this.full = taken.size() == room;
		taken.forEach((entry) -> submit(executor, this.slots.occupy(entry, lease)));
		if (!this.full) {
			boolean woken = this.alarm.tryAcquire(pause().toMillis(), TimeUnit.MILLISECONDS);
			logger.trace("Looking for notifications, woken: {}", woken);
		}
		this.alarm.drainPermits();
	}

	private Duration pause() {
		Duration poll = this.settings.pollInterval();
		return (this.slots.isIdle() || poll.compareTo(LOOK_AFTER) < 0) ? poll : LOOK_AFTER;
	}

	/** A database that is away for a while is no reason to end, nor to fill the log. */
	private List<InboxEntry> take(int max) {
		try {
			Set<Long> excluded = new HashSet<>(this.attempts.aside());
			excluded.addAll(this.slots.entries());
			List<InboxEntry> taken = this.inbox.take(max, this.settings.lease(), excluded);
			if (this.troubled) {
				this.troubled = false;
				logger.info("The inbox of WeChat Pay notifications can be read again");
			}
			return taken;
		}
		catch (RuntimeException | Error ex) {
			// After an Error this thread would be gone, and nobody would look any more
			if (!this.troubled) {
				this.troubled = true;
				logger.error("The inbox of WeChat Pay notifications cannot be read; it is tried again every {}{}",
						this.settings.pollInterval(), InboxDelivery.remedy(ex), ex);
			}
			return List.of();
		}
	}

	/** What hangs is given up for this time, so that other nodes and others go on. */
	private void lookAfter(ExecutorService executor) {
		for (InboxSlot slot : this.slots.overdue()) {
			boolean replaced = this.slots.replace(slot);
			if (slot.settle()) {
				logger.warn(
						"The handler of notification {} of the inbox goes on although its lease is over and it was"
								+ " interrupted: it holds a thread and what it has opened, {}",
						slot.entry().id(),
						replaced ? "others are handled in its place" : "and there is no place left to replace its own");
				// On a thread of its own: what hangs may hold a lock on the row
				executor.execute(() -> this.attempts.abandon(slot.entry()));
			}
		}
	}

	private void submit(ExecutorService executor, InboxSlot slot) {
		try {
			executor.execute(() -> {
				try {
					handle(slot);
				}
				finally {
					leave(slot);
				}
			});
		}
		catch (RuntimeException | Error ex) {
			// No thread is available, for want of memory
			this.full = false;
			logger.error("There is no thread to handle notification {} of the inbox", slot.entry().id(), ex);
			this.attempts.giveBack(slot.entry(), "no thread was available");
			this.slots.leave(slot);
		}
	}

	private void handle(InboxSlot slot) {
		if (this.threads == null) {
			this.attempts.giveBack(slot.entry(), "the node stops");
			return;
		}
		this.attempts.handle(slot.entry(), slot.lease());
	}

	private void leave(InboxSlot slot) {
		this.slots.leave(slot);
		if (this.full) {
			wake();
		}
	}

	InboxSlots slots() {
		return this.slots;
	}

	InboxAttempts attempts() {
		return this.attempts;
	}

	@Override
	public void stop() {
		EndOfThreads end = takeNoMore();
		if (end != null) {
			end.await();
		}
	}

	@Override
	public void stop(Runnable callback) {
		EndOfThreads end = takeNoMore();
		if (end != null) {
			end.await(callback);
		}
		else {
			callback.run();
		}
	}

	private @Nullable EndOfThreads takeNoMore() {
		this.threads = null;
		wake();
		return this.ending;
	}

	@Override
	public void destroy() {
		EndOfThreads end = this.ending;
		if (end != null) {
			end.interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.threads != null;
	}

	@Override
	public int getPhase() {
		return PHASE;
	}

}
