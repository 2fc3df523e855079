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

package io.github.wechatpay4j.notification;

import java.time.OffsetDateTime;

import io.github.wechatpay4j.Printable;
import org.jspecify.annotations.Nullable;

/**
 * A verified notification with its envelope. Immutable.
 *
 * @param <T> the payload's type
 */
public final class Notification<T> {

	private final VerifiedNotification verified;

	private final T payload;

	Notification(VerifiedNotification verified, T payload) {
		this.verified = verified;
		this.payload = payload;
	}

	/**
	 * The decrypted, decoded resource.
	 * @return the payload
	 */
	public T payload() {
		return this.payload;
	}

	/**
	 * The notification's id. Not documented to be the same when it is repeated: recognize
	 * repetitions by the business number.
	 * @return the id
	 */
	public String id() {
		return this.verified.id();
	}

	/**
	 * The event, such as {@code TRANSACTION.SUCCESS}.
	 * @return the event type
	 */
	public String eventType() {
		return this.verified.eventType();
	}

	/**
	 * When WeChat Pay made the notification.
	 * @return the time, or {@code null} if it was not told
	 */
	public @Nullable OffsetDateTime createTime() {
		return this.verified.createTime();
	}

	/**
	 * A text for people.
	 * @return the summary, or {@code null} if there is none
	 */
	public @Nullable String summary() {
		return this.verified.summary();
	}

	/**
	 * What kind of object the payload is for WeChat Pay, such as {@code transaction}.
	 * @return the original type, or {@code null} if it was not told
	 */
	public @Nullable String originalType() {
		return this.verified.originalType();
	}

	/**
	 * The name of the merchant that it was sent to.
	 * @return the name in the configuration
	 */
	public String merchant() {
		return this.verified.merchant().name();
	}

	/**
	 * The number of the merchant that it was sent to.
	 * @return the merchant's number
	 */
	public String mchid() {
		return this.verified.merchant().mchid();
	}

	/**
	 * The decrypted resource exactly as WeChat Pay wrote it. It holds personal data: not
	 * for logs.
	 * @return the JSON text
	 */
	public String rawJson() {
		return this.verified.rawJson();
	}

	@Override
	public String toString() {
		return "Notification[" + Printable.id(eventType()) + ", " + Printable.id(id()) + ", " + merchant() + "]";
	}

}
