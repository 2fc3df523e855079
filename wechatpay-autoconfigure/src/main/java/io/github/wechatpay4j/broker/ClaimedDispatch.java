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

package io.github.wechatpay4j.broker;

import io.github.wechatpay4j.claim.Claim;
import io.github.wechatpay4j.delivery.NotificationDelivery;
import io.github.wechatpay4j.notification.NotificationOutcome;
import io.github.wechatpay4j.notification.NotificationProgress;
import io.github.wechatpay4j.notification.VerifiedNotification;
import org.jspecify.annotations.Nullable;

/**
 * One message's way to the handler, and how far it came.
 */
final class ClaimedDispatch implements NotificationDelivery {

	private final EventClaims claims;

	private final int failed;

	private final String replay;

	private volatile int attempt;

	private volatile boolean claimed;

	private volatile boolean last;

	private volatile boolean exhausted;

	private volatile @Nullable Claim parking;

	ClaimedDispatch(EventClaims claims, int failed, String replay) {
		this.claims = claims;
		this.failed = failed;
		this.replay = replay;
		this.attempt = failed + 1;
	}

	@Override
	public NotificationOutcome deliver(VerifiedNotification notification, NotificationProgress progress) {
		return this.claims.dispatch(notification, this, progress);
	}

	/**
	 * Begins the attempt. The store counts, and the message where the store knows less.
	 * @return whether there is one left
	 */
	boolean begin(Claim claim, int most) {
		this.claimed = true;
		this.attempt = Math.max(claim.attempt(), this.failed + 1);
		this.last = this.attempt >= most;
		this.exhausted = this.attempt > most;
		return !this.exhausted;
	}

	void park(Claim held) {
		this.parking = held;
	}

	int attempt() {
		return this.attempt;
	}

	boolean isClaimed() {
		return this.claimed;
	}

	boolean isLast() {
		return this.last;
	}

	boolean isExhausted() {
		return this.exhausted;
	}

	String replay() {
		return this.replay;
	}

	@Nullable Claim parking() {
		return this.parking;
	}

}
