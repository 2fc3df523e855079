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

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

import io.github.wechatpay4j.notification.NotificationSubscription;
import io.github.wechatpay4j.notification.VerifiedNotification;
import org.jspecify.annotations.Nullable;

/**
 * One run of a handler, on one thread, which another thread may interrupt: only while the
 * handler runs, never what the thread does afterwards.
 */
final class HandlerRun {

	private final VerifiedNotification notification;

	private final NotificationSubscription<?> subscription;

	private final Lease lease;

	private final @Nullable String key;

	private final Thread thread = Thread.currentThread();

	private final AtomicReference<State> state = new AtomicReference<>(State.RUNNING);

	private volatile boolean expired;

	private boolean begun;

	private boolean missed;

	private boolean interruptedByOthers;

	/** The key names the event, where it is claimed by that. */
	HandlerRun(VerifiedNotification notification, NotificationSubscription<?> subscription, Lease lease,
			@Nullable String key) {
		this.notification = notification;
		this.subscription = subscription;
		this.lease = lease;
		this.key = key;
	}

	/**
	 * Interrupts the handler, unless it has ended.
	 * @param report runs before, so that it was said by the time at which the handler
	 * ends
	 * @return whether it was still at work
	 */
	boolean expire(Runnable report) {
		if (!this.state.compareAndSet(State.RUNNING, State.INTERRUPTING)) {
			return false;
		}
		this.expired = true;
		try {
			report.run();
		}
		finally {
			this.thread.interrupt();
			this.state.set(State.INTERRUPTED);
		}
		return true;
	}

	/**
	 * The handler has ended: from now on its thread is not interrupted. Whoever
	 * interrupted it, what follows, such as giving its event back, is not disturbed by
	 * that.
	 */
	void end() {
		while (!this.state.compareAndSet(State.RUNNING, State.ENDED)
				&& !this.state.compareAndSet(State.INTERRUPTED, State.ENDED)) {
			// The other thread is just about to interrupt
			Thread.onSpinWait();
		}
		this.interruptedByOthers = Thread.interrupted() && !this.expired;
	}

	/**
	 * Lets it run once more, after what it did was undone.
	 * @return {@code false} if there is no time left, or its thread is to end
	 */
	boolean again() {
		return !this.expired && !this.interruptedByOthers && !this.lease.isOver()
				&& this.state.compareAndSet(State.ENDED, State.RUNNING);
	}

	/** It did not begin, because its lease was over by then. */
	void miss() {
		// Whatever began before, and was undone, has been tried
		if (this.begun) {
			this.expired = true;
		}
		else {
			this.missed = true;
		}
	}

	boolean isMissed() {
		return this.missed;
	}

	boolean isExpired() {
		return this.expired;
	}

	/** Whether its thread was interrupted, but not because of the lease. */
	boolean isInterruptedByOthers() {
		return this.interruptedByOthers;
	}

	@Nullable Object call() throws Exception {
		this.begun = true;
		return this.subscription.handle(this.notification);
	}

	boolean isOf(String key) {
		return key.equals(this.key);
	}

	VerifiedNotification notification() {
		return this.notification;
	}

	NotificationSubscription<?> subscription() {
		return this.subscription;
	}

	Lease lease() {
		return this.lease;
	}

	StackTraceElement[] stackTrace() {
		return this.thread.getStackTrace();
	}

	String describe() {
		return this.subscription.description() + " on " + this.notification;
	}

	OverdueHandler overdue() {
		Duration remaining = this.lease.remaining();
		return new OverdueHandler(this.subscription.description(), this.notification.eventType(), remaining.negated());
	}

	private enum State {

		RUNNING, INTERRUPTING, INTERRUPTED, ENDED

	}

}
