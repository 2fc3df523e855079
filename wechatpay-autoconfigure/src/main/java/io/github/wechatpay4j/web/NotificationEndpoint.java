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

package io.github.wechatpay4j.web;

import java.util.Collection;
import java.util.Objects;
import java.util.function.UnaryOperator;

import io.github.wechatpay4j.NotificationRejectedException;
import io.github.wechatpay4j.NotificationRejectedException.Reason;
import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.merchant.MerchantRegistry;
import io.github.wechatpay4j.notification.NotificationProcessor;
import io.github.wechatpay4j.notification.NotificationProcessor.Outcome;
import io.github.wechatpay4j.notification.ReceivedNotification;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers notifications. Rejections are one line in the log, without the notification's
 * content. Safe for use by many threads, not for event loops.
 */
public final class NotificationEndpoint {

	private static final Logger logger = LoggerFactory.getLogger(NotificationEndpoint.class);

	private final NotificationProcessor processor;

	private final MerchantRegistry merchants;

	private final int maxBodySize;

	/**
	 * Creates an endpoint.
	 * @param processor processes notifications
	 * @param merchants the merchants
	 * @param maxBodySize the largest notification to read, in bytes
	 */
	public NotificationEndpoint(NotificationProcessor processor, MerchantRegistry merchants, int maxBodySize) {
		this.processor = Objects.requireNonNull(processor, "processor");
		this.merchants = Objects.requireNonNull(merchants, "merchants");
		this.maxBodySize = maxBodySize;
	}

	/**
	 * The largest notification to read.
	 * @return a number of bytes
	 */
	public int maxBodySize() {
		return this.maxBodySize;
	}

	/**
	 * Answers a notification.
	 * @param merchant the merchant's name in the path
	 * @param headers finds the first value of a header, ignoring case
	 * @param body the exact bytes that were received
	 * @return the answer
	 */
	public NotificationAnswer answer(String merchant, UnaryOperator<@Nullable String> headers, byte[] body) {
		try {
			Outcome outcome = this.processor.process(resolve(merchant), ReceivedNotification.of(headers, body));
			logger.debug("Notification for '{}': {}", merchant, outcome);
			return NotificationAnswer.done();
		}
		catch (NotificationRejectedException ex) {
			return reject(merchant, ex);
		}
		catch (Throwable ex) {
			// An Error too: without an answer WeChat Pay would wait for nothing
			logger.error("A notification for '{}' could not be processed and will come again", merchant, ex);
			return NotificationAnswer.broken();
		}
	}

	/**
	 * Answers a notification that is too large to be read.
	 * @param merchant the merchant's name in the path
	 * @return the answer
	 */
	public NotificationAnswer tooLarge(String merchant) {
		return reject(merchant, this.processor.refuse(merchant, Reason.TOO_LARGE,
				"the body is larger than " + this.maxBodySize + " bytes"));
	}

	/**
	 * Answers a notification whose path names no possible merchant. The name is a
	 * stranger's and stays out of the log.
	 * @return the answer
	 */
	public NotificationAnswer unknownMerchant() {
		return reject("?", this.processor.refuse("?", Reason.UNKNOWN_MERCHANT, "no merchant has this address"));
	}

	private static NotificationAnswer reject(String merchant, NotificationRejectedException ex) {
		if (ex.reason() == Reason.PROBE) {
			logger.info("Notification for '{}' refused: {}", merchant, ex.getMessage());
		}
		else if (ex.reason() != Reason.HANDLER_FAILED) {
			// A failed handler has been logged with its stack trace
			logger.warn("Notification for '{}' refused with {}: {}", merchant, ex.status(), ex.getMessage());
		}
		return NotificationAnswer.rejected(ex.reason());
	}

	/** The path itself also stands for the only merchant, whatever it is called. */
	private String resolve(String merchant) {
		if (!Merchant.DEFAULT_NAME.equals(merchant) || this.merchants.find(merchant).isPresent()) {
			// All of a registry of the application's own may be thousands
			return merchant;
		}
		Collection<Merchant> all = this.merchants.all();
		return (all.size() == 1) ? all.iterator().next().name() : merchant;
	}

}
