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

import java.util.Objects;

import io.github.wechatpay4j.NotificationRejectedException;
import io.github.wechatpay4j.NotificationRejectedException.Reason;
import io.github.wechatpay4j.delivery.NotificationDelivery;
import io.github.wechatpay4j.notification.NotificationOutcome;
import io.github.wechatpay4j.notification.NotificationProgress;
import io.github.wechatpay4j.notification.VerifiedNotification;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.BadSqlGrammarException;

/**
 * Stores notifications in an inbox. Safe for use by many threads, not for event loops.
 */
public final class InboxDelivery implements NotificationDelivery {

	private final NotificationInbox inbox;

	private final InboxWorker worker;

	/**
	 * Creates a delivery.
	 * @param inbox where notifications are stored
	 * @param worker is told that there is something to do
	 */
	public InboxDelivery(NotificationInbox inbox, InboxWorker worker) {
		this.inbox = Objects.requireNonNull(inbox, "inbox");
		this.worker = Objects.requireNonNull(worker, "worker");
	}

	@Override
	public NotificationOutcome deliver(VerifiedNotification notification, NotificationProgress progress) {
		try {
			if (!this.inbox.store(notification)) {
				return NotificationOutcome.DUPLICATE;
			}
		}
		catch (DataAccessException ex) {
			// Without the cause's text: drivers quote what they were given
			throw new NotificationRejectedException(Reason.NOT_STORED,
					"the inbox cannot store " + notification + ": " + ex.getClass().getSimpleName() + remedy(ex));
		}
		progress.stored();
		this.worker.wake();
		return NotificationOutcome.STORED;
	}

	/** What statements cannot do without. */
	static String remedy(Throwable failure) {
		if (failure instanceof BadSqlGrammarException) {
			return "; if its table does not exist or is of a former version, set"
					+ " wechatpay.jdbc.initialize-schema=always, or run the scripts in wechatpay/schema";
		}
		return (failure instanceof DuplicateKeyException)
				? "; the event is not stored, but something else in its row exists: after a restore or a replication, set"
						+ " the sequence of wechatpay_inbox.id above its highest value"
				: "";
	}

}
