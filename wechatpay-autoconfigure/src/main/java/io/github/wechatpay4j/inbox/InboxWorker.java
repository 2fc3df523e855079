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

import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import io.github.wechatpay4j.NotificationRejectedException;
import io.github.wechatpay4j.NotificationRejectedException.Reason;
import io.github.wechatpay4j.delivery.DeadLetters;
import io.github.wechatpay4j.delivery.Lease;
import io.github.wechatpay4j.delivery.NotificationConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Takes notifications out of the inbox and has them handled, on threads of its own. Any
 * number of nodes work on one inbox.
 */
public final class InboxWorker implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(InboxWorker.class);

	private static final String SOURCE = "inbox";

	/** Before the threads of the endpoint: what comes in is stored to the last. */
	private static final int PHASE = DEFAULT_PHASE - 3000;

	private final NotificationInbox inbox;

	private final NotificationConsumer consumer;

	private final DeadLetters deadLetters;

	private final InboxSettings settings;

	private final Semaphore free;

	private final Semaphore alarm = new Semaphore(0);

	private volatile @Nullable ExecutorService threads;

	/** Whether the last look left something behind for want of room. */
	private volatile boolean full;

	private volatile boolean troubled;

	/**
	 * Creates a worker.
	 * @param inbox where notifications are
	 * @param consumer verifies them again and has them handled
	 * @param deadLetters is told of those that are given up
	 * @param settings how to work
	 */
	public InboxWorker(NotificationInbox inbox, NotificationConsumer consumer, DeadLetters deadLetters,
			InboxSettings settings) {
		this.inbox = Objects.requireNonNull(inbox, "inbox");
		this.consumer = Objects.requireNonNull(consumer, "consumer");
		this.deadLetters = Objects.requireNonNull(deadLetters, "deadLetters");
		this.settings = Objects.requireNonNull(settings, "settings");
		this.free = new Semaphore(settings.concurrency());
	}

	/** Looks for notifications now, not only at the next poll. */
	void wake() {
		this.alarm.release();
	}

	@Override
	public void start() {
		ExecutorService executor = Executors.newCachedThreadPool(new CustomizableThreadFactory("wechatpay-inbox-"));
		this.threads = executor;
		executor.execute(() -> poll(executor));
	}

	private void poll(ExecutorService executor) {
		try {
			while (this.threads == executor) {
				this.free.acquire();
				int room = 1 + this.free.drainPermits();
				Lease lease = Lease.begin(this.settings.lease());
				// Whoever waited for room may have been stopped meanwhile
				List<InboxEntry> taken = (this.threads == executor) ? take(room) : List.of();
				this.free.release(room - taken.size());
				this.full = taken.size() == room;
				taken.forEach((entry) -> submit(executor, entry, lease));
				if (!this.full) {
					boolean woken = this.alarm.tryAcquire(this.settings.pollInterval().toMillis(),
							TimeUnit.MILLISECONDS);
					logger.trace("Looking for notifications, woken: {}", woken);
				}
				this.alarm.drainPermits();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		finally {
			// Not before: what has been taken needs its thread
			executor.shutdown();
		}
	}

	/** A database that is away for a while is no reason to end, nor to fill the log. */
	private List<InboxEntry> take(int max) {
		try {
			List<InboxEntry> taken = this.inbox.take(max, this.settings.lease());
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

	private void submit(ExecutorService executor, InboxEntry entry, Lease lease) {
		try {
			executor.execute(() -> {
				try {
					handle(entry, lease);
				}
				finally {
					this.free.release();
					if (this.full) {
						wake();
					}
				}
			});
		}
		catch (RuntimeException | Error ex) {
			// No thread is to be had, for want of memory
			this.full = false;
			this.free.release();
			logger.error("There is no thread to handle {}", entry.notification(), ex);
			attempt(entry, () -> this.inbox.giveBack(entry));
		}
	}

	private void handle(InboxEntry entry, Lease lease) {
		if (this.threads == null) {
			attempt(entry, () -> this.inbox.giveBack(entry));
			return;
		}
		if (entry.attempts() > this.settings.maxAttempts()) {
			// Nobody could say how the last attempt ended: the node is gone
			attempt(entry, () -> park(entry, "no attempt came to an end"));
			return;
		}
		try {
			this.consumer.consume(entry.notification(), SOURCE, lease, () -> this.inbox.complete(entry));
		}
		catch (NotificationRejectedException ex) {
			if (ex.reason() == Reason.OVERTAKEN) {
				logger.warn("{}", ex.getMessage());
				return;
			}
			attempt(entry, () -> failed(entry, ex.reason() + ": " + ex.getMessage()));
		}
		catch (Throwable ex) {
			logger.error("{} could not be handled", entry.notification(), ex);
			attempt(entry, () -> failed(entry, ex.getClass().getName()));
		}
	}

	private void failed(InboxEntry entry, String failure) {
		if (entry.attempts() >= this.settings.maxAttempts()) {
			park(entry, failure);
			return;
		}
		this.inbox.retry(entry, this.settings.backoff().after(entry.attempts()), failure);
	}

	private void park(InboxEntry entry, String failure) {
		if (this.inbox.park(entry, failure)) {
			this.deadLetters.parked(entry.notification(), entry.attempts());
		}
	}

	/**
	 * What cannot be written now is written by whoever takes the entry after its lease.
	 */
	private static void attempt(InboxEntry entry, Runnable update) {
		try {
			update.run();
		}
		catch (RuntimeException ex) {
			logger.warn("What became of {} could not be written to the inbox; it is taken again after its lease: {}",
					entry.notification(), ex.getClass().getName());
		}
	}

	@Override
	public void stop() {
		ExecutorService executor = this.threads;
		this.threads = null;
		if (executor == null) {
			return;
		}
		wake();
		try {
			if (!executor.awaitTermination(this.settings.lease().toMillis(), TimeUnit.MILLISECONDS)) {
				logger.warn("Handlers of notifications are still at work after {}; other nodes take over",
						this.settings.lease());
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
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
