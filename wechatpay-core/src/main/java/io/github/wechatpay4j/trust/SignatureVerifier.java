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

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import io.github.wechatpay4j.SignatureException;
import io.github.wechatpay4j.SignatureException.Reason;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Decides whether a message comes from WeChat Pay: headers present, timestamp within five
 * minutes, key trusted, signature over the exact bytes good. Safe for use by many
 * threads.
 */
public final class SignatureVerifier {

	/** How far a message's timestamp may be from this machine's clock. */
	public static final Duration TOLERANCE = Duration.ofMinutes(5);

	private static final String PROBE_PREFIX = "WECHATPAY/SIGNTEST/";

	/**
	 * RSA-2048 in Base64 takes 344 characters; nothing the platform sends is much longer.
	 */
	private static final int MAX_HEADER_LENGTH = 2048;

	private static final Pattern KEY_ID = Pattern.compile("(PUB_KEY_ID_)?[0-9A-Fa-f]{1,64}");

	private final Clock clock;

	private final TrustListener listener;

	/**
	 * Creates a verifier.
	 * @param clock tells the time
	 */
	public SignatureVerifier(Clock clock) {
		this(clock, TrustListener.none());
	}

	/**
	 * Creates a verifier that tells which keys are in use.
	 * @param clock tells the time
	 * @param listener is told of every good signature
	 */
	public SignatureVerifier(Clock clock, TrustListener listener) {
		this.clock = Objects.requireNonNull(clock, "clock");
		this.listener = TrustListener.all(List.of(listener));
	}

	/**
	 * Verifies a message.
	 * @param message the message as received
	 * @param trust the keys that are believed
	 * @return the key that signed it; a {@link SignatureException} if it is not to be
	 * believed
	 */
	public Mono<PlatformKey> verify(SignedMessage message, Trust trust) {
		return verify(message, trust, this::checkFreshness);
	}

	/**
	 * Verifies a message that was kept since it came, whatever its age: it was fresh
	 * then, and whoever kept it made sure of that.
	 * @param message the message as received
	 * @param trust the keys that are believed
	 * @return the key that signed it; a {@link SignatureException} if it is not to be
	 * believed
	 */
	public Mono<PlatformKey> verifyOfAnyAge(SignedMessage message, Trust trust) {
		return verify(message, trust, (timestamp) -> {
		});
	}

	private Mono<PlatformKey> verify(SignedMessage message, Trust trust, Consumer<String> freshness) {
		return Mono.defer(() -> {
			String serial = require(message.serial(), SignedMessage.SERIAL);
			require(message.nonce(), SignedMessage.NONCE);
			freshness.accept(require(message.timestamp(), SignedMessage.TIMESTAMP));
			byte[] signature = decode(require(message.signature(), SignedMessage.SIGNATURE));
			return trust.find(serial)
				.switchIfEmpty(Mono.error(() -> new SignatureException(Reason.UNKNOWN_KEY,
						"it names a key that is not trusted, " + describe(serial))))
				.doOnNext((key) -> check(message, signature, key))
				.doOnNext(this.listener::verified);
		});
	}

	private static void check(SignedMessage message, byte[] signature, PlatformKey key) {
		if (!key.verifier().verify(message.signedBytes(), signature)) {
			throw new SignatureException(Reason.MISMATCH, "the signature does not belong to these bytes");
		}
	}

	private static String require(@Nullable String value, String header) {
		if (value == null || value.isEmpty()) {
			throw new SignatureException(Reason.MALFORMED, "the header " + header + " is missing");
		}
		if (value.length() > MAX_HEADER_LENGTH || value.chars().anyMatch((c) -> c < ' ' || c > '~')) {
			throw new SignatureException(Reason.MALFORMED, "the header " + header + " is malformed");
		}
		return value;
	}

	private void checkFreshness(String timestamp) {
		Duration age;
		try {
			age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), this.clock.instant()).abs();
		}
		catch (NumberFormatException | DateTimeException | ArithmeticException ex) {
			throw new SignatureException(Reason.MALFORMED, "the header " + SignedMessage.TIMESTAMP + " is malformed");
		}
		if (age.compareTo(TOLERANCE) > 0) {
			throw new SignatureException(Reason.STALE, "its timestamp is " + age.toSeconds()
					+ " seconds away from this machine's clock, more than five minutes");
		}
	}

	private static byte[] decode(String signature) {
		if (signature.startsWith(PROBE_PREFIX)) {
			throw new SignatureException(Reason.PROBE, "it is WeChat Pay's signature probe");
		}
		try {
			return Base64.getDecoder().decode(signature);
		}
		catch (IllegalArgumentException ex) {
			throw new SignatureException(Reason.MALFORMED, "the header " + SignedMessage.SIGNATURE + " is not Base64");
		}
	}

	/** Whoever forges a message chooses it: only what looks like an id is repeated. */
	private static String describe(String serial) {
		return KEY_ID.matcher(serial).matches() ? serial : "which has no known form";
	}

}
