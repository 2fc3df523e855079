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

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Random;

import io.github.wechatpay4j.KeyMaterialException;
import io.github.wechatpay4j.testing.TestKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Private keys that are read without complaint but are not what they were.
 */
class DamagedPrivateKeyTests {

	private static final byte[] MESSAGE = "message".getBytes(StandardCharsets.US_ASCII);

	private static final RSAPrivateCrtKey KEY = (RSAPrivateCrtKey) TestKeys.MERCHANT.getPrivate();

	/** Which numbers the JDK signs with; the private exponent is not one of them. */
	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 3, 4, 5, 6, 7 })
	void areNoticedAtTheFirstSignature(int number) throws GeneralSecurityException {
		PrivateKey damaged = damaged(number);
		assertThatExceptionOfType(KeyMaterialException.class)
			.isThrownBy(() -> CryptoSuite.rsa().signer("1B", damaged).sign(MESSAGE))
			.withMessageContaining("The private key is damaged")
			.withMessageContaining("apiclient_key.pem");
	}

	@Test
	void signNothingThatDoesNotVerifyWhereverTheFileWasDamaged() {
		byte[] encoded = KEY.getEncoded();
		Random random = new Random(10);
		int noticed = 0;
		for (int i = 0; i < 150; i++) {
			byte[] changed = encoded.clone();
			changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
			try {
				MerchantKey read = MerchantKey.ofPem("-----BEGIN PRIVATE KEY-----\n"
						+ Base64.getMimeEncoder().encodeToString(changed) + "\n-----END PRIVATE KEY-----\n");
				byte[] signature = CryptoSuite.rsa().signer("1B", read.privateKey()).sign(MESSAGE);
				assertThat(CryptoSuite.rsa().verifier(TestKeys.MERCHANT.getPublic()).verify(MESSAGE, signature))
					.as("what was changed has no effect")
					.isTrue();
			}
			catch (KeyMaterialException ex) {
				noticed++;
			}
		}
		assertThat(noticed).isGreaterThan(100);
	}

	@Test
	void areLookedAtOnceEach() {
		Signer signer = CryptoSuite.rsa().signer("1B", KEY);
		for (int i = 0; i < 3; i++) {
			assertThat(CryptoSuite.rsa().verifier(TestKeys.MERCHANT.getPublic()).verify(MESSAGE, signer.sign(MESSAGE)))
				.isTrue();
		}
	}

	private static PrivateKey damaged(int number) throws GeneralSecurityException {
		BigInteger[] numbers = List
			.of(KEY.getModulus(), KEY.getPublicExponent(), KEY.getPrivateExponent(), KEY.getPrimeP(), KEY.getPrimeQ(),
					KEY.getPrimeExponentP(), KEY.getPrimeExponentQ(), KEY.getCrtCoefficient())
			.toArray(BigInteger[]::new);
		numbers[number] = numbers[number].flipBit(4);
		return KeyFactory.getInstance("RSA")
			.generatePrivate(new RSAPrivateCrtKeySpec(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4],
					numbers[5], numbers[6], numbers[7]));
	}

}
