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
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
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

	private static final String WRITE_ONE = "write a method for it, or register a handler with a"
			+ " WechatPayListenerConfigurer";

	/**
	 * How long to wait at most before a transaction begins that was in the way of
	 * another.
	 */
	private static final long LONGEST_PAUSE = 200_000_000L;

	private final NotificationHandlerResolver handlers;

	private final EventKeys keys;

	private final ClaimStore claims;

	private final Duration lease;

	private final LeaseWatch watch;

	private final UnitOfWork unitOfWork;

	private final boolean acceptUnhandled;

	/**
	 * Creates a dispatcher.
	 * @param handlers the application's handlers
	 * @param keys names business events
	 * @param claims remembers what is done
	 * @param lease how long a handler may take: after that it is interrupted, and another
	 * delivery of the event handles it
	 * @param watch interrupts handlers
	 * @param unitOfWork surrounds a handler and the mark that its event is done
	 * @param acceptUnhandled whether to acknowledge what just came in and no handler
	 * wants
	 */
	public NotificationDispatcher(NotificationHandlerResolver handlers, EventKeys keys, ClaimStore claims,
			Duration lease, LeaseWatch watch, UnitOfWork unitOfWork, boolean acceptUnhandled) {
		this.handlers = Objects.requireNonNull(handlers, "handlers");
		this.keys = Objects.requireNonNull(keys, "keys");
		this.claims = Objects.requireNonNull(claims, "claims");
		this.lease = Objects.requireNonNull(lease, "lease");
		this.watch = Objects.requireNonNull(watch, "watch");
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
		NotificationSubscription<?> subscription = required(notification);
		String key = this.keys.claimKey(notification);
		if (this.watch.isOverdue(key)) {
			// One thread is enough for what hangs
			throw new NotificationRejectedException(Reason.IN_PROGRESS,
					notification + " is still being handled on this node, although its lease is over");
		}
		Lease granted = Lease.begin(this.lease);
		Claim claim = claim(key, notification);
		return switch (claim.state()) {
			case DONE -> NotificationOutcome.DUPLICATE;
			case IN_PROGRESS -> throw new NotificationRejectedException(Reason.IN_PROGRESS,
					notification + " is being handled right now");
			case ACQUIRED -> {
				HandlerRun run = new HandlerRun(notification, subscription, granted, key);
				handle(run, () -> this.claims.complete(claim), this.claims.isTransactional(), () -> release(claim, run),
						progress);
				yield NotificationOutcome.HANDLED;
			}
		};
	}

	private Claim claim(String key, VerifiedNotification notification) {
		try {
			return this.claims.claim(key, this.lease);
		}
		catch (RuntimeException ex) {
			// Without the cause's text: stores quote what they were given
			throw new NotificationRejectedException(Reason.NOT_STORED,
					"the store of claims cannot say whether " + notification + " is done: " + ex.getClass().getName());
		}
	}

	/**
	 * What the handler failed with counts more; the claim ends with its lease. One that
	 * never began has not been tried.
	 */
	private void release(Claim claim, HandlerRun run) {
		try {
			if (run.isMissed()) {
				this.claims.giveBack(claim);
			}
			else {
				this.claims.release(claim);
			}
		}
		catch (RuntimeException ex) {
			logger.warn("{} cannot be given back before its lease ends: {}", run.notification(),
					ex.getClass().getName());
		}
	}

	/**
	 * Handles a notification that the caller holds, whatever it holds it by.
	 * @param notification the notification
	 * @param granted for how long the caller holds it
	 * @param completion marks it as done; {@code false} if somebody else has taken it
	 * meanwhile, whereupon what the handler did is undone where that is possible
	 * @param progress is told of the stages
	 * @return what became of it
	 * @throws NotificationRejectedException if it is not done
	 */
	public NotificationOutcome deliver(VerifiedNotification notification, Lease granted, BooleanSupplier completion,
			NotificationProgress progress) {
		handle(new HandlerRun(notification, required(notification), granted, null), completion, true, () -> {
		}, progress);
		return NotificationOutcome.HANDLED;
	}

	/**
	 * Handles a notification whose event the caller has claimed, and marks it as done.
	 * The caller releases the claim if that fails.
	 * @param notification the notification
	 * @param granted for how long the claim holds
	 * @param claim acquired from the store that this dispatcher goes by
	 * @param progress is told of the stages
	 * @return what became of it
	 * @throws NotificationRejectedException if it is not done
	 */
	public NotificationOutcome deliver(VerifiedNotification notification, Lease granted, Claim claim,
			NotificationProgress progress) {
		handle(new HandlerRun(notification, required(notification), granted, claim.key()),
				() -> this.claims.complete(claim), this.claims.isTransactional(), () -> {
				}, progress);
		return NotificationOutcome.HANDLED;
	}

	/** What was kept had a handler when it came: another node may have it still. */
	NotificationSubscription<?> required(VerifiedNotification notification) {
		return this.handlers.find(notification)
			.orElseThrow(() -> new NotificationRejectedException(Reason.NO_HANDLER,
					"no @WechatPayListener of this node handles " + notification + ": " + WRITE_ONE));
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
			throw new NotificationRejectedException(Reason.NO_HANDLER,
					"no @WechatPayListener handles " + notification + ": " + WRITE_ONE
							+ ". Only if they are nothing to this application, acknowledge such notifications"
							+ " unseen with wechatpay.notification.unhandled=accept: they are lost then, payments too");
		}
		return found;
	}

	/** Handles what the platform waits for: as often as it asks, claimed by nobody. */
	Object answer(VerifiedNotification notification, NotificationSubscription<?> subscription,
			NotificationProgress progress) {
		HandlerRun run = new HandlerRun(notification, subscription, Lease.begin(this.lease), null);
		Object fields = guarded(run, () -> answered(this.watch.call(run), run), () -> {
		});
		progress.handled();
		return fields;
	}

	/** An empty answer would tell the platform nothing, and nobody would notice. */
	private static Object answered(@Nullable Object fields, HandlerRun run) {
		if (fields == null) {
			throw new IllegalStateException(run.describe() + " returned nothing: the answer carries fields");
		}
		return fields;
	}

	private void handle(HandlerRun run, BooleanSupplier completion, boolean isUndone, Runnable release,
			NotificationProgress progress) {
		boolean within = isUndone && run.subscription().isTransactional();
		UnitOfWork unit = run.subscription().isTransactional() ? this.unitOfWork : UnitOfWork.none();
		guarded(run, () -> {
			progress.claimed();
			unit(unit, run, within, () -> {
				this.watch.call(run);
				if (within) {
					complete(run, completion);
				}
				return run;
			});
			if (!within) {
				complete(run, completion);
			}
			return run;
		}, release);
		progress.handled();
	}

	/**
	 * What was undone because of others is done again, as long as the lease lasts: a
	 * deadlock is no failure of the handler, and counts as no attempt.
	 */
	private static void unit(UnitOfWork unit, HandlerRun run, boolean isUndone, Callable<Object> work)
			throws Exception {
		for (int i = 1;; i++) {
			try {
				unit.run(run.subscription(), run.lease(), work);
				return;
			}
			catch (Exception ex) {
				if (!isUndone || !Contention.isCauseOf(ex) || !run.again()) {
					throw ex;
				}
				logger.debug("{} was in the way of another transaction and begins again, for the {}. time: {}",
						run.describe(), i, ex.getClass().getName());
				LockSupport.parkNanos(
						ThreadLocalRandom.current().nextLong(1_000_000L, Math.min(i * 20_000_000L, LONGEST_PAUSE)));
			}
		}
	}

	private static void complete(HandlerRun run, BooleanSupplier completion) {
		if (!completion.getAsBoolean()) {
			throw new NotificationRejectedException(Reason.OVERTAKEN, run.describe()
					+ " took longer than wechatpay.notification.lease, and somebody else has taken it meanwhile");
		}
	}

	/**
	 * Whatever happens, the event is given back before the thread is interrupted again.
	 */
	private static Object guarded(HandlerRun run, Callable<Object> work, Runnable release) {
		boolean interrupted = false;
		try {
			return work.call();
		}
		catch (NotificationRejectedException ex) {
			release.run();
			throw ex;
		}
		catch (Throwable ex) {
			// Whatever it is, an Error too: the notification is not done and is answered
			// so
			interrupted = ex instanceof InterruptedException && !run.isExpired();
			NotificationRejectedException failure = failed(run, ex);
			release.run();
			throw failure;
		}
		finally {
			if (interrupted || run.isInterruptedByOthers()) {
				Thread.currentThread().interrupt();
			}
		}
	}

	private static NotificationRejectedException failed(HandlerRun run, Throwable ex) {
		if (run.isMissed()) {
			return new NotificationRejectedException(Reason.OVERLOADED, run.describe()
					+ " could not begin within its lease: there is no connection or transaction in time. It has not been"
					+ " tried");
		}
		if (run.isExpired()) {
			logger.warn("{} did not end well after its lease", run.describe(), ex);
			return new NotificationRejectedException(Reason.LEASE_EXPIRED,
					run.describe() + " is not done within wechatpay.notification.lease (" + run.lease().length() + ")");
		}
		logger.error("{} failed on {}", run.subscription().description(), run.notification(), ex);
		return new NotificationRejectedException(Reason.HANDLER_FAILED, run.subscription().description() + " failed on "
				+ run.notification() + " with " + ex.getClass().getName());
	}

}
