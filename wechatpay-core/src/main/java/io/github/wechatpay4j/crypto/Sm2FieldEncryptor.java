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
import java.security.Provider;
import java.security.PublicKey;
import java.util.Base64;

import javax.crypto.Cipher;

import io.github.wechatpay4j.SendableText;

/**
 * Encrypts sensitive fields with SM2.
 */
final class Sm2FieldEncryptor implements FieldEncryptor {

	/**
	 * Without a mode: C1, C2 and C3 one after the other, in every version of
	 * BouncyCastle.
	 */
	static final String ALGORITHM = "SM2";

	private final PublicKey key;

	private final Provider provider;

	Sm2FieldEncryptor(PublicKey key, Provider provider) {
		this.key = key;
		this.provider = provider;
	}

	@Override
	public String encrypt(String plainText) {
		if (plainText.isEmpty()) {
			throw new IllegalArgumentException(
					"A sensitive field is empty: SM2 cannot encrypt nothing, so leave the field out");
		}
		try {
			Cipher cipher = Cipher.getInstance(ALGORITHM, this.provider);
			cipher.init(Cipher.ENCRYPT_MODE, this.key);
			byte[] encrypted = cipher.doFinal(SendableText.utf8(plainText, "sensitive field"));
			return Base64.getEncoder().encodeToString(Sm2Ciphertext.ofParts(encrypted).toDer());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("The platform's public key cannot encrypt", ex);
		}
	}

}
