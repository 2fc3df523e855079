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

package io.github.wechatpay4j.limit;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import io.github.bucket4j.SchedulingBucket;
import org.jspecify.annotations.Nullable;

/**
 * One waiter's turn. Knows whether a permit is reserved for it, because the bucket
 * schedules the end of the wait then and only then, and gives it back when the waiter
 * leaves. Safe for use by many threads.
 */
final class Turn extends AbstractExecutorService implements ScheduledExecutorService {

	private final ScheduledExecutorService alarm;

	private final Runnable giveBack;

	private @Nullable ScheduledFuture<?> end;

	private boolean reserved;

	private boolean left;

	private boolean settled;

	Turn(ScheduledExecutorService alarm, Runnable giveBack) {
		this.alarm = alarm;
		this.giveBack = giveBack;
	}

	CompletableFuture<Boolean> take(SchedulingBucket bucket, long maxWaitNanos) {
		return bucket.tryConsume(1, maxWaitNanos, this).whenComplete((permitted, failure) -> {
			if (failure == null && permitted) {
				settle();
			}
		});
	}

	/** The permit is there: it is used, or the waiter has left meanwhile. */
	private synchronized void settle() {
		if (!this.settled) {
			this.settled = true;
			if (this.left) {
				this.giveBack.run();
			}
		}
	}

	/** The waiter waits no longer. */
	synchronized void leave() {
		this.left = true;
		if (!this.settled && this.reserved) {
			this.settled = true;
			if (this.end != null) {
				this.end.cancel(false);
			}
			this.giveBack.run();
		}
	}

	@Override
	public synchronized ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
		ScheduledFuture<?> scheduled = this.alarm.schedule(command, delay, unit);
		this.end = scheduled;
		this.reserved = true;
		if (this.left) {
			leave();
		}
		return scheduled;
	}

	@Override
	public <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
		throw new UnsupportedOperationException();
	}

	@Override
	public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long initialDelay, long period, TimeUnit unit) {
		throw new UnsupportedOperationException();
	}

	@Override
	public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long initialDelay, long delay, TimeUnit unit) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void execute(Runnable command) {
		this.alarm.execute(command);
	}

	@Override
	public void shutdown() {
		throw new UnsupportedOperationException();
	}

	@Override
	public List<Runnable> shutdownNow() {
		throw new UnsupportedOperationException();
	}

	@Override
	public boolean isShutdown() {
		return this.alarm.isShutdown();
	}

	@Override
	public boolean isTerminated() {
		return this.alarm.isTerminated();
	}

	@Override
	public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
		return this.alarm.awaitTermination(timeout, unit);
	}

}
