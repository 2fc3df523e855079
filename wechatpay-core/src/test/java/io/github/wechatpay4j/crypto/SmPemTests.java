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

import java.security.cert.X509Certificate;

import io.github.wechatpay4j.KeyMaterialException;
import io.github.wechatpay4j.testing.SmTestKeys;
import io.github.wechatpay4j.testing.TestKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * SM2 keys and certificates as openssl writes them.
 */
class SmPemTests {

	private final MerchantKey key = MerchantKey.ofPem(TestKeys.text("sm2-merchant-pkcs8.pem"));

	@ParameterizedTest
	@ValueSource(strings = { "sm2-merchant-pkcs8.pem", "sm2-merchant-sec1.pem" })
	void readsPrivateKeysInBothForms(String file) {
		String pem = TestKeys.text(file);
		assertThat(Pem.privateKey(pem)).isEqualTo(this.key.privateKey());
		assertThat(Pem.privateKey(pem.replace("SM2 PRIVATE", "EC PRIVATE"))).isEqualTo(this.key.privateKey());
		assertThat(Pem.privateKey(pem.replace("\n", "\\n"))).isEqualTo(this.key.privateKey());
	}

	@Test
	void readsPublicKeys() {
		assertThat(Pem.publicKey(TestKeys.text("sm2-platform-public.pem")).getEncoded())
			.isEqualTo(SmTestKeys.platformPublic().getEncoded());
	}

	@Test
	void readsCertificates() {
		X509Certificate certificate = Pem.certificate(TestKeys.text("sm2-merchant-certificate.pem"));
		assertThat(MerchantKey.serialNumber(certificate)).isEqualTo(SmTestKeys.MERCHANT_SERIAL);
		assertThat(this.key.withCertificate(certificate).serialNumber()).isEqualTo(SmTestKeys.MERCHANT_SERIAL);
	}

	@Test
	void refusesAPairThatDoesNotBelongTogether() {
		X509Certificate other = Pem.certificate(TestKeys.text("sm2-platform-certificate.pem"));
		assertThat(this.key.isKeyOf(other)).isFalse();
		assertThat(this.key.isKeyOf(SmTestKeys.platformPublic())).isFalse();
		assertThat(this.key.isKeyOf(TestKeys.certificate("merchant-certificate.pem"))).isFalse();
		assertThat(MerchantKey.ofPem(TestKeys.text("merchant-pkcs8.pem")).isKeyOf(other)).isFalse();
		assertThatExceptionOfType(KeyMaterialException.class).isThrownBy(() -> this.key.withCertificate(other))
			.withMessageContaining(SmTestKeys.PLATFORM_SERIAL + " do not belong together.");
	}

	@Test
	void explainsDamage() {
		String privateKey = TestKeys.text("sm2-merchant-pkcs8.pem");
		assertThatExceptionOfType(KeyMaterialException.class)
			.isThrownBy(() -> Pem.privateKey(privateKey.replace("YItB", "YIAA")))
			.satisfies((ex) -> assertThat(ex.problem()).contains("damaged"));
		String publicKey = TestKeys.text("sm2-platform-public.pem");
		String base64 = TestKeys.base64("sm2-platform-public.pem");
		assertThatExceptionOfType(KeyMaterialException.class)
			.isThrownBy(() -> Pem.publicKey(publicKey.replace(base64.substring(64), base64.substring(64, 100))))
			.satisfies((ex) -> assertThat(ex.problem()).contains("damaged"));
		String certificate = TestKeys.base64("sm2-merchant-certificate.pem");
		assertThatExceptionOfType(KeyMaterialException.class)
			.isThrownBy(() -> Pem.certificate("-----BEGIN CERTIFICATE-----"
					+ certificate.substring(0, 4 * (certificate.length() / 5)) + "-----END CERTIFICATE-----"))
			.satisfies((ex) -> assertThat(ex.problem()).isEqualTo("The certificate is damaged."));
	}

	@Test
	void refusesAPublicKeyThatIsNoPointOfTheCurve() {
		String pem = TestKeys.text("sm2-platform-public.pem").strip();
		int last = pem.indexOf("=");
		char other = (pem.charAt(last - 3) == 'A') ? 'B' : 'A';
		String changed = pem.substring(0, last - 3) + other + pem.substring(last - 2);
		assertThatExceptionOfType(KeyMaterialException.class).isThrownBy(() -> Pem.publicKey(changed));
	}

}
