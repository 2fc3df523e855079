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
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

import io.github.wechatpay4j.NotificationRejectedException.Reason;

/**
 * Entries that this node cannot handle and has given back to the others: it looks at each
 * of them again after a while that grows, because handlers and keys may come. Bounded.
 * Safe for use by many threads.
 */
final class SetAside {

	/** How long another node has the entry to itself. */
	static final Duration HEAD_START = Duration.ofSeconds(1);

	/** The wait of entries that there is no room to remember. */
	static final Duration UNREMEMBERED = Duration.ofSeconds(30);

	private static final int MAX = 1000;

	private static final long FIRST = Duration.ofSeconds(2).toNanos();

	private static final long LONGEST = Duration.ofMinutes(1).toNanos();

	private final LongSupplier nanoTime;

	private final Map<Long, Item> items = new LinkedHashMap<>();

	SetAside(LongSupplier nanoTime) {
		this.nanoTime = nanoTime;
	}

	/**
	 * Sets an entry aside.
	 * @return how long nobody at all is to take it
	 */
	synchronized Duration add(long id, Reason reason) {
		long now = this.nanoTime.getAsLong();
		this.items.values().removeIf((item) -> now - item.until() > LONGEST);
		Item before = this.items.remove(id);
		if (before == null && this.items.size() >= MAX) {
			return UNREMEMBERED;
		}
		long pause = (before != null) ? Math.min(2 * before.pause(), LONGEST) : FIRST;
		this.items.put(id, new Item(reason, pause, now + pause));
		return HEAD_START;
	}

	/** What this node does not look at just now. */
	synchronized Set<Long> entries() {
		long now = this.nanoTime.getAsLong();
		return this.items.entrySet()
			.stream()
			.filter((item) -> item.getValue().until() - now > 0)
			.map(Map.Entry::getKey)
			.collect(Collectors.toUnmodifiableSet());
	}

	/** How many there are, by why. */
	synchronized Map<Reason, Long> reasons() {
		long now = this.nanoTime.getAsLong();
		return this.items.values()
			.stream()
			.filter((item) -> now - item.until() <= LONGEST)
			.collect(Collectors.groupingBy(Item::reason, () -> new EnumMap<>(Reason.class), Collectors.counting()));
	}

	synchronized void forget(long id) {
		this.items.remove(id);
	}

	private record Item(Reason reason, long pause, long until) {
	}

}
