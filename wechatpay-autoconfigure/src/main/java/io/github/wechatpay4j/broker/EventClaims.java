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

import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;

import io.github.wechatpay4j.NotificationRejectedException;
import io.github.wechatpay4j.NotificationRejectedException.Reason;
import io.github.wechatpay4j.claim.Claim;
import io.github.wechatpay4j.claim.ClaimStore;
import io.github.wechatpay4j.delivery.EventKeys;
import io.github.wechatpay4j.delivery.Lease;
import io.github.wechatpay4j.delivery.NotificationDispatcher;
import io.github.wechatpay4j.notification.NotificationOutcome;
import io.github.wechatpay4j.notification.NotificationProgress;
import io.github.wechatpay4j.notification.VerifiedNotification;
import org.jspecify.annotations.Nullable;

/**
 * Claims events whose messages a broker keeps. However many messages tell of an event, on
 * whatever nodes: its attempts are counted once, and it is parked once. Safe for use by
 * many threads.
 */
public final class EventClaims {

	/** For a broker to confirm a dead letter. */
	private static final Duration PARKING = Duration.ofMinutes(1);

	private static final String TROUBLE = "claims";

	private final ClaimStore store;

	private final EventKeys keys;

	private final NotificationDispatcher dispatcher;

	private final Redelivery redelivery;

	private final BrokerHealth health;

	/**
	 * Creates claims.
	 * @param store remembers them
	 * @param keys names events
	 * @param dispatcher handles what is claimed
	 * @param redelivery how many attempts there are
	 * @param health shows that the store cannot be asked
	 */
	public EventClaims(ClaimStore store, EventKeys keys, NotificationDispatcher dispatcher, Redelivery redelivery,
			BrokerHealth health) {
		this.store = Objects.requireNonNull(store, "store");
		this.keys = Objects.requireNonNull(keys, "keys");
		this.dispatcher = Objects.requireNonNull(dispatcher, "dispatcher");
		this.redelivery = Objects.requireNonNull(redelivery, "redelivery");
		this.health = Objects.requireNonNull(health, "health");
	}

	ClaimedDispatch dispatch(MessageHistory history, String replay) {
		return new ClaimedDispatch(this, history.attempts(), replay);
	}

	NotificationOutcome dispatch(VerifiedNotification notification, ClaimedDispatch attempt,
			NotificationProgress progress) {
		String key = this.keys.claimKey(notification);
		Lease lease = Lease.begin(this.redelivery.lease());
		Claim claim = ask(() -> this.store.claim(key, this.redelivery.lease()));
		return switch (claim.state()) {
			case DONE -> NotificationOutcome.DUPLICATE;
			case IN_PROGRESS -> throw new NotificationRejectedException(Reason.IN_PROGRESS,
					notification + " is being handled right now");
			case ACQUIRED -> {
				if (attempt.begin(claim, this.redelivery.maxAttempts())) {
					yield handle(notification, lease, claim, key, attempt, progress);
				}
				// Whoever had the last attempt did not live to park it
				Claim parking = parking(key, attempt);
				giveBack(claim);
				attempt.park(parking);
				throw new NotificationRejectedException(Reason.LEASE_EXPIRED,
						notification + " has no attempts left: none of them ended within its lease");
			}
		};
	}

	private NotificationOutcome handle(VerifiedNotification notification, Lease lease, Claim claim, String key,
			ClaimedDispatch attempt, NotificationProgress progress) {
		try {
			return this.dispatcher.deliver(notification, lease, claim, progress);
		}
		catch (NotificationRejectedException ex) {
			switch (Setback.of(ex)) {
				case ELSEWHERE -> giveBack(claim);
				case HELD -> {
				}
				default -> {
					release(claim);
					if (attempt.isLast()) {
						attempt.park(parking(key, attempt));
					}
				}
			}
			throw ex;
		}
	}

	/** Of a replay there may be another dead letter than of what it replays. */
	private Claim parking(String key, ClaimedDispatch attempt) {
		return ask(() -> this.store.claim("dead:" + attempt.replay() + ":" + key, PARKING));
	}

	void parked(@Nullable Claim parking) {
		if (parking != null) {
			attempt(() -> this.store.complete(parking));
		}
	}

	void notParked(@Nullable Claim parking) {
		if (parking != null) {
			giveBack(parking);
		}
	}

	/**
	 * Replays a dead letter, unless that has been done.
	 * @param id names the dead letter, {@code null} if it has no name
	 * @param notification what is in it; {@code null} if that does not verify here
	 * @param send stores it where notifications are
	 * @return whether it was replayed now, by this call
	 * @throws NotificationRejectedException {@link Reason#IN_PROGRESS} if somebody else
	 * is replaying it right now
	 */
	boolean replay(@Nullable String id, @Nullable VerifiedNotification notification, Runnable send) {
		if (id == null) {
			send(notification, send);
			return true;
		}
		Claim claim = ask(() -> this.store.claim("replay:" + id, PARKING));
		if (claim.state() == Claim.State.IN_PROGRESS) {
			throw new NotificationRejectedException(Reason.IN_PROGRESS,
					"somebody else is replaying the dead letter " + id + " right now");
		}
		if (claim.state() == Claim.State.DONE) {
			return false;
		}
		try {
			send(notification, send);
		}
		catch (RuntimeException ex) {
			giveBack(claim);
			throw ex;
		}
		attempt(() -> this.store.complete(claim));
		return true;
	}

	private void send(@Nullable VerifiedNotification notification, Runnable send) {
		if (notification != null) {
			String key = this.keys.claimKey(notification);
			ask(() -> {
				this.store.forget(key);
				return key;
			});
		}
		send.run();
	}

	private void release(Claim claim) {
		attempt(() -> {
			this.store.release(claim);
			return true;
		});
	}

	private void giveBack(Claim claim) {
		attempt(() -> {
			this.store.giveBack(claim);
			return true;
		});
	}

	/** What cannot be told to the store ends with its lease. */
	private void attempt(Supplier<Boolean> change) {
		try {
			ask(change);
		}
		catch (NotificationRejectedException ex) {
			// It has been reported
		}
	}

	private <T> T ask(Supplier<T> question) {
		try {
			T answer = question.get();
			this.health.over(TROUBLE);
			return answer;
		}
		catch (RuntimeException ex) {
			// Without the cause's text: stores quote what they were given
			this.health.trouble(TROUBLE,
					"The store of claims (wechatpay.notification.store) cannot be asked (" + ex.getClass().getName()
							+ "), so that notifications are not handled. Check that it can be reached"
							+ " and, for jdbc, that its tables exist (wechatpay.jdbc.initialize-schema)",
					true);
			throw new NotificationRejectedException(Reason.NOT_STORED,
					"the store of claims cannot be asked: " + ex.getClass().getName());
		}
	}

}
