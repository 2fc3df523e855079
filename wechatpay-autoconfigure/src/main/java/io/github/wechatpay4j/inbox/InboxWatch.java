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
import java.time.Instant;
import java.util.Objects;

/**
 * Remembers how an inbox stood when it was last looked at. Safe for use by many threads.
 */
public final class InboxWatch implements Runnable {

	private static final Duration OVERDUE = Duration.ofMinutes(1);

	private final NotificationInbox inbox;

	private final Clock clock;

	private volatile InboxStatistics last = new InboxStatistics(0, 0, Duration.ZERO);

	private volatile Instant lookedAt;

	/**
	 * Creates a watch.
	 * @param inbox what to look at
	 * @param clock tells the time
	 */
	public InboxWatch(NotificationInbox inbox, Clock clock) {
		this.inbox = Objects.requireNonNull(inbox, "inbox");
		this.clock = Objects.requireNonNull(clock, "clock");
		this.lookedAt = clock.instant();
	}

	/** Looks now. */
	@Override
	public void run() {
		this.last = this.inbox.statistics();
		this.lookedAt = this.clock.instant();
	}

	/**
	 * How old the oldest notification that is not handled may be by now: an inbox that
	 * cannot be looked at grows older too.
	 * @return the age when it was last looked at, and what has passed since if that is
	 * longer than between two looks
	 */
	public Duration staleness() {
		Duration since = Duration.between(this.lookedAt, this.clock.instant());
		Duration oldest = this.last.oldest();
		return (since.compareTo(OVERDUE) > 0) ? oldest.plus(since) : oldest;
	}

	/**
	 * How the inbox stood when it was last looked at.
	 * @return the statistics; zeros before the first look
	 */
	public InboxStatistics last() {
		return this.last;
	}

}
