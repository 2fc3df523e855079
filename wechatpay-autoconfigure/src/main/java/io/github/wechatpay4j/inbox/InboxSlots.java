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

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import io.github.wechatpay4j.delivery.Lease;

/**
 * The places in which a node handles entries. One whose handler ignores that its lease is
 * over is replaced by another, so that the rest goes on; as many can be replaced as there
 * are. Knows what the node is at, which it never takes again. Safe for use by many
 * threads.
 */
final class InboxSlots {

	/** The time in which a handler that was interrupted may roll back and return. */
	static final Duration GRACE = Duration.ofSeconds(2);

	private final int size;

	private final Semaphore free;

	private final Map<Long, InboxSlot> occupied = new HashMap<>();

	private int replaced;

	InboxSlots(int size) {
		this.size = size;
		this.free = new Semaphore(size);
	}

	/**
	 * Takes all places that are free.
	 * @param patience how long to wait for one
	 * @return how many places are free, zero if none has become so
	 */
	int take(Duration patience) throws InterruptedException {
		return this.free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS) ? 1 + this.free.drainPermits() : 0;
	}

	void giveBack(int unused) {
		this.free.release(unused);
	}

	synchronized InboxSlot occupy(InboxEntry entry, Lease lease) {
		InboxSlot slot = new InboxSlot(entry, lease);
		this.occupied.put(entry.id(), slot);
		return slot;
	}

	synchronized void leave(InboxSlot slot) {
		this.occupied.remove(slot.entry().id(), slot);
		if (slot.isReplaced()) {
			this.replaced--;
		}
		else {
			this.free.release();
		}
	}

	/**
	 * Gives a place back although its handler is still at work.
	 * @return whether there was one left to replace it
	 */
	synchronized boolean replace(InboxSlot slot) {
		if (slot.isReplaced() || this.replaced >= this.size || !this.occupied.containsValue(slot)) {
			return false;
		}
		slot.replace();
		this.replaced++;
		this.free.release();
		return true;
	}

	/** The entries that this node is at, on time or not. */
	synchronized Set<Long> entries() {
		return Set.copyOf(this.occupied.keySet());
	}

	/** Places whose handlers were interrupted and are still at work. */
	synchronized List<InboxSlot> overdue() {
		return this.occupied.values()
			.stream()
			.filter((slot) -> slot.lease().remaining().plus(GRACE).isNegative())
			.toList();
	}

	synchronized boolean isIdle() {
		return this.occupied.isEmpty();
	}

	int size() {
		return this.size;
	}

	/** Whether every place, and every replacement, is held by a handler that hangs. */
	synchronized boolean isStuck() {
		return overdue().size() >= 2 * this.size;
	}

}
