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

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;

import javax.crypto.Cipher;

import io.github.wechatpay4j.SendableText;
import io.github.wechatpay4j.crypto.provider.CryptoEngine;

/**
 * Encrypts with RSA-OAEP.
 */
final class RsaFieldEncryptor implements FieldEncryptor {

	private final Prepared<EngineKey<PublicKey>> key;

	RsaFieldEncryptor(PublicKey key, CompletableFuture<CryptoEngine> engine) {
		this.key = EngineKey.of(engine, key, PublicKey.class);
	}

	@Override
	public String encrypt(String plainText) {
		byte[] bytes = SendableText.utf8(plainText, "sensitive field");
		try {
			byte[] encrypted = RsaOaep.cipher(Cipher.ENCRYPT_MODE, this.key.get()).doFinal(bytes);
			return Base64.getEncoder().encodeToString(encrypted);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalArgumentException("A sensitive field of " + bytes.length
					+ " bytes is too long to be encrypted: 2048-bit keys take at most 214 bytes of UTF-8", ex);
		}
	}

}
