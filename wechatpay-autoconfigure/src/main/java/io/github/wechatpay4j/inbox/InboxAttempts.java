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

package io.github.wechatpay4j.inbox;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.github.wechatpay4j.NotificationRejectedException;
import io.github.wechatpay4j.NotificationRejectedException.Reason;
import io.github.wechatpay4j.delivery.DeadLetters;
import io.github.wechatpay4j.delivery.Lease;
import io.github.wechatpay4j.delivery.NotificationConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Attempts to handle what was taken out of the inbox, and writes what became of them.
 * Safe for use by many threads.
 */
final class InboxAttempts {

	private static final Logger logger = LoggerFactory.getLogger(InboxAttempts.class);

	private static final String SOURCE = "inbox";

	private final NotificationInbox inbox;

	private final NotificationConsumer consumer;

	private final DeadLetters deadLetters;

	private final InboxSettings settings;

	private final Clock clock;

	private final SetAside aside = new SetAside(System::nanoTime);

	/** What has been said in the log, so that it is not said for each of thousands. */
	private final Set<String> told = ConcurrentHashMap.newKeySet();

	InboxAttempts(NotificationInbox inbox, NotificationConsumer consumer, DeadLetters deadLetters,
			InboxSettings settings, Clock clock) {
		this.inbox = inbox;
		this.consumer = consumer;
		this.deadLetters = deadLetters;
		this.settings = settings;
		this.clock = clock;
	}

	/** Whoever takes it next, here or elsewhere, begins where this node did. */
	void giveBack(InboxEntry entry, String why) {
		write(entry, () -> this.inbox.giveBack(entry, Duration.ZERO, why));
	}

	void handle(InboxEntry entry, Lease lease) {
		try {
			if (entry.attempts() > this.settings.maxAttempts()) {
				// Nobody could say how the last attempt ended: the node is gone. To give
				// it
				// up is for those who could handle it
				this.consumer.check(entry.notification());
				write(entry, () -> park(entry, "no attempt came to an end"));
				return;
			}
			this.consumer.consume(entry.notification(), SOURCE, lease, () -> this.inbox.complete(entry));
			this.aside.forget(entry.id());
		}
		catch (NotificationRejectedException ex) {
			rejected(entry, ex);
		}
		catch (Throwable ex) {
			logger.error("{} could not be handled", entry.notification(), ex);
			write(entry, () -> failed(entry, ex.getClass().getName()));
		}
	}

	private void rejected(InboxEntry entry, NotificationRejectedException ex) {
		String failure = ex.reason() + ": " + ex.getMessage();
		switch (ex.reason()) {
			case OVERTAKEN -> logger.warn("{}", ex.getMessage());
			// A node with other handlers, merchants or keys may be able to
			case NO_HANDLER, UNKNOWN_MERCHANT, KEYS_UNAVAILABLE, DECRYPTION -> setAside(entry, ex.reason(), failure);
			case OVERLOADED -> {
				logger.warn("Notification {} of the inbox is given back, and tried again: {}", entry.id(),
						ex.getMessage());
				write(entry, () -> this.inbox.giveBack(entry, SetAside.HEAD_START, failure));
			}
			default -> write(entry, () -> failed(entry, failure));
		}
	}

	private void setAside(InboxEntry entry, Reason reason, String failure) {
		Duration later = this.aside.add(entry.id(), reason);
		if (this.told.size() < 100 && this.told.add(reason + entry.notification().merchant())) {
			logger.warn(
					"This node cannot handle notification {} of the inbox, and gives it back for others: {}. It looks"
							+ " at it again; further ones like it are told by the health indicator only",
					entry.id(), failure);
		}
		else {
			logger.debug("Notification {} of the inbox is given back: {}", entry.id(), failure);
		}
		write(entry, () -> this.inbox.giveBack(entry, later, failure));
	}

	/** The handler goes on although it was interrupted: it can complete no more. */
	void abandon(InboxEntry entry) {
		write(entry, () -> failed(entry, Reason.LEASE_EXPIRED + ": the handler ignores that its lease is over"));
	}

	private void failed(InboxEntry entry, String failure) {
		if (entry.attempts() >= this.settings.maxAttempts()) {
			logger.error("Attempt {} of {} to handle notification {} of the inbox failed, and there is no other: {}",
					entry.attempts(), this.settings.maxAttempts(), entry.id(), failure);
			park(entry, failure);
			return;
		}
		Duration wait = this.settings.backoff().after(entry.attempts());
		logger.warn("Attempt {} of {} to handle notification {} of the inbox failed, the next one is at {}: {}",
				entry.attempts(), this.settings.maxAttempts(), entry.id(), this.clock.instant().plus(wait), failure);
		this.inbox.retry(entry, wait, failure);
	}

	private void park(InboxEntry entry, String failure) {
		if (this.inbox.park(entry, failure)) {
			this.deadLetters.parked(entry.notification(), entry.attempts());
		}
	}

	/**
	 * What cannot be written now is written by whoever takes the entry after its lease.
	 */
	private static void write(InboxEntry entry, Runnable update) {
		try {
			update.run();
		}
		catch (RuntimeException ex) {
			logger.warn("What became of notification {} could not be written to the inbox; it is taken again after its"
					+ " lease: {}", entry.id(), ex.getClass().getName());
		}
	}

	/** What this node does not look at just now. */
	Set<Long> aside() {
		return this.aside.entries();
	}

	/** How many this node cannot handle, by why. */
	Map<Reason, Long> asideByReason() {
		return this.aside.reasons();
	}

}
