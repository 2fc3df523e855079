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
import java.security.Key;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.util.Base64;
import java.util.Objects;

import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;

import io.github.wechatpay4j.DecryptionException;
import org.jspecify.annotations.Nullable;

/**
 * RSA-OAEP with SHA-1 as both digests, which is what the protocol asks for.
 */
final class RsaFieldCipher implements FieldEncryptor, FieldDecryptor {

	private static final OAEPParameterSpec OAEP = new OAEPParameterSpec("SHA-1", "MGF1", MGF1ParameterSpec.SHA1,
			PSource.PSpecified.DEFAULT);

	private final @Nullable PublicKey publicKey;

	private final @Nullable PrivateKey privateKey;

	RsaFieldCipher(@Nullable PublicKey publicKey, @Nullable PrivateKey privateKey) {
		this.publicKey = publicKey;
		this.privateKey = privateKey;
	}

	@Override
	public String encrypt(String plainText) {
		byte[] bytes = plainText.getBytes(StandardCharsets.UTF_8);
		try {
			byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, Objects.requireNonNull(this.publicKey)).doFinal(bytes);
			return Base64.getEncoder().encodeToString(encrypted);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalArgumentException("A sensitive field of " + bytes.length
					+ " bytes is too long to be encrypted: 2048-bit keys take at most 214 bytes of UTF-8", ex);
		}
	}

	@Override
	public String decrypt(String cipherText) {
		try {
			byte[] encrypted = Base64.getDecoder().decode(cipherText);
			byte[] decrypted = cipher(Cipher.DECRYPT_MODE, Objects.requireNonNull(this.privateKey)).doFinal(encrypted);
			return new String(decrypted, StandardCharsets.UTF_8);
		}
		catch (GeneralSecurityException | IllegalArgumentException ex) {
			throw new DecryptionException("A sensitive field was changed, or encrypted for another merchant key");
		}
	}

	private static Cipher cipher(int mode, Key key) throws GeneralSecurityException {
		Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPWithSHA-1AndMGF1Padding");
		cipher.init(mode, key, OAEP);
		return cipher;
	}

}
