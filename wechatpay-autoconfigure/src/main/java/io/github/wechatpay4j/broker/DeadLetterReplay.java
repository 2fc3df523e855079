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

import java.util.Objects;
import java.util.function.UnaryOperator;

import io.github.wechatpay4j.NotificationRejectedException;
import io.github.wechatpay4j.merchant.MerchantRegistry;
import io.github.wechatpay4j.notification.NotificationProgress;
import io.github.wechatpay4j.notification.NotificationVerifier;
import io.github.wechatpay4j.notification.SealedNotification;
import io.github.wechatpay4j.notification.VerifiedNotification;
import org.jspecify.annotations.Nullable;

/**
 * Replays dead letters, each of them once, however many nodes do so at a time. Safe for
 * use by many threads.
 */
public final class DeadLetterReplay {

	private final MerchantRegistry merchants;

	private final NotificationVerifier verifier;

	private final EventClaims claims;

	/**
	 * Creates a replay.
	 * @param merchants the merchants
	 * @param verifier verifies and decrypts
	 * @param claims claim dead letters, and forget the attempts at their events
	 */
	public DeadLetterReplay(MerchantRegistry merchants, NotificationVerifier verifier, EventClaims claims) {
		this.merchants = Objects.requireNonNull(merchants, "merchants");
		this.verifier = Objects.requireNonNull(verifier, "verifier");
		this.claims = Objects.requireNonNull(claims, "claims");
	}

	/**
	 * Replays a dead letter, unless that has been done: with new attempts.
	 * @param id names the dead letter; {@code null} for one that its broker gives to one
	 * node at a time and that has no name
	 * @param headers finds the value of a header
	 * @param body its body
	 * @param send stores it where notifications are
	 * @return whether it was replayed now, by this call
	 * @throws NotificationRejectedException if it could not be stored, the store of
	 * claims cannot be asked, or somebody else is replaying it right now
	 */
	public boolean replay(@Nullable String id, UnaryOperator<@Nullable String> headers, byte @Nullable [] body,
			Runnable send) {
		return this.claims.replay(id, verified(headers, body), send);
	}

	/** What does not verify here may do so elsewhere, and has had no attempts anyway. */
	private @Nullable VerifiedNotification verified(UnaryOperator<@Nullable String> headers, byte @Nullable [] body) {
		try {
			SealedNotification notification = NotificationMessages.read(headers, body);
			return this.verifier.verifyAgain(notification, this.merchants.get(notification.merchant()),
					NotificationProgress.none());
		}
		catch (RuntimeException ex) {
			return null;
		}
	}

}
