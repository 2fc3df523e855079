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

	/**
	 * Creates an empty store.
	 */
	public CaffeineClaimStore() {
		this(Ticker.systemTicker());
	}

	CaffeineClaimStore(Ticker ticker) {
		this.entries = Caffeine.newBuilder()
			.ticker(ticker)
			.maximumSize(MAXIMUM)
			.expireAfter(Expiry.writing((String key, Entry entry) -> entry.lifetime()))
			.build();
	}

	@Override
	public Claim claim(String key, Duration lease) {
		Entry mine = new Entry(UUID.randomUUID().toString(), false, lease);
		Entry present = this.entries.asMap().putIfAbsent(key, mine);
		if (present == null) {
			return new Claim(key, Claim.State.ACQUIRED, mine.token());
		}
		return new Claim(key, present.done() ? Claim.State.DONE : Claim.State.IN_PROGRESS, "");
	}

	@Override
	public boolean complete(Claim claim) {
		Entry done = new Entry(claim.token(), true, KEPT);
		Entry present = this.entries.asMap().get(claim.key());
		if (present == null) {
			// The lease ran out, but nobody else has taken it
			return this.entries.asMap().putIfAbsent(claim.key(), done) == null;
		}
		return present.isHeldBy(claim) && this.entries.asMap().replace(claim.key(), present, done);
	}

	@Override
	public void release(Claim claim) {
		Entry present = this.entries.asMap().get(claim.key());
		if (present != null && present.isHeldBy(claim)) {
			this.entries.asMap().remove(claim.key(), present);
		}
	}

	private record Entry(String token, boolean done, Duration lifetime) {

		boolean isHeldBy(Claim claim) {
			return !this.done && this.token.equals(claim.token());
		}

	}

}
