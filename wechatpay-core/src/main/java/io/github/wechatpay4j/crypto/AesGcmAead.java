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
import java.security.InvalidKeyException;
import java.util.concurrent.CompletableFuture;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import io.github.wechatpay4j.DecryptionException;
import io.github.wechatpay4j.KeyMaterialException;
import io.github.wechatpay4j.crypto.provider.CryptoEngine;

/**
 * AES-256-GCM with a 96-bit nonce and a 128-bit tag.
 */
final class AesGcmAead implements Aead {

	private static final int NONCE_BYTES = 12;

	private static final int TAG_BITS = 128;

	private final SecretKeySpec key;

	private final CompletableFuture<CryptoEngine> engine;

	private final Prepared<CipherPool> decrypting;

	AesGcmAead(String apiV3Key, CompletableFuture<CryptoEngine> engine) {
		this.key = new SecretKeySpec(ApiV3Key.bytes(apiV3Key), "AES");
		this.engine = engine;
		this.decrypting = Prepared.with(engine, CipherPool::new);
	}

	@Override
	public byte[] decrypt(byte[] nonce, byte[] associatedData, byte[] cipherText) {
		if (nonce.length != NONCE_BYTES) {
			throw new DecryptionException("The nonce is " + nonce.length + " bytes long instead of " + NONCE_BYTES);
		}
		if (cipherText.length < TAG_BITS / Byte.SIZE) {
			// The JDK has several exceptions for this, among them unchecked ones
			throw new DecryptionException("The ciphertext is too short to hold a tag");
		}
		try {
			return this.decrypting.get()
				.run((cipher) -> run(cipher, Cipher.DECRYPT_MODE, nonce, associatedData, cipherText));
		}
		catch (InvalidKeyException ex) {
			throw unusable(ex);
		}
		catch (GeneralSecurityException ex) {
			throw new DecryptionException("The ciphertext was changed, or made with another APIv3 key");
		}
	}

	@Override
	public byte[] encrypt(byte[] nonce, byte[] associatedData, byte[] plainText) {
		try {
			// A cipher of its own: one that is used again refuses the nonce it had before
			return run(this.engine.getNow(CryptoEngine.jdk()).aesGcm(), Cipher.ENCRYPT_MODE, nonce, associatedData,
					plainText);
		}
		catch (InvalidKeyException ex) {
			throw unusable(ex);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("AES-GCM is not usable on this JVM", ex);
		}
	}

	/** The key is right, but this JVM does not take keys of its length. */
	private static KeyMaterialException unusable(InvalidKeyException ex) {
		return new KeyMaterialException(
				"This JVM does not allow AES with keys of 256 bits, as the APIv3 key is (" + ex.getMessage() + ").",
				"Set crypto.policy=unlimited in conf/security/java.security of the Java installation, or in the file that"
						+ " the system property java.security.properties names. The APIv3 key itself is not the"
						+ " problem.");
	}

	private byte[] run(Cipher cipher, int mode, byte[] nonce, byte[] associatedData, byte[] input)
			throws GeneralSecurityException {
		cipher.init(mode, this.key, new GCMParameterSpec(TAG_BITS, nonce));
		cipher.updateAAD(associatedData);
		return cipher.doFinal(input);
	}

	@Override
	public String toString() {
		return "Aead[AES-256-GCM]";
	}

}
