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

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongSupplier;

import io.github.wechatpay4j.health.HealthFinding;
import io.github.wechatpay4j.health.HealthReporter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers how an inbox stood when it was last looked at, and reports what there is to
 * worry about: to the health indicator as long as it lasts, to the log once. Safe for use
 * by many threads.
 */
public final class InboxWatch implements Runnable, HealthReporter {

	private static final Logger logger = LoggerFactory.getLogger(InboxWatch.class);

	private static final String ABOUT = "inbox";

	private static final Duration OVERDUE = Duration.ofMinutes(1);

	private final NotificationInbox inbox;

	private final Duration patience;

	private final LongSupplier nanoTime;

	private volatile InboxStatistics last = new InboxStatistics(0, 0, Duration.ZERO);

	private volatile InboxWorries worries = InboxWorries.NONE;

	/** The same notification was overdue at two looks: others are not before it. */
	private volatile boolean stuck;

	private volatile long lookedAt;

	private Set<String> told = Set.of();

	/**
	 * Creates a watch.
	 * @param inbox what to look at
	 * @param patience how long something may be due and not be taken: the lease and the
	 * interval of looking for it
	 * @param nanoTime tells the time that passes, in nanoseconds
	 */
	public InboxWatch(NotificationInbox inbox, Duration patience, LongSupplier nanoTime) {
		this.inbox = Objects.requireNonNull(inbox, "inbox");
		this.patience = Objects.requireNonNull(patience, "patience");
		this.nanoTime = Objects.requireNonNull(nanoTime, "nanoTime");
		this.lookedAt = nanoTime.getAsLong();
	}

	/** Looks now. */
	@Override
	public synchronized void run() {
		this.last = this.inbox.statistics();
		InboxWorries.Overdue before = this.worries.overdue();
		this.worries = this.inbox.worries();
		this.stuck = isStuck(before, this.worries.overdue());
		this.lookedAt = this.nanoTime.getAsLong();
		tell();
	}

	private boolean isStuck(InboxWorries.@Nullable Overdue before, InboxWorries.@Nullable Overdue now) {
		return before != null && now != null && before.id() == now.id() && now.late().compareTo(this.patience) > 0;
	}

	private void tell() {
		Set<String> now = new HashSet<>();
		for (Worry worry : current()) {
			now.add(worry.kind());
			if (!this.told.contains(worry.kind())) {
				logger.warn("Inbox of WeChat Pay notifications: {}", worry.text());
			}
		}
		this.told = now;
	}

	@Override
	public List<HealthFinding> findings() {
		List<HealthFinding> findings = new ArrayList<>();
		current().forEach((worry) -> findings.add(new HealthFinding(ABOUT, worry.text(), worry.down())));
		Duration since = sinceLook();
		if (since.compareTo(OVERDUE) > 0) {
			findings.add(new HealthFinding(ABOUT,
					"nobody has been able to look at its table for " + since.toSeconds() + " s; the log says why",
					true));
		}
		return findings;
	}

	private List<Worry> current() {
		List<Worry> current = new ArrayList<>();
		InboxWorries all = this.worries;
		InboxWorries.Overdue overdue = all.overdue();
		if (this.stuck && overdue != null) {
			current.add(new Worry("stuck",
					"it does not move: notification " + overdue.id() + " is due for " + overdue.late().toSeconds()
							+ " s and no node takes it. Look at handlers that hang, and whether nodes"
							+ " of this application run",
					true));
		}
		if (all.unhandled().number() > 0) {
			current.add(new Worry("unhandled",
					all.unhandled().number() + " notifications are handled by no node for a"
							+ " day. Start an application that has a method for them; last failure: "
							+ all.unhandled().example(),
					false));
		}
		if (all.foreign().number() > 0) {
			current.add(new Worry("foreign", all.foreign().number() + " notifications in its table belong to other"
					+ " applications, such as '" + all.foreign().example()
					+ "', and wait for more than 10 minutes. Start"
					+ " that application; if its name was changed, set wechatpay.notification.application to the former"
					+ " one", false));
		}
		return current;
	}

	private Duration sinceLook() {
		return Duration.ofNanos(this.nanoTime.getAsLong() - this.lookedAt);
	}

	/**
	 * How old the oldest notification that is not handled may be by now: an inbox that
	 * cannot be looked at grows older too.
	 * @return the age when it was last looked at, and what has passed since if that is
	 * longer than between two looks
	 */
	public Duration staleness() {
		Duration since = sinceLook();
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

	long unhandled() {
		return this.worries.unhandled().number();
	}

	long foreign() {
		return this.worries.foreign().number();
	}

	private record Worry(String kind, String text, boolean down) {
	}

}
