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

package io.github.wechatpay4j.claim;

import java.time.Duration;
import java.util.UUID;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;

/**
 * Claims in the memory of one node. Enough for one node whose handlers tolerate a
 * repetition after a restart; several nodes need a shared store.
 */
public final class CaffeineClaimStore implements ClaimStore {

	/**
	 * WeChat Pay repeats for 24 hours and 4 minutes; the rest is for clocks and queues.
	 */
	static final Duration KEPT = Duration.ofHours(25);

	/**
	 * Bounds memory. An event that is pushed out early may be handled again, never lost.
	 */
	private static final long MAXIMUM = 1_000_000;

	private final Cache<String, Entry> entries;

	private final Ticker ticker;

	/**
	 * Creates an empty store.
	 */
	public CaffeineClaimStore() {
		this(Ticker.systemTicker());
	}

	CaffeineClaimStore(Ticker ticker) {
		this.ticker = ticker;
		this.entries = Caffeine.newBuilder()
			.ticker(ticker)
			.maximumSize(MAXIMUM)
			// Looking at an entry through compute() is a write too, and makes it no
			// younger
			.expireAfter(Expiry.writing((String key, Entry entry) -> Duration.ofNanos(entry.end() - ticker.read())))
			.build();
	}

	@Override
	public Claim claim(String key, Duration lease) {
		String token = UUID.randomUUID().toString();
		Entry entry = this.entries.asMap().compute(key, (event, present) -> {
			if (present == null) {
				return held(token, 1, lease);
			}
			return (present.done() || isHeld(present)) ? present : held(token, present.attempts() + 1, lease);
		});
		if (entry.token().equals(token)) {
			return Claim.acquired(key, token, entry.attempts());
		}
		return entry.done() ? Claim.done(key) : Claim.inProgress(key);
	}

	@Override
	public boolean complete(Claim claim) {
		// Also if the lease ran out, as long as nobody else has taken the event
		Entry entry = this.entries.asMap()
			.compute(claim.key(), (event, present) -> (present == null || present.isOf(claim))
					? new Entry(claim.token(), true, claim.attempt(), 0, in(KEPT)) : present);
		return entry.done() && entry.token().equals(claim.token());
	}

	@Override
	public void release(Claim claim) {
		this.entries.asMap()
			.computeIfPresent(claim.key(),
					(event, present) -> present.isOf(claim) ? free(present.attempts()) : present);
	}

	@Override
	public void giveBack(Claim claim) {
		this.entries.asMap()
			.computeIfPresent(claim.key(),
					(event, present) -> present.isOf(claim) ? free(present.attempts() - 1) : present);
	}

	@Override
	public void forget(String key) {
		this.entries.asMap().computeIfPresent(key, (event, present) -> {
			if (present.done()) {
				return present;
			}
			return isHeld(present) ? new Entry(present.token(), false, 1, present.until(), present.end()) : null;
		});
	}

	private Entry held(String token, int attempts, Duration lease) {
		return new Entry(token, false, attempts, in(lease), in(KEPT.plus(lease)));
	}

	private Entry free(int attempts) {
		return new Entry("", false, attempts, in(Duration.ZERO), in(KEPT));
	}

	private long in(Duration time) {
		return this.ticker.read() + time.toNanos();
	}

	private boolean isHeld(Entry entry) {
		return !entry.token().isEmpty() && entry.until() - this.ticker.read() > 0;
	}

	/**
	 * What is known of an event.
	 *
	 * @param token the holder's, empty for none
	 * @param done whether it was handled
	 * @param attempts how often that was tried
	 * @param until when the lease runs out, by the ticker
	 * @param end when to forget all this, by the ticker
	 */
	private record Entry(String token, boolean done, int attempts, long until, long end) {

		boolean isOf(Claim claim) {
			return !this.done && this.token.equals(claim.token());
		}

	}

}
