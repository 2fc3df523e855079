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

import java.time.Duration;
import java.util.Collection;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.UnaryOperator;

import io.github.wechatpay4j.NotificationRejectedException;
import io.github.wechatpay4j.NotificationRejectedException.Reason;
import io.github.wechatpay4j.delivery.NotificationProcessor;
import io.github.wechatpay4j.delivery.NotificationReply;
import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.merchant.MerchantRegistry;
import io.github.wechatpay4j.notification.ReceivedNotification;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Answers notifications, within the time that the platform waits. Rejections are one line
 * in the log, without the notification's content. Safe for use by many threads.
 */
public final class NotificationEndpoint {

	private static final Logger logger = LoggerFactory.getLogger(NotificationEndpoint.class);

	private final NotificationProcessor processor;

	private final MerchantRegistry merchants;

	private final NotificationThreads threads;

	private final Duration answerWithin;

	private final int maxBodySize;

	/**
	 * Creates an endpoint.
	 * @param processor processes notifications
	 * @param merchants the merchants
	 * @param threads where notifications are processed
	 * @param answerWithin how long the platform waits
	 * @param maxBodySize the largest notification to read, in bytes
	 */
	public NotificationEndpoint(NotificationProcessor processor, MerchantRegistry merchants,
			NotificationThreads threads, Duration answerWithin, int maxBodySize) {
		this.processor = Objects.requireNonNull(processor, "processor");
		this.merchants = Objects.requireNonNull(merchants, "merchants");
		this.threads = Objects.requireNonNull(threads, "threads");
		this.answerWithin = Objects.requireNonNull(answerWithin, "answerWithin");
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
	 * Answers a notification. What takes longer than the platform waits is answered as
	 * not done, and goes on: when it comes again, it is done.
	 * @param merchant the merchant's name in the path
	 * @param headers finds the first value of a header, ignoring case
	 * @param body the exact bytes that were received
	 * @return the answer; giving it up interrupts nothing
	 */
	public Mono<NotificationAnswer> answer(String merchant, UnaryOperator<@Nullable String> headers, byte[] body) {
		ReceivedNotification received = ReceivedNotification.of(headers, body);
		return Mono.fromFuture(() -> this.threads.run(() -> process(merchant, received)), true)
			.timeout(this.answerWithin, Mono.fromSupplier(
					() -> refuse(merchant, Reason.TIMED_OUT, "it is still being processed after " + this.answerWithin)))
			.onErrorResume(RejectedExecutionException.class, (ex) -> Mono.fromSupplier(
					() -> refuse(merchant, Reason.OVERLOADED, "as many notifications as may be are being processed, see"
							+ " wechatpay.notification.max-concurrent")));
	}

	/**
	 * Answers a notification that is too large to be read.
	 * @param merchant the merchant's name in the path
	 * @return the answer
	 */
	public NotificationAnswer tooLarge(String merchant) {
		return refuse(merchant, Reason.TOO_LARGE, "the body is larger than " + this.maxBodySize + " bytes");
	}

	/**
	 * Answers a notification whose path names no possible merchant. The name is a
	 * stranger's and stays out of the log.
	 * @return the answer
	 */
	public NotificationAnswer unknownMerchant() {
		return refuse("?", Reason.UNKNOWN_MERCHANT, "no merchant has this address");
	}

	private NotificationAnswer process(String merchant, ReceivedNotification received) {
		try {
			NotificationReply reply = this.processor.process(resolve(merchant), received);
			logger.debug("Notification for '{}': {}", merchant, reply.outcome());
			return NotificationAnswer.of(reply);
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

	private NotificationAnswer refuse(String merchant, Reason reason, String message) {
		return reject(merchant, this.processor.refuse(merchant, reason, message));
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
