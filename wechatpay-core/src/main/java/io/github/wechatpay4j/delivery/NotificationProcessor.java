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

import io.github.wechatpay4j.NotificationRejectedException;
import io.github.wechatpay4j.NotificationRejectedException.Reason;
import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.merchant.MerchantRegistry;
import io.github.wechatpay4j.notification.NotificationObserver;
import io.github.wechatpay4j.notification.NotificationOutcome;
import io.github.wechatpay4j.notification.NotificationProgress;
import io.github.wechatpay4j.notification.NotificationSubscription;
import io.github.wechatpay4j.notification.NotificationVerifier;
import io.github.wechatpay4j.notification.ReceivedNotification;
import io.github.wechatpay4j.notification.VerifiedNotification;
import org.jspecify.annotations.Nullable;

/**
 * The way of a notification that came over HTTP: verify, then handle or store. Returning
 * means that it is done and may be acknowledged; every other end is an exception. Safe
 * for use by many threads, not for event loops.
 */
public final class NotificationProcessor {

	/** Where notifications come from that this class processes. */
	private static final String SOURCE = "http";

	private final MerchantRegistry merchants;

	private final NotificationVerifier verifier;

	private final NotificationDispatcher dispatcher;

	private final NotificationDelivery delivery;

	private final NotificationObserver observer;

	private final Answers answers;

	/**
	 * Creates a processor.
	 * @param merchants the merchants
	 * @param verifier verifies and decrypts
	 * @param dispatcher finds handlers, and lets those answer that the platform waits for
	 * @param delivery handles or stores everything else; may be the dispatcher's
	 * @param observer is told of every notification
	 * @param answers writes answers that carry fields
	 */
	public NotificationProcessor(MerchantRegistry merchants, NotificationVerifier verifier,
			NotificationDispatcher dispatcher, NotificationDelivery delivery, NotificationObserver observer,
			Answers answers) {
		this.merchants = Objects.requireNonNull(merchants, "merchants");
		this.verifier = Objects.requireNonNull(verifier, "verifier");
		this.dispatcher = Objects.requireNonNull(dispatcher, "dispatcher");
		this.delivery = Objects.requireNonNull(delivery, "delivery");
		this.observer = Objects.requireNonNull(observer, "observer");
		this.answers = Objects.requireNonNull(answers, "answers");
	}

	/**
	 * Processes a notification.
	 * @param merchantName the merchant whose address it came to
	 * @param received what came over HTTP
	 * @return what to answer
	 * @throws NotificationRejectedException if it is not done
	 */
	public NotificationReply process(String merchantName, ReceivedNotification received) {
		Merchant merchant = this.merchants.find(merchantName).orElse(null);
		if (merchant == null) {
			throw refuse(null, Reason.UNKNOWN_MERCHANT, "no merchant has this address");
		}
		NotificationProgress progress = this.observer.received(merchant.name(), SOURCE);
		try {
			NotificationReply reply = process(merchant, received, progress);
			progress.acknowledged(reply.outcome());
			return reply;
		}
		catch (Throwable ex) {
			progress.rejected(ex);
			throw ex;
		}
	}

	/**
	 * Refuses a notification of which nothing is looked at, not even the signature.
	 * @param merchantName the merchant whose address it came to, {@code null} if there is
	 * none or nobody has looked: a name that only the sender knows is not passed on
	 * @param reason why
	 * @param message what was found, without the notification's content
	 * @return the exception to throw
	 */
	public NotificationRejectedException refuse(@Nullable String merchantName, Reason reason, String message) {
		NotificationRejectedException rejection = new NotificationRejectedException(reason, message);
		this.observer.received(merchantName, SOURCE).rejected(rejection);
		return rejection;
	}

	private NotificationReply process(Merchant merchant, ReceivedNotification received, NotificationProgress progress) {
		VerifiedNotification notification = this.verifier.verify(received, merchant, progress);
		// What nobody handles is not stored either: somebody has to notice
		NotificationSubscription<?> subscription = this.dispatcher.find(notification).orElse(null);
		if (subscription == null) {
			return NotificationReply.of(NotificationOutcome.UNHANDLED);
		}
		if (subscription.isAnswering()) {
			return this.answers.reply(notification, this.dispatcher.answer(notification, subscription, progress));
		}
		return NotificationReply.of(this.delivery.deliver(notification, progress));
	}

}
