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

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.github.wechatpay4j.NotificationRejectedException;
import io.github.wechatpay4j.NotificationRejectedException.Reason;
import io.github.wechatpay4j.notification.SealedNotification;
import io.github.wechatpay4j.notification.VerifiedNotification;
import org.jspecify.annotations.Nullable;

/**
 * Writes notifications to messages and reads them back. The body of a message is the
 * notification's exact body, in which the content is encrypted; its headers are the
 * merchant's name and the headers that prove the notification. The event type and the id
 * are for people who look at the broker: nothing reads them.
 */
public final class NotificationMessages {

	/** Header with the name of the merchant whose address the notification came to. */
	public static final String MERCHANT = "wechatpay-merchant";

	/** Header with the event type. */
	public static final String EVENT_TYPE = "wechatpay-event-type";

	/** Header with the notification's id. */
	public static final String NOTIFICATION_ID = "wechatpay-notification-id";

	/** Header of a dead letter that tells why it is one. */
	public static final String REASON = "wechatpay-reason";

	/** Header of a dead letter that names it, so that it is replayed once. */
	public static final String DEAD_LETTER = "wechatpay-dead-letter";

	/** Header of what was replayed: the dead letter's name. */
	public static final String REPLAY = "wechatpay-replay";

	/** The headers of a message that has had no setback. */
	public static final List<String> HEADERS = Stream
		.concat(Stream.of(MERCHANT, EVENT_TYPE, NOTIFICATION_ID), SealedNotification.HEADERS.stream())
		.toList();

	private static final int LONGEST_NAME = 100;

	private NotificationMessages() {
	}

	/**
	 * Writes the headers of a message.
	 * @param notification the notification
	 * @param sealed the notification as it came
	 * @param headers takes each name and value
	 */
	public static void writeHeaders(VerifiedNotification notification, SealedNotification sealed,
			BiConsumer<String, String> headers) {
		headers.accept(MERCHANT, sealed.merchant());
		headers.accept(EVENT_TYPE, notification.eventType());
		headers.accept(NOTIFICATION_ID, notification.id());
		for (String name : SealedNotification.HEADERS) {
			String value = sealed.header(name);
			if (value != null) {
				headers.accept(name, value);
			}
		}
	}

	/**
	 * Whose replay a message is.
	 * @param headers finds the value of a header
	 * @return the name of a dead letter, empty for none
	 */
	static String replay(UnaryOperator<@Nullable String> headers) {
		String replay = headers.apply(REPLAY);
		return (replay != null && replay.length() <= LONGEST_NAME) ? replay : "";
	}

	/**
	 * Reads a message. Nothing is trusted by that: the notification is to be verified.
	 * @param headers finds the value of a header
	 * @param body the body; the caller leaves it unchanged
	 * @return the notification
	 * @throws NotificationRejectedException if there is no notification in it
	 */
	public static SealedNotification read(UnaryOperator<@Nullable String> headers, byte @Nullable [] body) {
		String merchant = headers.apply(MERCHANT);
		if (merchant == null || body == null) {
			throw new NotificationRejectedException(Reason.MALFORMED,
					"the message has no body or no header '" + MERCHANT + "'");
		}
		return SealedNotification.of(merchant, headers, body);
	}

}
