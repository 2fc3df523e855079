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
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.UnaryOperator;

import io.github.wechatpay4j.NotificationRejectedException;
import io.github.wechatpay4j.NotificationRejectedException.Reason;
import io.github.wechatpay4j.delivery.NotificationProcessor;
import io.github.wechatpay4j.delivery.NotificationReply;
import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.merchant.MerchantRegistry;
import io.github.wechatpay4j.notification.ReceivedNotification;
import io.github.wechatpay4j.web.admission.Belief;
import io.github.wechatpay4j.web.admission.NotificationAdmission;
import io.github.wechatpay4j.web.admission.NotificationSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Answers notifications, within the time that the platform waits. A rejection is one line
 * in the log, without anything that its sender chose; of a flood only the first ones of a
 * minute are. Safe for use by many threads.
 */
public final class NotificationEndpoint {

	private static final Logger logger = LoggerFactory.getLogger(NotificationEndpoint.class);

	private final NotificationProcessor processor;

	private final MerchantRegistry merchants;

	private final NotificationThreads threads;

	private final NotificationAdmission admission;

	private final RefusalLog log = new RefusalLog(logger, System::nanoTime);

	private final Duration answerWithin;

	private final int maxBodySize;

	/**
	 * Creates an endpoint.
	 * @param processor processes notifications
	 * @param merchants the merchants
	 * @param threads where notifications are processed
	 * @param admission decides from its source whether a request is read
	 * @param answerWithin how long the platform waits
	 * @param maxBodySize the largest notification to read, in bytes
	 */
	public NotificationEndpoint(NotificationProcessor processor, MerchantRegistry merchants,
			NotificationThreads threads, NotificationAdmission admission, Duration answerWithin, int maxBodySize) {
		this.processor = Objects.requireNonNull(processor, "processor");
		this.merchants = Objects.requireNonNull(merchants, "merchants");
		this.threads = Objects.requireNonNull(threads, "threads");
		this.admission = Objects.requireNonNull(admission, "admission");
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
	 * Looks at a request of which nothing has been read. Never blocks for what its source
	 * decides.
	 * @param merchant the merchant's name in the path
	 * @param source where it comes from
	 * @param announced the size of the body as announced, in bytes, -1 if it is not
	 * @return the answer that refuses it; empty if its body is to be read and
	 * {@linkplain #answer answered}
	 */
	public Optional<NotificationAnswer> refuseUnread(String merchant, NotificationSource source, long announced) {
		Optional<NotificationAnswer> refused = this.admission.refuse(source)
			// Its merchant is not looked up either: that may cost more than a signature
			.map((refusal) -> refuse(null, source, refusal.reason(), refusal.message()));
		return (refused.isEmpty() && announced > this.maxBodySize) ? Optional.of(tooLarge(merchant, source)) : refused;
	}

	/**
	 * Answers a notification. What takes longer than the platform waits is answered as
	 * not done, and goes on: when it comes again, it is done.
	 * @param merchant the merchant's name in the path
	 * @param source where it comes from
	 * @param headers finds the first value of a header, ignoring case
	 * @param body the exact bytes that were received
	 * @return the answer; giving it up interrupts nothing
	 */
	public Mono<NotificationAnswer> answer(String merchant, NotificationSource source,
			UnaryOperator<@Nullable String> headers, byte[] body) {
		ReceivedNotification received = ReceivedNotification.of(headers, body);
		return Mono.fromFuture(() -> this.threads.run(() -> process(merchant, source, received)), true)
			.timeout(this.answerWithin,
					Mono.fromSupplier(() -> refuse(known(merchant), source, Reason.TIMED_OUT,
							"it is still being processed after " + this.answerWithin)))
			.onErrorResume(RejectedExecutionException.class,
					(ex) -> Mono.fromSupplier(() -> refuse(known(merchant), source, Reason.OVERLOADED,
							"as many notifications as may be are being processed, see"
									+ " wechatpay.notification.max-concurrent")));
	}

	/**
	 * Answers a notification that is too large to be read.
	 * @param merchant the merchant's name in the path
	 * @param source where it comes from
	 * @return the answer
	 */
	public NotificationAnswer tooLarge(String merchant, NotificationSource source) {
		return refuse(known(merchant), source, Reason.TOO_LARGE,
				"the body is larger than " + this.maxBodySize + " bytes");
	}

	/**
	 * Answers a notification whose path names no possible merchant.
	 * @param source where it comes from
	 * @return the answer
	 */
	public NotificationAnswer unknownMerchant(NotificationSource source) {
		return refuse(null, source, Reason.UNKNOWN_MERCHANT, "no merchant has this address");
	}

	private NotificationAnswer process(String merchant, NotificationSource source, ReceivedNotification received) {
		try {
			NotificationReply reply = this.processor.process(resolve(merchant), received);
			this.admission.learn(source, Belief.BELIEVED);
			logger.debug("Notification for '{}': {}", merchant, reply.outcome());
			return NotificationAnswer.of(reply);
		}
		catch (NotificationRejectedException ex) {
			return reject((ex.reason() != Reason.UNKNOWN_MERCHANT) ? merchant : null, source, ex);
		}
		catch (Throwable ex) {
			// An Error too: without an answer WeChat Pay would wait for nothing
			logger.error("A notification for '{}' could not be processed and will come again", merchant, ex);
			return NotificationAnswer.broken();
		}
	}

	private NotificationAnswer refuse(@Nullable String merchant, NotificationSource source, Reason reason,
			String message) {
		return reject(merchant, source, this.processor.refuse(merchant, reason, message));
	}

	private NotificationAnswer reject(@Nullable String merchant, NotificationSource source,
			NotificationRejectedException ex) {
		this.admission.learn(source, Belief.of(ex.reason()));
		this.log.rejected((merchant != null) ? merchant : "?", source, ex);
		return NotificationAnswer.rejected(ex.reason());
	}

	/**
	 * A stranger chooses the address: only names that exist are passed on, where telling
	 * keeps no event loop waiting.
	 */
	private @Nullable String known(String merchant) {
		return this.merchants.isBlocking() ? null : this.merchants.find(merchant).map(Merchant::name).orElse(null);
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
