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

import java.util.Objects;
import java.util.function.BooleanSupplier;

import io.github.wechatpay4j.NotificationRejectedException;
import io.github.wechatpay4j.NotificationRejectedException.Reason;
import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.merchant.MerchantRegistry;
import io.github.wechatpay4j.notification.NotificationObserver;
import io.github.wechatpay4j.notification.NotificationOutcome;
import io.github.wechatpay4j.notification.NotificationProgress;
import io.github.wechatpay4j.notification.NotificationVerifier;
import io.github.wechatpay4j.notification.SealedNotification;
import io.github.wechatpay4j.notification.VerifiedNotification;

/**
 * Handles notifications that were kept somewhere since they came: verified once more,
 * whatever their age. What is kept elsewhere may have been tampered with there. What this
 * node cannot handle another one may: it is never taken for done here, and is to be given
 * back without counting as an attempt ({@link Reason#NO_HANDLER},
 * {@link Reason#UNKNOWN_MERCHANT}, {@link Reason#KEYS_UNAVAILABLE},
 * {@link Reason#DECRYPTION}). Safe for use by many threads, not for event loops; leaves a
 * thread interrupted only if it was before.
 */
public final class NotificationConsumer {

	private final MerchantRegistry merchants;

	private final NotificationVerifier verifier;

	private final NotificationDispatcher dispatcher;

	private final NotificationObserver observer;

	/**
	 * Creates a consumer.
	 * @param merchants the merchants
	 * @param verifier verifies and decrypts
	 * @param dispatcher brings them to their handlers
	 * @param observer is told of every notification
	 */
	public NotificationConsumer(MerchantRegistry merchants, NotificationVerifier verifier,
			NotificationDispatcher dispatcher, NotificationObserver observer) {
		this.merchants = Objects.requireNonNull(merchants, "merchants");
		this.verifier = Objects.requireNonNull(verifier, "verifier");
		this.dispatcher = Objects.requireNonNull(dispatcher, "dispatcher");
		this.observer = Objects.requireNonNull(observer, "observer");
	}

	/**
	 * Handles a notification, unless the claim store says that its business event has
	 * been handled.
	 * @param notification what was kept
	 * @param source where, such as {@code kafka}; for metrics
	 * @return what became of it
	 * @throws NotificationRejectedException if it is not done; with
	 * {@link Reason#NO_HANDLER} if it has no handler here, whatever the configuration
	 * says of new ones
	 */
	public NotificationOutcome consume(SealedNotification notification, String source) {
		return consume(notification, source, this.dispatcher::deliver);
	}

	/**
	 * Handles a notification that the caller holds by means of its own.
	 * @param notification what was kept
	 * @param source where, such as {@code inbox}; for metrics
	 * @param lease for how long it is held
	 * @param completion marks it as done; {@code false} if somebody else has taken it
	 * meanwhile
	 * @return what became of it
	 * @throws NotificationRejectedException if it is not done; with
	 * {@link Reason#NO_HANDLER} if it has no handler here, whatever the configuration
	 * says of new ones
	 */
	public NotificationOutcome consume(SealedNotification notification, String source, Lease lease,
			BooleanSupplier completion) {
		return consume(notification, source,
				(verified, progress) -> this.dispatcher.deliver(verified, lease, completion, progress));
	}

	/**
	 * Finds out whether this node could handle a notification that was kept, without
	 * handling it.
	 * @param notification what was kept
	 * @throws NotificationRejectedException if it could not
	 */
	public void check(SealedNotification notification) {
		this.dispatcher
			.required(this.verifier.verifyAgain(notification, merchant(notification), NotificationProgress.none()));
	}

	private Merchant merchant(SealedNotification notification) {
		return this.merchants.find(notification.merchant())
			.orElseThrow(() -> new NotificationRejectedException(Reason.UNKNOWN_MERCHANT,
					"there is no merchant '" + notification.merchant() + "' on this node"));
	}

	/**
	 * Handles a notification in the caller's own way.
	 * @param notification what was kept
	 * @param source where, such as {@code kafka}; for metrics
	 * @param dispatch claims and handles it, once it is verified
	 * @return what became of it
	 * @throws NotificationRejectedException if it is not done
	 */
	public NotificationOutcome consume(SealedNotification notification, String source, NotificationDelivery dispatch) {
		Merchant merchant = merchant(notification);
		NotificationProgress progress = this.observer.received(merchant.name(), source);
		boolean interrupted = Thread.currentThread().isInterrupted();
		try {
			NotificationOutcome outcome = dispatch.deliver(this.verifier.verifyAgain(notification, merchant, progress),
					progress);
			progress.acknowledged(outcome);
			return outcome;
		}
		catch (Throwable ex) {
			progress.rejected(ex);
			throw ex;
		}
		finally {
			if (Thread.interrupted() && interrupted) {
				Thread.currentThread().interrupt();
			}
		}
	}

}
