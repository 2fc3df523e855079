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
import java.util.Objects;

/**
 * Remembers how an inbox stood when it was last looked at. Safe for use by many threads.
 */
public final class InboxWatch implements Runnable {

	private final NotificationInbox inbox;

	private volatile InboxStatistics last = new InboxStatistics(0, 0, Duration.ZERO);

	/**
	 * Creates a watch.
	 * @param inbox what to look at
	 */
	public InboxWatch(NotificationInbox inbox) {
		this.inbox = Objects.requireNonNull(inbox, "inbox");
	}

	/** Looks now. */
	@Override
	public void run() {
		this.last = this.inbox.statistics();
	}

	/**
	 * How the inbox stood when it was last looked at.
	 * @return the statistics; zeros before the first look
	 */
	public InboxStatistics last() {
		return this.last;
	}

}
