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

import java.util.function.UnaryOperator;

import io.github.wechatpay4j.Printable;
import io.github.wechatpay4j.trust.SignedMessage;
import org.jspecify.annotations.Nullable;

/**
 * A notification as it came over HTTP. Nothing about it is believed.
 */
public final class ReceivedNotification {

	private static final int MAX_DIGITS = 20;

	private final SignedMessage message;

	private final byte[] body;

	private final @Nullable String announced;

	private ReceivedNotification(SignedMessage message, byte[] body, @Nullable String announced) {
		this.message = message;
		this.body = body;
		this.announced = announced;
	}

	/**
	 * Takes a notification from HTTP.
	 * @param headers finds the first value of a header, ignoring case
	 * @param body the exact bytes that were received; the caller leaves them unchanged
	 * @return the notification
	 */
	public static ReceivedNotification of(UnaryOperator<@Nullable String> headers, byte[] body) {
		return new ReceivedNotification(SignedMessage.of(headers, body), body, headers.apply("Content-Length"));
	}

	SignedMessage message() {
		return this.message;
	}

	/**
	 * Whether something has read or rewritten the body after the server had received it:
	 * servers take no other number of bytes than the one that was announced.
	 * @return what was found, or {@code null} if nothing was
	 */
	@Nullable String change() {
		String length = this.announced;
		if (length == null) {
			return (this.body.length == 0) ? "there is no body" : null;
		}
		return length.strip().equals(Integer.toString(this.body.length)) ? null : "there are " + this.body.length
				+ " bytes of the " + Printable.text(length, MAX_DIGITS) + " that were announced";
	}

	byte[] body() {
		return this.body;
	}

	@Override
	public String toString() {
		return "ReceivedNotification[" + this.body.length + " bytes]";
	}

}
