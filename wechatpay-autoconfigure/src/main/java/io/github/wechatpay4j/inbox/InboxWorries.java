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

import org.jspecify.annotations.Nullable;

/**
 * What there is to worry about in an inbox.
 *
 * @param overdue what is due for the longest time and was not taken, {@code null} for
 * nothing
 * @param unhandled what no node handles for a day, and why one of them is not
 * @param foreign what is due for long under the name of another application, and one of
 * these names
 */
record InboxWorries(@Nullable Overdue overdue, Group unhandled, Group foreign) {

	static final InboxWorries NONE = new InboxWorries(null, new Group(0, ""), new Group(0, ""));

	/**
	 * A notification that is due.
	 *
	 * @param id the row
	 * @param late for how long
	 */
	record Overdue(long id, Duration late) {
	}

	/**
	 * Several notifications.
	 *
	 * @param number how many
	 * @param example what is known of one of them
	 */
	record Group(long number, String example) {
	}

}
