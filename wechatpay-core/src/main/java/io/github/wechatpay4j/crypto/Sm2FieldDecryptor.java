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

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.util.Base64;

import javax.crypto.Cipher;

import io.github.wechatpay4j.DecryptionException;

/**
 * Opens what {@link Sm2FieldEncryptor} makes.
 */
final class Sm2FieldDecryptor implements FieldDecryptor {

	private final PrivateKey key;

	private final Provider provider;

	Sm2FieldDecryptor(PrivateKey key, Provider provider) {
		this.key = key;
		this.provider = provider;
	}

	@Override
	public String decrypt(String cipherText) {
		try {
			byte[] parts = Sm2Ciphertext.ofDer(Base64.getDecoder().decode(cipherText)).toParts();
			Cipher cipher = Cipher.getInstance(Sm2FieldEncryptor.ALGORITHM, this.provider);
			cipher.init(Cipher.DECRYPT_MODE, this.key);
			return new String(cipher.doFinal(parts), StandardCharsets.UTF_8);
		}
		catch (GeneralSecurityException | IllegalArgumentException ex) {
			throw new DecryptionException("A sensitive field was changed, or encrypted for another merchant key");
		}
	}

	@Override
	public boolean isBlocking() {
		return false;
	}

}
