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

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

import io.github.wechatpay4j.DecryptionException;
import io.github.wechatpay4j.KeyMaterialException;
import io.github.wechatpay4j.NotificationRejectedException;
import io.github.wechatpay4j.NotificationRejectedException.Reason;
import io.github.wechatpay4j.SignatureException;
import io.github.wechatpay4j.WechatPayException;
import io.github.wechatpay4j.json.UnreadableJsonException;
import io.github.wechatpay4j.json.WechatPayJson;
import io.github.wechatpay4j.merchant.Credentials;
import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.trust.PlatformKey;
import io.github.wechatpay4j.trust.SignatureVerifier;
import io.github.wechatpay4j.trust.Trust;
import io.github.wechatpay4j.trust.TrustListener;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * Turns what came over HTTP into a {@link VerifiedNotification} or refuses it, in a fixed
 * order that no setting changes: headers, timestamp, key, signature, decryption,
 * merchant. Safe for use by many threads.
 */
public final class NotificationVerifier {

	private static final List<String> MERCHANT_FIELDS = List.of("mchid", "sp_mchid", "combine_mchid", "mch_id");

	private final SignatureVerifier signatures;

	private final WechatPayJson json;

	/**
	 * Creates a verifier.
	 * @param clock tells the time
	 */
	public NotificationVerifier(Clock clock) {
		this(clock, TrustListener.none());
	}

	/**
	 * Creates a verifier that tells which platform keys are in use.
	 * @param clock tells the time
	 * @param listener is told of every notification whose signature is good
	 */
	public NotificationVerifier(Clock clock, TrustListener listener) {
		this(clock, listener, new WechatPayJson());
	}

	/**
	 * Creates a verifier with all there is to choose.
	 * @param clock tells the time
	 * @param listener is told of every notification whose signature is good
	 * @param json reads notifications
	 */
	public NotificationVerifier(Clock clock, TrustListener listener, WechatPayJson json) {
		this.json = Objects.requireNonNull(json, "json");
		this.signatures = new SignatureVerifier(clock, listener);
	}

	/**
	 * Verifies and decrypts a notification. May wait for platform certificates to be
	 * downloaded, so it is not for event loops.
	 * @param received what came over HTTP
	 * @param merchant the merchant whose address it came to
	 * @return the notification
	 * @throws NotificationRejectedException if it is not to be believed
	 */
	public VerifiedNotification verify(ReceivedNotification received, Merchant merchant) {
		return verify(received, merchant, NotificationProgress.none());
	}

	/**
	 * Verifies and decrypts a notification, and tells of it. May wait for platform
	 * certificates to be downloaded, so it is not for event loops.
	 * @param received what came over HTTP
	 * @param merchant the merchant whose address it came to
	 * @param progress is told of the stages
	 * @return the notification
	 * @throws NotificationRejectedException if it is not to be believed
	 */
	public VerifiedNotification verify(ReceivedNotification received, Merchant merchant,
			NotificationProgress progress) {
		PlatformKey key = checkSignature(received, () -> this.signatures.verify(received.message(), merchant.trust()),
				Reason.SIGNATURE);
		return open(received, key, merchant, progress);
	}

	/**
	 * Verifies and decrypts a notification that was kept since it came, like any other
	 * but for its age: the key that verified it then was kept with it, and may have been
	 * replaced meanwhile.
	 * @param sealed what was kept
	 * @param merchant the merchant whose address it came to
	 * @param progress is told of the stages
	 * @return the notification
	 * @throws NotificationRejectedException if it is not to be believed; with
	 * {@link Reason#KEYS_UNAVAILABLE} if its key is not known here
	 */
	public VerifiedNotification verifyAgain(SealedNotification sealed, Merchant merchant,
			NotificationProgress progress) {
		ReceivedNotification received = sealed.received();
		// Whoever took it in knew its key: while keys change, this node may learn of it
		// later
		Trust trust = KeptPlatformKey.trust(sealed, merchant);
		PlatformKey key = checkSignature(received, () -> this.signatures.verifyOfAnyAge(received.message(), trust),
				Reason.KEYS_UNAVAILABLE);
		return open(received, key, merchant, progress);
	}

	private VerifiedNotification open(ReceivedNotification received, PlatformKey key, Merchant merchant,
			NotificationProgress progress) {
		progress.verified();
		try {
			Credentials credentials = merchant.credentials();
			Envelope envelope = this.json.read(received.body(), Envelope.class, credentials.decryptor());
			envelope.requiredId();
			envelope.requiredEventType();
			byte[] plain = envelope.requiredResource().open(credentials);
			JsonNode resource = this.json.readTree(plain);
			checkMerchant(resource, merchant);
			VerifiedNotification verified = new VerifiedNotification(merchant, received, key, envelope,
					new String(plain, StandardCharsets.UTF_8), resource, this.json);
			progress.decrypted(verified);
			return verified;
		}
		catch (UnreadableJsonException ex) {
			throw new NotificationRejectedException(Reason.MALFORMED, String.valueOf(ex.getMessage()));
		}
		catch (KeyMaterialException ex) {
			// The JVM refuses the key: nothing is wrong with the notification
			throw new NotificationRejectedException(Reason.KEYS_UNAVAILABLE, String.valueOf(ex.getMessage()));
		}
		catch (DecryptionException ex) {
			throw new NotificationRejectedException(Reason.DECRYPTION, String.valueOf(ex.getMessage()));
		}
	}

	private static PlatformKey checkSignature(ReceivedNotification received, Supplier<Mono<PlatformKey>> check,
			Reason unknownKey) {
		try {
			return Objects.requireNonNull(check.get().block(), "a check ends with a key or an exception");
		}
		catch (SignatureException ex) {
			throw rejection(ex, received, unknownKey);
		}
		catch (WechatPayException ex) {
			throw new NotificationRejectedException(Reason.KEYS_UNAVAILABLE,
					"the platform certificates cannot be downloaded: " + ex.getMessage());
		}
	}

	/**
	 * A body that a filter has changed looks like a forged one, and is mended elsewhere.
	 */
	private static NotificationRejectedException rejection(SignatureException ex, ReceivedNotification received,
			Reason unknownKey) {
		String change = (ex.reason() == SignatureException.Reason.MISMATCH) ? received.change() : null;
		if (change == null) {
			return new NotificationRejectedException(reason(ex, unknownKey), String.valueOf(ex.getMessage()));
		}
		return new NotificationRejectedException(Reason.BODY_CHANGED,
				ex.getMessage() + ": " + change
						+ ". A filter of this application or a proxy in front of it has read or rewritten the body:"
						+ " let it leave the address of notifications alone");
	}

	private static Reason reason(SignatureException ex, Reason unknownKey) {
		return switch (ex.reason()) {
			case PROBE -> Reason.PROBE;
			case MALFORMED -> Reason.MALFORMED;
			case UNKNOWN_KEY -> unknownKey;
			default -> Reason.SIGNATURE;
		};
	}

	/** Which field names the merchant depends on the product; any of them has to fit. */
	private static void checkMerchant(JsonNode resource, Merchant merchant) {
		List<String> named = MERCHANT_FIELDS.stream()
			.map((field) -> resource.path(field).asString(""))
			.filter((mchid) -> !mchid.isEmpty())
			.toList();
		if (!named.isEmpty() && !named.contains(merchant.mchid())) {
			throw new NotificationRejectedException(Reason.WRONG_MERCHANT,
					"it is about another merchant than '" + merchant.name() + "'");
		}
	}

}
