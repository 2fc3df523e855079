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

package io.github.wechatpay4j.trust;

import java.util.function.UnaryOperator;

import io.github.wechatpay4j.crypto.SigningMessage;
import org.jspecify.annotations.Nullable;

/**
 * A message that the platform signed, as it was received: the exact bytes and the four
 * headers that prove them. Not believed until a {@link SignatureVerifier} has looked at
 * it.
 */
public final class SignedMessage {

	/** Header with the time of signing, in seconds since 1970. */
	public static final String TIMESTAMP = "Wechatpay-Timestamp";

	/** Header with a random text. */
	public static final String NONCE = "Wechatpay-Nonce";

	/** Header with the signature in Base64. */
	public static final String SIGNATURE = "Wechatpay-Signature";

	/** Header with the id of the signing key. */
	public static final String SERIAL = "Wechatpay-Serial";

	private final @Nullable String timestamp;

	private final @Nullable String nonce;

	private final @Nullable String signature;

	private final @Nullable String serial;

	private final byte[] body;

	private SignedMessage(UnaryOperator<@Nullable String> headers, byte[] body) {
		this.timestamp = headers.apply(TIMESTAMP);
		this.nonce = headers.apply(NONCE);
		this.signature = headers.apply(SIGNATURE);
		this.serial = headers.apply(SERIAL);
		this.body = body;
	}

	/**
	 * Takes a message from HTTP.
	 * @param headers finds the first value of a header, ignoring case
	 * @param body the exact bytes that were received
	 * @return the message
	 */
	public static SignedMessage of(UnaryOperator<@Nullable String> headers, byte[] body) {
		return new SignedMessage(headers, body);
	}

	/**
	 * The value of a header, as it was received.
	 * @param name one of the four that prove a message
	 * @return the value, {@code null} if there is none
	 */
	public @Nullable String header(String name) {
		return switch (name) {
			case TIMESTAMP -> this.timestamp;
			case NONCE -> this.nonce;
			case SIGNATURE -> this.signature;
			case SERIAL -> this.serial;
			default -> throw new IllegalArgumentException("'" + name + "' proves no message");
		};
	}

	@Nullable String timestamp() {
		return this.timestamp;
	}

	@Nullable String nonce() {
		return this.nonce;
	}

	@Nullable String signature() {
		return this.signature;
	}

	@Nullable String serial() {
		return this.serial;
	}

	byte[] signedBytes() {
		return SigningMessage.withBody(this.body, String.valueOf(this.timestamp), String.valueOf(this.nonce));
	}

}
