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
import java.util.HexFormat;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Test case 16 of McGrew and Viega, "The Galois/Counter Mode of Operation": AES-256, a
 * 96-bit nonce and associated data. An APIv3 key is text and cannot be this key, so the
 * JDK's cipher is held against the vector, and core's against the JDK's.
 */
class GcmVectorTests {

	private static final byte[] NONCE = hex("cafebabefacedbaddecaf888");

	private static final byte[] DATA = hex("feedfacedeadbeeffeedfacedeadbeefabaddad2");

	private static final byte[] PLAIN = hex("d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
			+ "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39");

	@Test
	void usesACipherThatGivesThePublishedAnswer() throws Exception {
		byte[] key = hex("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308");
		assertThat(encrypt(key)).isEqualTo(hex("522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
				+ "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662" + "76fc6ece0f4e1768cddf8853bb2d551b"));
	}

	@Test
	void addsNothingToThatCipher() throws Exception {
		String key = "0123456789abcdef0123456789ABCDEF";
		byte[] sealed = CryptoSuite.rsa().aead(key).encrypt(NONCE, DATA, PLAIN);
		assertThat(sealed).isEqualTo(encrypt(key.getBytes(StandardCharsets.US_ASCII)));
		assertThat(CryptoSuite.rsa().aead(key).decrypt(NONCE, DATA, sealed)).isEqualTo(PLAIN);
	}

	private static byte[] encrypt(byte[] key) throws Exception {
		Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
		cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, NONCE));
		cipher.updateAAD(DATA);
		return cipher.doFinal(PLAIN);
	}

	private static byte[] hex(String text) {
		return HexFormat.of().parseHex(text);
	}

}
