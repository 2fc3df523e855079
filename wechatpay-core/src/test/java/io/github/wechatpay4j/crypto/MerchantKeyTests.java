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

import io.github.wechatpay4j.KeyMaterialException;
import io.github.wechatpay4j.testing.TestKeys;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MerchantKeyTests {

	private static final String SERIAL = "5157F09EFDC096DE15EBE81A47057A7232F1B8E1";

	private static final String DOWNLOAD_AGAIN = "Use apiclient_cert.p12 or apiclient_key.pem as downloaded from the merchant platform.";

	private final byte[] pkcs12 = TestKeys.bytes("merchant.p12");

	@Test
	void readsKeyAndSerialNumberFromThePkcs12FileThatOpensslMade() {
		MerchantKey key = MerchantKey.ofPkcs12(this.pkcs12, "1900000001");
		assertThat(key.privateKey()).isEqualTo(TestKeys.privateKey("merchant-pkcs8.pem"));
		assertThat(key.serialNumber()).isEqualTo(SERIAL);
		assertThat(key).hasToString("MerchantKey[" + SERIAL + "]");
	}

	@Test
	void saysWhatThePasswordIsWhenItIsWrong() {
		for (String password : new String[] { "1900000002", "", "密码" }) {
			assertThatExceptionOfType(KeyMaterialException.class)
				.isThrownBy(() -> MerchantKey.ofPkcs12(this.pkcs12, password))
				.withMessage("The password does not open the PKCS#12 file."
						+ " It is the merchant number (mchid) unless it was changed.")
				.withNoCause();
		}
	}

	@Test
	void saysThatSomethingIsNoPkcs12File() {
		byte[] pem = TestKeys.text("merchant-pkcs8.pem").getBytes(StandardCharsets.UTF_8);
		for (byte[] content : new byte[][] { {}, pem, Arrays.copyOf(this.pkcs12, 300) }) {
			assertThatExceptionOfType(KeyMaterialException.class)
				.isThrownBy(() -> MerchantKey.ofPkcs12(content, "1900000001"))
				.withMessage("The content is not a PKCS#12 file. " + DOWNLOAD_AGAIN)
				.withNoCause();
		}
	}

	@Test
	void saysThatAPkcs12FileHoldsNoKey() {
		assertThatExceptionOfType(KeyMaterialException.class)
			.isThrownBy(() -> MerchantKey.ofPkcs12(TestKeys.bytes("certificate-only.p12"), "1900000001"))
			.withMessage("The PKCS#12 file holds no private key with a certificate."
					+ " Use apiclient_cert.p12 as downloaded from the merchant platform.");
	}

	@Test
	void takesTheSerialNumberFromACertificateThatFits() {
		MerchantKey key = MerchantKey.ofPem(TestKeys.text("merchant-pkcs1.pem"));
		assertThat(key.serialNumber()).isNull();
		assertThat(key).hasToString("MerchantKey[no certificate]");
		assertThat(key.withCertificate(TestKeys.certificate("merchant-certificate.pem")).serialNumber())
			.isEqualTo(SERIAL);
	}

	@Test
	void refusesAPairThatDoesNotBelongTogether() {
		MerchantKey key = MerchantKey.ofPem(TestKeys.text("merchant-pkcs8.pem"));
		assertThat(key.isKeyOf(TestKeys.certificate("platform1-certificate.pem"))).isFalse();
		assertThatExceptionOfType(KeyMaterialException.class)
			.isThrownBy(() -> key.withCertificate(TestKeys.certificate("platform1-certificate.pem")))
			.satisfies((ex) -> {
				assertThat(ex.problem()).isEqualTo("The private key and the certificate with serial number"
						+ " 0F0A2B3C4D5E6F708192A3B4C5D6E7F801234567 do not belong together.");
				assertThat(ex.remedy())
					.isEqualTo("Use apiclient_key.pem and apiclient_cert.pem from the same download.");
			});
	}

	@Test
	void keepsTheLeadingZeroOfASerialNumber() {
		assertThat(MerchantKey.serialNumber(TestKeys.certificate("platform1-certificate.pem"))).hasSize(40)
			.startsWith("0F0A");
	}

}
