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
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

import io.github.wechatpay4j.DecryptionException;
import io.github.wechatpay4j.KeyMaterialException;
import io.github.wechatpay4j.crypto.Pem;
import io.github.wechatpay4j.merchant.Credentials;
import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.trust.PlatformKey;
import io.github.wechatpay4j.trust.Trust;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * The platform's key that is kept with a notification, so that the notification can be
 * verified when the platform has long had another one: after a certificate has ended,
 * after the change from certificates to the public key, and whatever this node knows.
 * Encrypted under the merchant's APIv3 key, as platform certificates are on their way:
 * who can write to where notifications are kept, but does not know that key, cannot pass
 * off a key of their own.
 */
final class KeptPlatformKey {

	private static final Logger logger = LoggerFactory.getLogger(KeptPlatformKey.class);

	private static final SecureRandom random = new SecureRandom();

	private static final int NONCE_BYTES = 12;

	/**
	 * The platform's nonces are ASCII: what begins with this bit never repeats one.
	 */
	private static final byte NOT_ASCII = (byte) 0x80;

	private KeptPlatformKey() {
	}

	/** Nothing where the APIv3 key is somewhere that does not encrypt. */
	static @Nullable String seal(PlatformKey key, Credentials credentials) {
		byte[] nonce = new byte[NONCE_BYTES];
		random.nextBytes(nonce);
		nonce[0] |= NOT_ASCII;
		try {
			byte[] cipherText = credentials.aead()
				.encrypt(nonce, purpose(key.id(), credentials), key.publicKey().getEncoded());
			byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + cipherText.length);
			System.arraycopy(cipherText, 0, all, NONCE_BYTES, cipherText.length);
			return Base64.getEncoder().encodeToString(all);
		}
		catch (RuntimeException ex) {
			logger.warn(
					"A notification is kept without the platform's key {}, and can be verified only as long as that"
							+ " is known: the APIv3 key of merchant {} encrypts nothing ({})",
					key.id(), credentials.mchid(), ex.getClass().getName());
			return null;
		}
	}

	/**
	 * What is trusted for a notification that was kept: what the merchant trusts or
	 * trusted, and the key that was kept with it.
	 */
	static Trust trust(SealedNotification sealed, Merchant merchant) {
		return new KeptTrust(sealed.header(SealedNotification.PLATFORM_KEY), merchant);
	}

	private static @Nullable PlatformKey open(String sealed, String id, Credentials credentials) {
		try {
			byte[] all = Base64.getDecoder().decode(sealed);
			byte[] encoded = credentials.decrypt(Arrays.copyOf(all, NONCE_BYTES), purpose(id, credentials),
					Arrays.copyOfRange(all, Math.min(NONCE_BYTES, all.length), all.length));
			PublicKey key = Pem.publicKey("-----BEGIN PUBLIC KEY-----\n"
					+ Base64.getMimeEncoder().encodeToString(encoded) + "\n-----END PUBLIC KEY-----\n");
			return PlatformKey.ofPublicKey(id, key, credentials.suite());
		}
		catch (DecryptionException | KeyMaterialException | IllegalArgumentException ex) {
			// Changed where it was kept, or sealed under an APIv3 key from long ago
			return null;
		}
	}

	private static byte[] purpose(String id, Credentials credentials) {
		return ("wechatpay4j platform key " + credentials.mchid() + " " + id).getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * Trust for one notification.
	 *
	 * @param sealed the key that was kept with it
	 * @param merchant the merchant whose address it came to
	 */
	private record KeptTrust(@Nullable String sealed, Merchant merchant) implements Trust {

		@Override
		public Mono<PlatformKey> find(String id) {
			PlatformKey known = this.merchant.trust().findFormer(id);
			if (known == null && this.sealed != null) {
				known = open(this.sealed, id, this.merchant.credentials());
			}
			return (known != null) ? Mono.just(known) : this.merchant.trust().find(id);
		}

		@Override
		public Mono<PlatformKey> current() {
			return this.merchant.trust().current();
		}

	}

}
