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

package io.github.wechatpay4j.notification;

import java.time.Duration;
import java.util.Objects;

import io.github.wechatpay4j.NotificationRejectedException;
import io.github.wechatpay4j.NotificationRejectedException.Reason;
import io.github.wechatpay4j.claim.Claim;
import io.github.wechatpay4j.claim.ClaimStore;
import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.merchant.MerchantRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way of a notification: verify, claim, dispatch. Returning means that it is done and
 * may be acknowledged; every other end is an exception. Safe for use by many threads, not
 * for event loops.
 */
public final class NotificationProcessor {

	private static final Logger logger = LoggerFactory.getLogger(NotificationProcessor.class);

	/**
	 * Longer than any handler should take: until then a crashed one blocks repetitions.
	 */
	private static final Duration LEASE = Duration.ofMinutes(10);

	private final MerchantRegistry merchants;

	private final NotificationVerifier verifier;

	private final NotificationTypes types;

	private final NotificationHandlerResolver handlers;

	private final ClaimStore claims;

	private final boolean acceptUnhandled;

	private final NotificationObserver observer;

	/**
	 * Creates a processor.
	 * @param merchants the merchants
	 * @param verifier verifies and decrypts
	 * @param types the types that are known
	 * @param handlers the application's handlers
	 * @param claims remembers what is done
	 * @param acceptUnhandled whether to acknowledge what no handler wants
	 */
	public NotificationProcessor(MerchantRegistry merchants, NotificationVerifier verifier, NotificationTypes types,
			NotificationHandlerResolver handlers, ClaimStore claims, boolean acceptUnhandled) {
		this(merchants, verifier, types, handlers, claims, acceptUnhandled, NotificationObserver.none());
	}

	/**
	 * Creates a processor that tells how far each notification comes.
	 * @param merchants the merchants
	 * @param verifier verifies and decrypts
	 * @param types the types that are known
	 * @param handlers the application's handlers
	 * @param claims remembers what is done
	 * @param acceptUnhandled whether to acknowledge what no handler wants
	 * @param observer is told of every notification
	 */
	public NotificationProcessor(MerchantRegistry merchants, NotificationVerifier verifier, NotificationTypes types,
			NotificationHandlerResolver handlers, ClaimStore claims, boolean acceptUnhandled,
			NotificationObserver observer) {
		this.merchants = Objects.requireNonNull(merchants, "merchants");
		this.verifier = Objects.requireNonNull(verifier, "verifier");
		this.types = Objects.requireNonNull(types, "types");
		this.handlers = Objects.requireNonNull(handlers, "handlers");
		this.claims = Objects.requireNonNull(claims, "claims");
		this.acceptUnhandled = acceptUnhandled;
		this.observer = Objects.requireNonNull(observer, "observer");
	}

	/**
	 * Processes a notification.
	 * @param merchantName the merchant whose address it came to
	 * @param received what came over HTTP
	 * @return what became of it
	 * @throws NotificationRejectedException if it is not done
	 */
	public Outcome process(String merchantName, ReceivedNotification received) {
		Merchant merchant = this.merchants.find(merchantName).orElse(null);
		if (merchant == null) {
			throw refuse(merchantName, Reason.UNKNOWN_MERCHANT, "no merchant has this address");
		}
		NotificationProgress progress = this.observer.received(merchant.name());
		try {
			Outcome outcome = process(merchant, received, progress);
			progress.acknowledged(outcome);
			return outcome;
		}
		catch (Throwable ex) {
			progress.rejected((ex instanceof NotificationRejectedException rejected) ? rejected.reason() : null, ex);
			throw ex;
		}
	}

	/**
	 * Refuses a notification of which nothing is looked at, not even the signature.
	 * @param merchantName the name in the address that it came to
	 * @param reason why
	 * @param message what was found, without the notification's content
	 * @return the exception to throw
	 */
	public NotificationRejectedException refuse(String merchantName, Reason reason, String message) {
		NotificationRejectedException rejection = new NotificationRejectedException(reason, message);
		// A stranger chooses the address: only names that exist are passed on
		this.observer.received(this.merchants.find(merchantName).map(Merchant::name).orElse(null))
			.rejected(reason, rejection);
		return rejection;
	}

	private Outcome process(Merchant merchant, ReceivedNotification received, NotificationProgress progress) {
		VerifiedNotification notification = this.verifier.verify(received, merchant, progress);
		progress.decrypted(notification);
		NotificationSubscription<?> subscription = this.handlers.find(notification).orElse(null);
		if (subscription == null) {
			return unhandled(notification);
		}
		Claim claim = this.claims.claim(this.types.claimKey(notification), LEASE);
		return switch (claim.state()) {
			case DONE -> Outcome.DUPLICATE;
			case IN_PROGRESS -> throw new NotificationRejectedException(Reason.IN_PROGRESS,
					notification + " is being handled right now");
			case ACQUIRED -> {
				progress.claimed();
				Outcome outcome = handle(notification, subscription, claim);
				progress.handled();
				yield outcome;
			}
		};
	}

	private Outcome unhandled(VerifiedNotification notification) {
		if (this.acceptUnhandled) {
			return Outcome.UNHANDLED;
		}
		throw new NotificationRejectedException(Reason.NO_HANDLER, "no @WechatPayListener handles " + notification
				+ "; to acknowledge such notifications unseen, set wechatpay.notification.unhandled=accept");
	}

	private Outcome handle(VerifiedNotification notification, NotificationSubscription<?> subscription, Claim claim) {
		boolean done = false;
		try {
			subscription.handle(notification);
			done = true;
		}
		catch (Throwable ex) {
			// Whatever it is, an Error too: the notification is not done and is answered
			// so
			if (ex instanceof InterruptedException) {
				Thread.currentThread().interrupt();
			}
			logger.error("{} failed on {}", subscription.description(), notification, ex);
			throw new NotificationRejectedException(Reason.HANDLER_FAILED,
					subscription.description() + " failed on " + notification);
		}
		finally {
			if (!done) {
				this.claims.release(claim);
			}
		}
		if (!this.claims.complete(claim)) {
			logger.warn("{} took longer than {} on {}; it may have been handled twice", subscription.description(),
					LEASE, notification);
		}
		return Outcome.HANDLED;
	}

	/**
	 * What became of a notification that may be acknowledged.
	 */
	public enum Outcome {

		/** A handler handled it. */
		HANDLED,

		/** It had been handled before. */
		DUPLICATE,

		/** No handler wants it, and the configuration says to accept that. */
		UNHANDLED

	}

}
