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

package io.github.wechatpay4j.crypto;

import java.security.PublicKey;

import io.github.wechatpay4j.KeyMaterialException;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the first signature that an RSA key makes: a key whose file was damaged may be
 * read without complaint, and then signs what nobody accepts. Safe for use by many
 * threads.
 */
final class FirstSignature {

	private final @Nullable PublicKey publicKey;

	private volatile boolean good;

	/**
	 * Creates a check.
	 * @param publicKey the other half of the key, {@code null} if it is not known: then
	 * nothing is looked at
	 */
	FirstSignature(@Nullable PublicKey publicKey) {
		this.publicKey = publicKey;
	}

	byte[] check(byte[] message, byte[] signature) {
		if (!this.good && this.publicKey != null) {
			if (!CryptoSuite.rsa().verifier(this.publicKey).verify(message, signature)) {
				throw damaged();
			}
			this.good = true;
		}
		return signature;
	}

	/** The key cannot sign at all; one that is held elsewhere may be so for a moment. */
	RuntimeException failed(Exception failure) {
		return (this.publicKey != null) ? damaged()
				: new IllegalStateException("The merchant's private key cannot sign", failure);
	}

	private static KeyMaterialException damaged() {
		return new KeyMaterialException("The private key is damaged: what it signs does not verify.",
				"Use apiclient_key.pem as downloaded from the merchant platform, byte for byte; compare it with the"
						+ " original, or apply for a new API certificate.");
	}

}
