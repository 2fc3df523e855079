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

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

import io.github.wechatpay4j.trust.SignedMessage;
import org.jspecify.annotations.Nullable;

/**
 * A notification as the platform signed and encrypted it, to be kept or passed on:
 * nothing in it is plain, and nothing about it is believed until it is verified again.
 */
public final class SealedNotification {

	/** The headers that prove a notification; they have to be kept with its body. */
	public static final List<String> HEADERS = List.of(SignedMessage.SERIAL, SignedMessage.SIGNATURE,
			SignedMessage.TIMESTAMP, SignedMessage.NONCE);

	private final String merchant;

	private final ReceivedNotification received;

	SealedNotification(String merchant, ReceivedNotification received) {
		this.merchant = Objects.requireNonNull(merchant, "merchant");
		this.received = received;
	}

	/**
	 * Takes a notification back from where it was kept.
	 * @param merchant the name of the merchant whose address it came to
	 * @param headers finds the value of each of {@link #HEADERS}
	 * @param body the exact bytes; the caller leaves them unchanged
	 * @return the notification
	 */
	public static SealedNotification of(String merchant, UnaryOperator<@Nullable String> headers, byte[] body) {
		return new SealedNotification(merchant, ReceivedNotification.of(headers, body));
	}

	/**
	 * The merchant whose address it came to.
	 * @return its name in this application
	 */
	public String merchant() {
		return this.merchant;
	}

	/**
	 * The value of a header.
	 * @param name one of {@link #HEADERS}
	 * @return the value, {@code null} if there is none
	 */
	public @Nullable String header(String name) {
		return this.received.message().header(name);
	}

	/**
	 * The exact bytes of the body, in which the content is encrypted.
	 * @return a copy
	 */
	public byte[] body() {
		return this.received.body().clone();
	}

	ReceivedNotification received() {
		return this.received;
	}

	@Override
	public String toString() {
		return "SealedNotification[" + this.merchant + ", " + this.received.body().length + " bytes]";
	}

}
