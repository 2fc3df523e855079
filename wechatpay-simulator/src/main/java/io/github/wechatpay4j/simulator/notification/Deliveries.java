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

package io.github.wechatpay4j.simulator.notification;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import io.github.wechatpay4j.simulator.notification.Delivery.Attempt;
import io.github.wechatpay4j.simulator.notification.Delivery.State;

/**
 * The log of all notifications. Safe for use by many threads.
 */
final class Deliveries {

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition changed = this.lock.newCondition();

	private final List<TrackedDelivery> all = new ArrayList<>();

	void add(TrackedDelivery delivery) {
		change(() -> this.all.add(delivery));
	}

	void state(TrackedDelivery delivery, State state) {
		change(() -> delivery.state(state));
	}

	int attempt(TrackedDelivery delivery, Attempt attempt) {
		return delivery.record(attempt);
	}

	Optional<TrackedDelivery> find(String id) {
		this.lock.lock();
		try {
			return this.all.stream().filter((delivery) -> delivery.id().equals(id)).findFirst();
		}
		finally {
			this.lock.unlock();
		}
	}

	/** All held ones, which from now on are pending. */
	List<TrackedDelivery> release() {
		List<TrackedDelivery> held = new ArrayList<>();
		change(() -> this.all.stream().filter((delivery) -> delivery.state() == State.HELD).forEach((delivery) -> {
			delivery.state(State.PENDING);
			held.add(delivery);
		}));
		return held;
	}

	List<Delivery> list() {
		this.lock.lock();
		try {
			return this.all.stream().map(TrackedDelivery::snapshot).toList();
		}
		finally {
			this.lock.unlock();
		}
	}

	/** Waits until none is pending; whether that came about in time. */
	boolean await(Duration timeout) {
		long left = timeout.toNanos();
		this.lock.lock();
		try {
			while (this.all.stream().anyMatch((delivery) -> !delivery.state().isFinal())) {
				if (left <= 0) {
					return false;
				}
				left = this.changed.awaitNanos(left);
			}
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
		finally {
			this.lock.unlock();
		}
	}

	private void change(Runnable change) {
		this.lock.lock();
		try {
			change.run();
			this.changed.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

}
