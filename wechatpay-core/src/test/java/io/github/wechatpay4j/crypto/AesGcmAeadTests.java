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
import java.util.Arrays;
import java.util.Base64;

import io.github.wechatpay4j.DecryptionException;
import io.github.wechatpay4j.KeyMaterialException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AesGcmAeadTests {

	private static final String KEY = "0123456789abcdef0123456789ABCDEF";

	private static final byte[] NONCE = utf8("fdasflkja484");

	private static final byte[] DATA = utf8("transaction");

	private static final String PLAIN = "{\"out_trade_no\":\"1217752501201407033233368018\",\"attach\":\"自定义数据\"}";

	/**
	 * Computed with Python's {@code cryptography} 48:
	 * {@code AESGCM(KEY).encrypt(NONCE, PLAIN, DATA)}.
	 */
	private static final byte[] SEALED = Base64.getDecoder()
		.decode("bz1mQGtugHE+xvD4swlMsg5Dbaj+wmxRF1xlIlP4LZR1s3kCzjv3uvZMnZavLrmD2x1DVS/mSKSc5n6MoDKSN8XUTMPdybMpvUuz"
				+ "P0BkxlkEXf2WpvtwYj2S");

	/** The same with nothing to encrypt and nothing to authenticate: only a tag. */
	private static final byte[] SEALED_NOTHING = Base64.getDecoder().decode("78YZySSM8yrKRwszBF0SGQ==");

	private final Aead aead = CryptoSuite.rsa().aead(KEY);

	@Test
	void opensWhatAnIndependentImplementationSealed() {
		assertThat(new String(this.aead.decrypt(NONCE, DATA, SEALED), StandardCharsets.UTF_8)).isEqualTo(PLAIN);
		assertThat(this.aead.decrypt(NONCE, new byte[0], SEALED_NOTHING)).isEmpty();
	}

	@Test
	void sealsAsAnIndependentImplementationDoes() {
		assertThat(this.aead.encrypt(NONCE, DATA, utf8(PLAIN))).isEqualTo(SEALED);
		assertThat(this.aead.encrypt(NONCE, new byte[0], new byte[0])).isEqualTo(SEALED_NOTHING);
	}

	@Test
	void refusesACiphertextWithAnyByteChanged() {
		for (int i = 0; i < SEALED.length; i++) {
			byte[] changed = SEALED.clone();
			changed[i] ^= 0x40;
			refuses(NONCE, DATA, changed);
		}
	}

	@Test
	void refusesATruncatedCiphertext() {
		for (int length = 0; length < SEALED.length; length++) {
			refuses(NONCE, DATA, Arrays.copyOf(SEALED, length));
		}
		refuses(NONCE, DATA, Arrays.copyOf(SEALED, SEALED.length + 1));
	}

	@Test
	void refusesAnotherNonceOrOtherAssociatedData() {
		refuses(utf8("fdasflkja485"), DATA, SEALED);
		refuses(NONCE, utf8("transactioN"), SEALED);
		refuses(NONCE, new byte[0], SEALED);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 11, 13, 16 })
	void refusesANonceThatIsNotTwelveBytesLong(int length) {
		assertThatExceptionOfType(DecryptionException.class)
			.isThrownBy(() -> this.aead.decrypt(new byte[length], DATA, SEALED))
			.withMessage("The nonce is " + length + " bytes long instead of 12");
	}

	@Test
	void refusesAnotherKeyWithoutShowingEither() {
		Aead other = CryptoSuite.rsa().aead("X123456789abcdef0123456789ABCDEF");
		assertThatExceptionOfType(DecryptionException.class).isThrownBy(() -> other.decrypt(NONCE, DATA, SEALED))
			.withMessage("The ciphertext was changed, or made with another APIv3 key")
			.withNoCause();
		assertThat(this.aead).hasToString("Aead[AES-256-GCM]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "0123456789abcdef0123456789ABCDE", "0123456789abcdef0123456789ABCDEF0",
			"0123456789abcdef0123456789ABCDEF\n", "0123456789abcdef0123456789ABCDE中" })
	void refusesAnApiV3KeyThatIsNot32BytesLong(String key) {
		assertThatExceptionOfType(KeyMaterialException.class).isThrownBy(() -> CryptoSuite.rsa().aead(key))
			.satisfies((ex) -> {
				assertThat(ex.problem())
					.isEqualTo("The APIv3 key is " + utf8(key).length + " bytes long instead of 32.");
				assertThat(ex.remedy()).contains("32 characters", "Account Center > API Security > APIv3 key",
						"not the APIv2 key");
				assertThat(ex.getMessage()).isEqualTo(ex.problem() + " " + ex.remedy()).doesNotContain("456789abc");
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "0123456789abcdef0123456789ABCÄ9", "0123456789abcdef0123456789ABC中",
			"0123456789abcdef 123456789ABCDEF" })
	void refusesAnApiV3KeyOf32BytesWithCharactersThatNoKeyHas(String key) {
		String padded = key + "0".repeat(32 - utf8(key).length);
		assertThatExceptionOfType(KeyMaterialException.class).isThrownBy(() -> CryptoSuite.rsa().aead(padded))
			.withMessageStartingWith("The APIv3 key holds blanks or characters that are not ASCII.")
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("456789"));
	}

	private void refuses(byte[] nonce, byte[] data, byte[] cipherText) {
		assertThatExceptionOfType(DecryptionException.class)
			.isThrownBy(() -> this.aead.decrypt(nonce, data, cipherText));
	}

	private static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
