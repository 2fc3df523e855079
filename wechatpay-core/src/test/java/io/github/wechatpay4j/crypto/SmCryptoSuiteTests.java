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

import java.security.KeyPair;
import java.security.Security;

import io.github.wechatpay4j.KeyMaterialException;
import io.github.wechatpay4j.testing.SmTestKeys;
import io.github.wechatpay4j.testing.TestKeys;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * The SM suite does what every suite has to.
 */
class SmCryptoSuiteTests extends CryptoSuiteContract {

	private static final KeyPair KEYS = SmTestKeys.generate();

	@Override
	CryptoSuite suite() {
		return CryptoSuite.sm();
	}

	@Override
	KeyPair keys() {
		return KEYS;
	}

	@Override
	KeyPair strangersKeys() {
		return SmTestKeys.STRANGER;
	}

	@Override
	KeyPair unfitKeys() {
		return TestKeys.MERCHANT;
	}

	@Override
	int longestField() {
		return 10_000;
	}

	@Test
	void namesItsAlgorithmsAsTheProtocolDoes() {
		assertThat(suite().scheme()).isEqualTo("WECHATPAY2-SM2-WITH-SM3");
		assertThat(suite().aeadAlgorithm()).isEqualTo("AEAD_SM4_GCM");
		assertThat(suite().certificateAlgorithm()).isEqualTo("SM2");
	}

	@Test
	void saysThatPayersDevicesDoNotKnowItsSignatures() {
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> suite().signType())
			.withMessageContaining("know no signature but RSA")
			.withMessageContaining("further merchant with the same mchid");
	}

	@Test
	void refusesAnEmptyFieldWhichTheAlgorithmCannotEncrypt() {
		FieldEncryptor encryptor = suite().encryptor(KEYS.getPublic());
		assertThatIllegalArgumentException().isThrownBy(() -> encryptor.encrypt(""))
			.withMessageContaining("leave the field out");
	}

	@Test
	void saysWhichSuiteAnotherKeyIsFor() {
		assertThatExceptionOfType(KeyMaterialException.class)
			.isThrownBy(() -> suite().signer("1", TestKeys.MERCHANT.getPrivate()))
			.withMessageStartingWith("The key is not an SM2 key.")
			.withMessageContaining("wechatpay.crypto-suite: rsa");
		assertThatExceptionOfType(KeyMaterialException.class)
			.isThrownBy(() -> suite().verifier(TestKeys.certificate("ec-certificate.pem").getPublicKey()))
			.withMessageStartingWith("The key is not an SM2 key.");
	}

	@Test
	void installsNoProvider() {
		assertThat(suite()).isNotNull();
		assertThat(Security.getProvider("BC")).isNull();
	}

}
