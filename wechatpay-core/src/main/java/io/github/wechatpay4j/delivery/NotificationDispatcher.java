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

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import io.github.wechatpay4j.NotificationRejectedException;
import io.github.wechatpay4j.NotificationRejectedException.Reason;
import io.github.wechatpay4j.claim.Claim;
import io.github.wechatpay4j.claim.ClaimStore;
import io.github.wechatpay4j.notification.NotificationHandlerResolver;
import io.github.wechatpay4j.notification.NotificationOutcome;
import io.github.wechatpay4j.notification.NotificationProgress;
import io.github.wechatpay4j.notification.NotificationSubscription;
import io.github.wechatpay4j.notification.VerifiedNotification;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings verified notifications to their handlers, each business event once. Safe for use
 * by many threads, not for event loops.
 */
public final class NotificationDispatcher {

	private static final Logger logger = LoggerFactory.getLogger(NotificationDispatcher.class);

	private final NotificationHandlerResolver handlers;

	private final EventKeys keys;

	private final ClaimStore claims;

	private final Duration lease;

	private final UnitOfWork unitOfWork;

	private final boolean acceptUnhandled;

	/**
	 * Creates a dispatcher.
	 * @param handlers the application's handlers
	 * @param keys names business events
	 * @param claims remembers what is done
	 * @param lease how long a handler may take: after that the event is taken for
	 * abandoned, and another delivery of it handles it
	 * @param unitOfWork surrounds a handler and the mark that its event is done
	 * @param acceptUnhandled whether to acknowledge what no handler wants
	 */
	public NotificationDispatcher(NotificationHandlerResolver handlers, EventKeys keys, ClaimStore claims,
			Duration lease, UnitOfWork unitOfWork, boolean acceptUnhandled) {
		this.handlers = Objects.requireNonNull(handlers, "handlers");
		this.keys = Objects.requireNonNull(keys, "keys");
		this.claims = Objects.requireNonNull(claims, "claims");
		this.lease = Objects.requireNonNull(lease, "lease");
		this.unitOfWork = Objects.requireNonNull(unitOfWork, "unitOfWork");
		this.acceptUnhandled = acceptUnhandled;
	}

	/**
	 * Handles a notification now, unless its business event has been or is being handled.
	 * @param notification the notification
	 * @param progress is told of the stages
	 * @return what became of it
	 * @throws NotificationRejectedException if it is not done
	 */
	public NotificationOutcome deliver(VerifiedNotification notification, NotificationProgress progress) {
		NotificationSubscription<?> subscription = find(notification).orElse(null);
		if (subscription == null) {
			return NotificationOutcome.UNHANDLED;
		}
		Claim claim = claim(notification);
		return switch (claim.state()) {
			case DONE -> NotificationOutcome.DUPLICATE;
			case IN_PROGRESS -> throw new NotificationRejectedException(Reason.IN_PROGRESS,
					notification + " is being handled right now");
			case ACQUIRED -> {
				boolean done = false;
				try {
					handle(notification, subscription, () -> this.claims.complete(claim), this.claims.isTransactional(),
							progress);
					done = true;
				}
				finally {
					if (!done) {
						release(claim, notification);
					}
				}
				yield NotificationOutcome.HANDLED;
			}
		};
	}

	private Claim claim(VerifiedNotification notification) {
		try {
			return this.claims.claim(this.keys.claimKey(notification), this.lease);
		}
		catch (RuntimeException ex) {
			// Without the cause's text: stores quote what they were given
			throw new NotificationRejectedException(Reason.NOT_STORED,
					"the store of claims cannot say whether " + notification + " is done: " + ex.getClass().getName());
		}
	}

	/** What the handler failed with counts more; the claim ends with its lease. */
	private void release(Claim claim, VerifiedNotification notification) {
		try {
			this.claims.release(claim);
		}
		catch (RuntimeException ex) {
			logger.warn("{} cannot be given back before its lease ends: {}", notification, ex.getClass().getName());
		}
	}

	/**
	 * Handles a notification that the caller holds, whatever it holds it by.
	 * @param notification the notification
	 * @param completion marks it as done; {@code false} if somebody else has taken it
	 * meanwhile, whereupon what the handler did is undone where that is possible
	 * @param progress is told of the stages
	 * @return what became of it
	 * @throws NotificationRejectedException if it is not done
	 */
	public NotificationOutcome deliver(VerifiedNotification notification, BooleanSupplier completion,
			NotificationProgress progress) {
		NotificationSubscription<?> subscription = find(notification).orElse(null);
		if (subscription == null) {
			complete(notification, "finding no handler", completion);
			return NotificationOutcome.UNHANDLED;
		}
		handle(notification, subscription, completion, true, progress);
		return NotificationOutcome.HANDLED;
	}

	/**
	 * Finds the handler.
	 * @param notification the notification
	 * @return its handler; empty if there is none and that is accepted
	 * @throws NotificationRejectedException if there is none and that is not accepted
	 */
	Optional<NotificationSubscription<?>> find(VerifiedNotification notification) {
		Optional<NotificationSubscription<?>> found = this.handlers.find(notification);
		if (found.isEmpty() && !this.acceptUnhandled) {
			throw new NotificationRejectedException(Reason.NO_HANDLER, "no @WechatPayListener handles " + notification
					+ "; to acknowledge such notifications unseen, set wechatpay.notification.unhandled=accept");
		}
		return found;
	}

	/** Handles what the platform waits for: as often as it asks, claimed by nobody. */
	Object answer(VerifiedNotification notification, NotificationSubscription<?> subscription,
			NotificationProgress progress) {
		Object fields = guarded(notification, subscription,
				() -> answered(subscription.handle(notification), subscription, notification));
		progress.handled();
		return fields;
	}

	/** An empty answer would tell the platform nothing, and nobody would notice. */
	private static Object answered(@Nullable Object fields, NotificationSubscription<?> subscription,
			VerifiedNotification notification) {
		if (fields == null) {
			throw new IllegalStateException(subscription.description() + " returned nothing: the answer to "
					+ notification.eventType() + " carries fields");
		}
		return fields;
	}

	private void handle(VerifiedNotification notification, NotificationSubscription<?> subscription,
			BooleanSupplier completion, boolean withinUnit, NotificationProgress progress) {
		progress.claimed();
		guarded(notification, subscription, () -> {
			this.unitOfWork.run(() -> {
				subscription.handle(notification);
				if (withinUnit) {
					complete(notification, subscription.description(), completion);
				}
				return notification;
			});
			if (!withinUnit) {
				complete(notification, subscription.description(), completion);
			}
			return notification;
		});
		progress.handled();
	}

	private static void complete(VerifiedNotification notification, String who, BooleanSupplier completion) {
		if (!completion.getAsBoolean()) {
			throw new NotificationRejectedException(Reason.OVERTAKEN, who + " took longer on " + notification
					+ " than wechatpay.notification.lease, and somebody else has taken it meanwhile");
		}
	}

	private static Object guarded(VerifiedNotification notification, NotificationSubscription<?> subscription,
			Work work) {
		try {
			return work.run();
		}
		catch (NotificationRejectedException ex) {
			throw ex;
		}
		catch (Throwable ex) {
			// Whatever it is, an Error too: the notification is not done and is answered
			// so
			if (ex instanceof InterruptedException) {
				Thread.currentThread().interrupt();
			}
			logger.error("{} failed on {}", subscription.description(), notification, ex);
			throw new NotificationRejectedException(Reason.HANDLER_FAILED,
					subscription.description() + " failed on " + notification + " with " + ex.getClass().getName());
		}
	}

	private interface Work {

		Object run() throws Exception;

	}

}
