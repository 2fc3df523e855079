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
import java.security.MessageDigest;
import java.security.Provider;
import java.util.Arrays;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import io.github.wechatpay4j.DecryptionException;

/**
 * SM4-GCM with a 96-bit nonce and a 128-bit tag. SM4 takes 16 bytes of key: the first
 * half of the SM3 hash of the APIv3 key.
 */
final class Sm4GcmAead implements Aead {

	private static final int KEY_BYTES = 16;

	private static final int NONCE_BYTES = 12;

	private static final int TAG_BITS = 128;

	private final SecretKeySpec key;

	private final Provider provider;

	Sm4GcmAead(byte[] key, Provider provider) {
		this.key = new SecretKeySpec(key, "SM4");
		this.provider = provider;
	}

	static Sm4GcmAead of(String apiV3Key, Provider provider) {
		try {
			byte[] hash = MessageDigest.getInstance("SM3", provider).digest(ApiV3Key.bytes(apiV3Key));
			return new Sm4GcmAead(Arrays.copyOf(hash, KEY_BYTES), provider);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("The provider has no SM3", ex);
		}
	}

	@Override
	public byte[] decrypt(byte[] nonce, byte[] associatedData, byte[] cipherText) {
		if (nonce.length != NONCE_BYTES) {
			throw new DecryptionException("The nonce is " + nonce.length + " bytes long instead of " + NONCE_BYTES);
		}
		if (cipherText.length < TAG_BITS / Byte.SIZE) {
			throw new DecryptionException("The ciphertext is too short to hold a tag");
		}
		try {
			return run(Cipher.DECRYPT_MODE, nonce, associatedData, cipherText);
		}
		catch (GeneralSecurityException ex) {
			throw new DecryptionException("The ciphertext was changed, or made with another APIv3 key");
		}
	}

	@Override
	public byte[] encrypt(byte[] nonce, byte[] associatedData, byte[] plainText) {
		try {
			return run(Cipher.ENCRYPT_MODE, nonce, associatedData, plainText);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("SM4-GCM cannot encrypt", ex);
		}
	}

	private byte[] run(int mode, byte[] nonce, byte[] associatedData, byte[] input) throws GeneralSecurityException {
		Cipher cipher = Cipher.getInstance("SM4/GCM/NoPadding", this.provider);
		cipher.init(mode, this.key, new GCMParameterSpec(TAG_BITS, nonce));
		cipher.updateAAD(associatedData);
		return cipher.doFinal(input);
	}

	@Override
	public String toString() {
		return "Aead[SM4-GCM]";
	}

}
