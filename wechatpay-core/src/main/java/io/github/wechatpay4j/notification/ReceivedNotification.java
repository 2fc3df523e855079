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

import io.github.wechatpay4j.trust.SignedMessage;
import org.jspecify.annotations.Nullable;

/**
 * A notification as it came over HTTP. Nothing about it is believed.
 */
public final class ReceivedNotification {

	private final SignedMessage message;

	private final byte[] body;

	private ReceivedNotification(SignedMessage message, byte[] body) {
		this.message = message;
		this.body = body;
	}

	/**
	 * Takes a notification from HTTP.
	 * @param headers finds the first value of a header, ignoring case
	 * @param body the exact bytes that were received; the caller leaves them unchanged
	 * @return the notification
	 */
	public static ReceivedNotification of(UnaryOperator<@Nullable String> headers, byte[] body) {
		return new ReceivedNotification(SignedMessage.of(headers, body), body);
	}

	SignedMessage message() {
		return this.message;
	}

	byte[] body() {
		return this.body;
	}

	@Override
	public String toString() {
		return "ReceivedNotification[" + this.body.length + " bytes]";
	}

}
