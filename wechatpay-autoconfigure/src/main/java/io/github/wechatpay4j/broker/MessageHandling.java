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

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;

import io.github.wechatpay4j.NotificationRejectedException;
import io.github.wechatpay4j.NotificationRejectedException.Reason;
import io.github.wechatpay4j.broker.Verdict.Next;
import io.github.wechatpay4j.claim.Claim;
import io.github.wechatpay4j.delivery.DeadLetters;
import io.github.wechatpay4j.delivery.NotificationConsumer;
import io.github.wechatpay4j.notification.SealedNotification;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles messages with notifications in them, and says what is to become of each. A
 * handler that hangs is waited for until its lease is over. Safe for use by many threads.
 */
public final class MessageHandling implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(MessageHandling.class);

	/** For a handler that was interrupted to end, and its event to be given back. */
	private static final Duration GRACE = Duration.ofSeconds(2);

	private final String source;

	private final NotificationConsumer consumer;

	private final EventClaims claims;

	private final DeadLetters deadLetters;

	private final Redelivery redelivery;

	private final BrokerHealth health;

	private final HandlerThreads threads;

	private final Clock clock;

	/**
	 * Creates a handling.
	 * @param source what messages come from, such as {@code kafka}
	 * @param consumer handles notifications
	 * @param claims claims their events
	 * @param deadLetters notifies the application of dead letters
	 * @param redelivery when to try again
	 * @param health shows what cannot be handled
	 * @param concurrency how many handlers of this node may run at a time
	 * @param clock tells the time
	 */
	public MessageHandling(String source, NotificationConsumer consumer, EventClaims claims, DeadLetters deadLetters,
			Redelivery redelivery, BrokerHealth health, int concurrency, Clock clock) {
		this.source = Objects.requireNonNull(source, "source");
		this.consumer = Objects.requireNonNull(consumer, "consumer");
		this.claims = Objects.requireNonNull(claims, "claims");
		this.deadLetters = Objects.requireNonNull(deadLetters, "deadLetters");
		this.redelivery = Objects.requireNonNull(redelivery, "redelivery");
		this.health = Objects.requireNonNull(health, "health");
		this.threads = new HandlerThreads(source, concurrency);
		this.clock = Objects.requireNonNull(clock, "clock");
	}

	/**
	 * How often and when messages are tried again.
	 * @return the redelivery
	 */
	public Redelivery redelivery() {
		return this.redelivery;
	}

	/**
	 * Handles a message.
	 * @param headers finds the value of a header
	 * @param body its body; the caller leaves it unchanged
	 * @param position names it in the log
	 * @return what is to become of it
	 * @throws InterruptedException if this thread is interrupted; so is the handler
	 */
	public Verdict handle(UnaryOperator<@Nullable String> headers, byte @Nullable [] body, String position)
			throws InterruptedException {
		MessageHistory history = MessageHistory.read(headers);
		SealedNotification notification;
		try {
			notification = NotificationMessages.read(headers, body);
		}
		catch (NotificationRejectedException ex) {
			logger.error("Message {} contains no notification: {}", position, ex.getMessage());
			return new Verdict(Next.PARK, Duration.ZERO, history.refused(Setback.nameOf(ex), now()), null);
		}
		ClaimedDispatch dispatch = this.claims.dispatch(history, NotificationMessages.replay(headers));
		Throwable failure = run(notification, dispatch);
		if (failure == null) {
			this.health.handled(notification);
			return new Verdict(Next.DONE, Duration.ZERO, history, null);
		}
		log(failure, position);
		return verdict(notification, history, dispatch, failure);
	}

	/**
	 * To be called when a message is durably parked: the event is parked from now on, and
	 * the application is notified.
	 * @param verdict said so
	 * @param headers finds the value of a header
	 * @param body its body
	 */
	public void parked(Verdict verdict, UnaryOperator<@Nullable String> headers, byte @Nullable [] body) {
		this.claims.parked(verdict.parking());
		try {
			this.deadLetters.parked(NotificationMessages.read(headers, body),
					Math.max(1, verdict.history().attempts()));
		}
		catch (NotificationRejectedException ex) {
			logger.error("A message without a notification is parked as a dead letter");
		}
	}

	/**
	 * To be called when a message could not be parked, and will be tried again.
	 * @param verdict said that it should be parked
	 */
	public void notParked(Verdict verdict) {
		this.claims.notParked(verdict.parking());
	}

	/** Interrupts what runs. */
	@Override
	public void close() {
		this.threads.close();
	}

	private @Nullable Throwable run(SealedNotification notification, ClaimedDispatch dispatch)
			throws InterruptedException {
		try {
			this.threads.call(() -> this.consumer.consume(notification, this.source, dispatch),
					this.redelivery.lease().plus(GRACE));
			return null;
		}
		catch (TimeoutException ex) {
			return new NotificationRejectedException(Reason.LEASE_EXPIRED, "the handler of " + notification
					+ " ignores that it was interrupted after wechatpay.notification.lease, and is given up");
		}
		catch (ExecutionException ex) {
			return ex.getCause();
		}
	}

	private Verdict verdict(SealedNotification notification, MessageHistory history, ClaimedDispatch dispatch,
			Throwable failure) {
		String reason = Setback.nameOf(failure);
		return switch (Setback.of(failure)) {
			case HELD -> new Verdict(Next.HELD, this.redelivery.held(), history, null);
			case ELSEWHERE -> {
				MessageHistory next = history.handedOn(now());
				this.health.handedOn(notification, reason, next.age(now()));
				yield new Verdict(Next.ELSEWHERE, this.redelivery.handedOn(history.handedOn()), next, null);
			}
			case REFUSED -> {
				MessageHistory next = history.refused(reason, now());
				this.health.handedOn(notification, reason, Duration.ZERO);
				yield (next.refused() < this.redelivery.maxAttempts())
						? new Verdict(Next.ELSEWHERE, this.redelivery.afterAttempt(next.refused()), next, null)
						: new Verdict(Next.PARK, Duration.ZERO, next, null);
			}
			case FAILED -> failed(history, dispatch, reason);
		};
	}

	private Verdict failed(MessageHistory history, ClaimedDispatch dispatch, String reason) {
		int attempt = dispatch.attempt();
		String before = history.reason();
		MessageHistory next = dispatch.isExhausted()
				? history.failed(attempt - 1, (before != null) ? before : reason, now())
				: history.failed(attempt, reason, now());
		Claim parking = dispatch.parking();
		if (parking != null) {
			return switch (parking.state()) {
				case ACQUIRED -> new Verdict(Next.PARK, Duration.ZERO, next, parking);
				case IN_PROGRESS -> new Verdict(Next.HELD, this.redelivery.held(), next, null);
				case DONE -> new Verdict(Next.DONE, Duration.ZERO, next, null);
			};
		}
		if (!dispatch.isClaimed() && attempt >= this.redelivery.maxAttempts()) {
			return new Verdict(Next.PARK, Duration.ZERO, next, null);
		}
		return new Verdict(Next.AGAIN, this.redelivery.afterAttempt(attempt), next, null);
	}

	private static void log(Throwable failure, String position) {
		if (failure instanceof NotificationRejectedException rejection) {
			switch (rejection.reason()) {
				// They have been logged with a stack trace
				case HANDLER_FAILED -> {
				}
				// The health says so once
				case IN_PROGRESS, NO_HANDLER, UNKNOWN_MERCHANT, KEYS_UNAVAILABLE, DECRYPTION, NOT_STORED ->
					logger.debug("Message {} waits: {}", position, failure.getMessage());
				default -> logger.warn("Message {} is not handled: {}", position, failure.getMessage());
			}
		}
		else {
			logger.error("Message {} could not be handled", position, failure);
		}
	}

	private Instant now() {
		return this.clock.instant();
	}

}
