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
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongSupplier;

import io.github.wechatpay4j.NotificationRejectedException;
import io.github.wechatpay4j.NotificationRejectedException.Reason;
import io.github.wechatpay4j.web.admission.Belief;
import io.github.wechatpay4j.web.admission.NotificationSource;
import org.slf4j.Logger;

/**
 * One line for each rejection, without anything that its sender chose. Of what strangers
 * can bring about at will only so many lines are written in a minute for each reason; the
 * rest is told as a number. Safe for use by many threads.
 */
final class RefusalLog {

	static final int LINES = 100;

	static final Duration PERIOD = Duration.ofMinutes(1);

	private final Logger logger;

	private final LongSupplier nanoTime;

	private final Map<Reason, Quota> quotas = new EnumMap<>(Reason.class);

	RefusalLog(Logger logger, LongSupplier nanoTime) {
		this.logger = logger;
		this.nanoTime = nanoTime;
		for (Reason reason : Reason.values()) {
			this.quotas.put(reason, new Quota(nanoTime.getAsLong()));
		}
	}

	/**
	 * Writes of a rejection.
	 * @param merchant a merchant's name, never one that only its sender knows
	 * @param source where it came from
	 * @param rejection what happened
	 */
	void rejected(String merchant, NotificationSource source, NotificationRejectedException rejection) {
		long now = this.nanoTime.getAsLong();
		this.quotas.forEach((reason, quota) -> tellOmitted(reason, quota.omitted(now)));
		Reason reason = rejection.reason();
		if (reason == Reason.HANDLER_FAILED || reason == Reason.LEASE_EXPIRED) {
			// It has been logged with its stack trace
			return;
		}
		int line = (Belief.of(reason) == Belief.BELIEVED) ? 0 : quota(reason).next();
		if (line > LINES) {
			write(true, reason, merchant, source, rejection);
			return;
		}
		write(false, reason, merchant, source, rejection);
		if (line == LINES) {
			this.logger.warn("Notifications refused with {} {} are counted instead of logged for up to {}",
					reason.status(), reason, PERIOD);
		}
	}

	private void write(boolean quiet, Reason reason, String merchant, NotificationSource source,
			NotificationRejectedException rejection) {
		String text = "Notification for '{}' from {} refused with {}: {}";
		Object[] details = { merchant, source, rejection.status(), rejection.getMessage() };
		if (quiet) {
			this.logger.debug(text, details);
		}
		else if (reason == Reason.PROBE) {
			this.logger.info(text, details);
		}
		else {
			this.logger.warn(text, details);
		}
	}

	private void tellOmitted(Reason reason, long omitted) {
		if (omitted > 0) {
			this.logger.warn("{} more notifications were refused with {} {}", omitted, reason.status(), reason);
		}
	}

	private Quota quota(Reason reason) {
		Quota quota = this.quotas.get(reason);
		if (quota == null) {
			throw new IllegalStateException("There is no quota for " + reason);
		}
		return quota;
	}

	/** The lines about one reason within one period. */
	private static final class Quota {

		private long start;

		private int lines;

		Quota(long now) {
			this.start = now;
		}

		synchronized int next() {
			return ++this.lines;
		}

		/** What was left out in the period that has ended, told once. */
		synchronized long omitted(long now) {
			if (now - this.start < PERIOD.toNanos()) {
				return 0;
			}
			int omitted = Math.max(0, this.lines - LINES);
			this.start = now;
			this.lines = 0;
			return omitted;
		}

	}

}
