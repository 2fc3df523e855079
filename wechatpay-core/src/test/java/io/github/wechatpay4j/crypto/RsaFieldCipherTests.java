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
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.MGF1ParameterSpec;
import java.util.Base64;

import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;

import io.github.wechatpay4j.DecryptionException;
import io.github.wechatpay4j.KeyMaterialException;
import io.github.wechatpay4j.testing.TestKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class RsaFieldCipherTests {

	private final FieldEncryptor encryptor = CryptoSuite.rsa().encryptor(TestKeys.MERCHANT.getPublic());

	private final FieldDecryptor decryptor = CryptoSuite.rsa().decryptor(TestKeys.MERCHANT.getPrivate());

	@ParameterizedTest
	@ValueSource(strings = { "", "张三", "+86 13800138000" })
	void decryptsWhatItEncrypts(String text) {
		assertThat(this.decryptor.decrypt(this.encryptor.encrypt(text))).isEqualTo(text);
	}

	@Test
	void encryptsTheSameTextDifferentlyEachTime() {
		assertThat(this.encryptor.encrypt("张三")).hasSize(344).isNotEqualTo(this.encryptor.encrypt("张三"));
	}

	@Test
	void takes214BytesAndNoMore() {
		String longest = "中".repeat(71) + "x";
		assertThat(longest.getBytes(StandardCharsets.UTF_8)).hasSize(214);
		assertThat(this.decryptor.decrypt(this.encryptor.encrypt(longest))).isEqualTo(longest);
		assertThatIllegalArgumentException().isThrownBy(() -> this.encryptor.encrypt(longest + "y"))
			.withMessage("A sensitive field of 215 bytes is too long to be encrypted:"
					+ " 2048-bit keys take at most 214 bytes of UTF-8");
	}

	@Test
	void refusesOaepWithSha256() throws Exception {
		assertThat(oaep("SHA-1", MGF1ParameterSpec.SHA1))
			.satisfies((cipherText) -> assertThat(this.decryptor.decrypt(cipherText)).isEqualTo("Zhang San"));
		refuses(oaep("SHA-256", MGF1ParameterSpec.SHA256));
		refuses(oaep("SHA-1", MGF1ParameterSpec.SHA256));
		refuses(oaep("SHA-256", MGF1ParameterSpec.SHA1));
	}

	@Test
	void refusesWhatWasChangedTruncatedOrMadeForAnotherKey() {
		String cipherText = this.encryptor.encrypt("Zhang San");
		byte[] bytes = Base64.getDecoder().decode(cipherText);
		bytes[100] ^= 1;
		refuses(Base64.getEncoder().encodeToString(bytes));
		refuses(cipherText.substring(0, 340));
		refuses(cipherText + cipherText);
		refuses("not Base64!");
		refuses("Zhang San");
		refuses(CryptoSuite.rsa().encryptor(TestKeys.STRANGER.getPublic()).encrypt("Zhang San"));
	}

	@Test
	void refusesKeysThatAreTooShort() {
		String pem = TestKeys.text("rsa1024.pem");
		assertThatExceptionOfType(KeyMaterialException.class)
			.isThrownBy(() -> CryptoSuite.rsa().signer("1", Pem.privateKey(pem)))
			.withMessage("The RSA key has only 1024 bits. WeChat Pay uses keys of 2048 bits: this is another key.");
		assertThatExceptionOfType(KeyMaterialException.class)
			.isThrownBy(() -> CryptoSuite.rsa().verifier(Pem.publicKey(TestKeys.text("rsa1024-public.pem"))))
			.withMessageStartingWith("The RSA key has only 1024 bits.");
	}

	@Test
	void refusesKeysOfAnotherKind() throws Exception {
		KeyPair ec = KeyPairGenerator.getInstance("EC").generateKeyPair();
		assertThatExceptionOfType(KeyMaterialException.class)
			.isThrownBy(() -> CryptoSuite.rsa().verifier(ec.getPublic()))
			.withMessageStartingWith("The key is not an RSA key.");
		assertThatExceptionOfType(KeyMaterialException.class)
			.isThrownBy(() -> CryptoSuite.rsa().signer("1", ec.getPrivate()))
			.withMessageStartingWith("The key is not an RSA key.");
	}

	private void refuses(String cipherText) {
		assertThatExceptionOfType(DecryptionException.class).isThrownBy(() -> this.decryptor.decrypt(cipherText))
			.withMessage("A sensitive field was changed, or encrypted for another merchant key")
			.withNoCause();
	}

	private static String oaep(String digest, MGF1ParameterSpec mgf) throws Exception {
		Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
		cipher.init(Cipher.ENCRYPT_MODE, TestKeys.MERCHANT.getPublic(),
				new OAEPParameterSpec(digest, "MGF1", mgf, PSource.PSpecified.DEFAULT));
		return Base64.getEncoder().encodeToString(cipher.doFinal("Zhang San".getBytes(StandardCharsets.UTF_8)));
	}

}
