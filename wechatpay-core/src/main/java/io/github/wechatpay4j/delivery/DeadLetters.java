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

import io.github.wechatpay4j.Printable;
import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.merchant.MerchantRegistry;
import io.github.wechatpay4j.notification.NotificationHandlerResolver;
import io.github.wechatpay4j.notification.NotificationProgress;
import io.github.wechatpay4j.notification.NotificationSubscription;
import io.github.wechatpay4j.notification.NotificationVerifier;
import io.github.wechatpay4j.notification.SealedNotification;
import io.github.wechatpay4j.notification.VerifiedNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the application of notifications that are given up: a line in the log, and the
 * methods that are marked for it. Safe for use by many threads.
 *
 * @see io.github.wechatpay4j.notification.WechatPayDeadLetter
 */
public final class DeadLetters {

	private static final Logger logger = LoggerFactory.getLogger(DeadLetters.class);

	private final MerchantRegistry merchants;

	private final NotificationVerifier verifier;

	private final NotificationHandlerResolver handlers;

	/**
	 * Creates a teller.
	 * @param merchants the merchants
	 * @param verifier verifies and decrypts
	 * @param handlers the methods that are to be told
	 */
	public DeadLetters(MerchantRegistry merchants, NotificationVerifier verifier,
			NotificationHandlerResolver handlers) {
		this.merchants = Objects.requireNonNull(merchants, "merchants");
		this.verifier = Objects.requireNonNull(verifier, "verifier");
		this.handlers = Objects.requireNonNull(handlers, "handlers");
	}

	/**
	 * Tells the application, once the notification is parked. Throws nothing: being told
	 * is no part of being parked.
	 * @param notification what is parked
	 * @param attempts how many times it was tried
	 */
	public void parked(SealedNotification notification, int attempts) {
		try {
			Merchant merchant = this.merchants.get(notification.merchant());
			VerifiedNotification verified = this.verifier.verifyAgain(notification, merchant,
					NotificationProgress.none());
			logger.error("{} is parked as a dead letter after {} attempts", verified, attempts);
			this.handlers.find(verified).ifPresent((subscription) -> tell(subscription, verified));
		}
		catch (RuntimeException ex) {
			logger.error("{} is parked as a dead letter after {} attempts, and cannot be shown to the methods that are"
					+ " told of dead letters: {}", notification, attempts, Printable.message(ex));
		}
	}

	private static void tell(NotificationSubscription<?> subscription, VerifiedNotification notification) {
		try {
			subscription.handle(notification);
		}
		catch (Throwable ex) {
			// An Error too: containers of brokers stop because of one
			logger.error("{} failed on {}", subscription.description(), notification, ex);
		}
	}

}
