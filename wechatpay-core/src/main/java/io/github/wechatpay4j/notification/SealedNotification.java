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

	/**
	 * The platform's key that verified the notification when it came, encrypted under the
	 * merchant's APIv3 key: it may have been replaced by the time that the notification
	 * is handled.
	 */
	public static final String PLATFORM_KEY = "Wechatpay4j-Platform-Key";

	/**
	 * What has to be kept with a notification's body: the headers that prove it, and the
	 * platform's key.
	 */
	public static final List<String> HEADERS = List.of(SignedMessage.SERIAL, SignedMessage.SIGNATURE,
			SignedMessage.TIMESTAMP, SignedMessage.NONCE, PLATFORM_KEY);

	private final String merchant;

	private final ReceivedNotification received;

	private final @Nullable String platformKey;

	SealedNotification(String merchant, ReceivedNotification received, @Nullable String platformKey) {
		this.merchant = Objects.requireNonNull(merchant, "merchant");
		this.received = received;
		this.platformKey = platformKey;
	}

	/**
	 * Takes a notification back from where it was kept.
	 * @param merchant the name of the merchant whose address it came to
	 * @param headers finds the value of each of {@link #HEADERS}; the last one may be
	 * missing
	 * @param body the exact bytes; the caller leaves them unchanged
	 * @return the notification
	 */
	public static SealedNotification of(String merchant, UnaryOperator<@Nullable String> headers, byte[] body) {
		return new SealedNotification(merchant, ReceivedNotification.of(headers, body), headers.apply(PLATFORM_KEY));
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
		return PLATFORM_KEY.equals(name) ? this.platformKey : this.received.message().header(name);
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
