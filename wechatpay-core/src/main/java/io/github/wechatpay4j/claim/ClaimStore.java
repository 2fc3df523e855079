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

/**
 * Remembers which business events are being handled, how often that was tried, and which
 * are done. Implementations are safe for use by many threads, and measure leases by one
 * clock for all nodes that share them.
 */
public interface ClaimStore {

	/**
	 * Tries to claim an event.
	 * @param key names the event
	 * @param lease how long the claim holds if its holder neither completes nor releases
	 * it
	 * @return what became of it
	 */
	Claim claim(String key, Duration lease);

	/**
	 * Marks the event of a claim as done, also if its lease ran out but nobody else has
	 * taken it. Does nothing if somebody else has.
	 * @param claim an acquired claim
	 * @return whether the event is marked as done by this claim
	 */
	boolean complete(Claim claim);

	/**
	 * Ends an attempt that failed: the event can be claimed again at once, and the
	 * attempt counts. Does nothing if somebody else has taken the event since.
	 * @param claim an acquired claim
	 */
	void release(Claim claim);

	/**
	 * Gives an event back that was not tried, or that this node cannot handle: it can be
	 * claimed again at once, and this attempt does not count. Does nothing if somebody
	 * else has taken the event since.
	 * @param claim an acquired claim
	 */
	void giveBack(Claim claim);

	/**
	 * Forgets the attempts at an event, so that a replay begins with the first one. What
	 * is done stays done, and whoever holds the event keeps it.
	 * @param key names the event
	 */
	void forget(String key);

	/**
	 * Whether {@link #complete} joins the transaction that is under way, so that it is
	 * undone with it. Where it does not, events are completed after the transaction: a
	 * mark that outlives a commit that failed would lose the event.
	 * @return {@code false} unless a store says otherwise
	 */
	default boolean isTransactional() {
		return false;
	}

}
