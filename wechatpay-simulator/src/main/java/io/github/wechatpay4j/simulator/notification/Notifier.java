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

package io.github.wechatpay4j.simulator.notification;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import io.github.wechatpay4j.simulator.fault.Fault;
import io.github.wechatpay4j.simulator.fault.FaultKind;
import io.github.wechatpay4j.simulator.fault.Faults;
import io.github.wechatpay4j.simulator.identity.Identities;
import io.github.wechatpay4j.simulator.identity.MerchantIdentity;
import io.github.wechatpay4j.simulator.identity.PlatformSecret;
import io.github.wechatpay4j.simulator.notification.Delivery.Attempt;
import io.github.wechatpay4j.simulator.notification.Delivery.State;
import io.github.wechatpay4j.simulator.official.Notice;
import io.github.wechatpay4j.simulator.official.Numbers;
import io.github.wechatpay4j.simulator.official.Outbox;
import io.github.wechatpay4j.simulator.official.Timer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers notifications until the receiver takes them, by the official schedule. Safe
 * for use by many threads.
 */
public final class Notifier implements Outbox, AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(Notifier.class);

	private final Deliveries deliveries = new Deliveries();

	private final Identities identities;

	private final Function<MerchantIdentity, PlatformSecret> signingKey;

	private final Faults faults;

	private final RetrySchedule schedule;

	private final Timer timer;

	private final Clock clock;

	private final Envelopes envelopes;

	private final NotificationSender sender;

	/**
	 * Creates a notifier.
	 * @param identities the merchants
	 * @param signingKey chooses the key that signs
	 * @param faults what is to go wrong
	 * @param speed how much faster than officially retries come
	 * @param timer waits between retries
	 * @param clock tells the time
	 */
	public Notifier(Identities identities, Function<MerchantIdentity, PlatformSecret> signingKey, Faults faults,
			double speed, Timer timer, Clock clock) {
		this.identities = identities;
		this.signingKey = signingKey;
		this.faults = faults;
		this.schedule = new RetrySchedule(speed);
		this.timer = timer;
		this.clock = clock;
		this.envelopes = new Envelopes(new Numbers(clock));
		this.sender = new NotificationSender(clock);
	}

	@Override
	public void send(Notice notice) {
		MerchantIdentity merchant = this.identities.find(notice.mchid()).orElseThrow();
		String id = UUID.randomUUID().toString();
		byte[] body = this.envelopes.seal(id, notice, merchant, this.clock.instant());
		TrackedDelivery delivery = new TrackedDelivery(id, notice, body);
		this.deliveries.add(delivery);
		attempt(delivery);
	}

	private void attempt(TrackedDelivery delivery) {
		@Nullable FaultKind kind = this.faults.takeForNotification(URI.create(delivery.notice().url()).getPath())
			.map(Fault::kind)
			.orElse(null);
		if (kind == FaultKind.LOST_NOTIFICATION) {
			this.deliveries.state(delivery, State.LOST);
		}
		else if (kind == FaultKind.OUT_OF_ORDER_NOTIFICATION) {
			this.deliveries.state(delivery, State.HELD);
		}
		else {
			transmit(delivery, kind, true);
			if (kind == FaultKind.DUPLICATE_NOTIFICATION) {
				transmit(delivery, kind, false);
			}
		}
	}

	/** Only what leads is tried again: a duplicate does not start a second series. */
	private void transmit(TrackedDelivery delivery, @Nullable FaultKind fault, boolean leads) {
		MerchantIdentity merchant = this.identities.find(delivery.notice().mchid()).orElseThrow();
		Instant begun = this.clock.instant();
		String problem = (fault != null) ? fault.name() : null;
		this.sender.send(URI.create(delivery.notice().url()), delivery.body(), this.signingKey.apply(merchant), fault)
			.subscribe((status) -> finish(delivery, new Attempt(begun, status, problem), leads),
					(ex) -> finish(delivery, new Attempt(begun, 0, String.valueOf(ex.getMessage())), leads));
	}

	private void finish(TrackedDelivery delivery, Attempt attempt, boolean leads) {
		int attempts = this.deliveries.attempt(delivery, attempt);
		if (attempt.status() == 200 || attempt.status() == 204) {
			this.deliveries.state(delivery, State.DONE);
		}
		else if (leads && delivery.state() == State.PENDING) {
			retry(delivery, attempts);
		}
		this.deliveries.release().forEach((held) -> transmit(held, null, true));
	}

	private void retry(TrackedDelivery delivery, int attempts) {
		Optional<Duration> delay = this.schedule.delayAfter(attempts);
		if (delay.isEmpty()) {
			logger.warn("Notification {} ({}) is given up: {} did not take it", delivery.id(),
					delivery.notice().eventType(), delivery.notice().url());
			this.deliveries.state(delivery, State.GIVEN_UP);
			return;
		}
		this.timer.after(delay.get(), () -> {
			if (delivery.state() == State.PENDING) {
				attempt(delivery);
			}
		});
	}

	/**
	 * Sends a notification once more, now, whatever became of it.
	 * @param id the notification's id
	 * @return whether there is such a notification
	 */
	public boolean resend(String id) {
		Optional<TrackedDelivery> delivery = this.deliveries.find(id);
		delivery.ifPresent((found) -> transmit(found, null, false));
		return delivery.isPresent();
	}

	/**
	 * The log of all notifications.
	 * @return the deliveries in order
	 */
	public List<Delivery> deliveries() {
		return this.deliveries.list();
	}

	/**
	 * Waits until every notification so far was taken, given up or lost.
	 * @param timeout how long to wait at most
	 * @return whether that came about in time
	 */
	public boolean await(Duration timeout) {
		return this.deliveries.await(timeout);
	}

	@Override
	public void close() {
		this.sender.close();
	}

}
