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

import java.security.PrivateKey;
import java.util.Base64;
import java.util.function.Function;
import java.util.stream.Stream;

import io.github.wechatpay4j.KeyMaterialException;
import io.github.wechatpay4j.testing.TestKeys;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PemTests {

	private static final PrivateKey MERCHANT = TestKeys.privateKey("merchant-pkcs8.pem");

	private static final String PRIVATE_KEY_REMEDY = "Use apiclient_key.pem as downloaded with the merchant's API certificate.";

	@ParameterizedTest
	@ValueSource(strings = { "merchant-pkcs8.pem", "merchant-pkcs1.pem" })
	void readsPrivateKeysInBothForms(String file) {
		assertThat(Pem.privateKey(TestKeys.text(file))).isEqualTo(MERCHANT);
	}

	@ParameterizedTest
	@MethodSource("spellings")
	void readsKeysWhateverBecameOfTheLineBreaks(Function<String, String> spelling) {
		for (String file : new String[] { "merchant-pkcs8.pem", "merchant-pkcs1.pem" }) {
			assertThat(Pem.privateKey(spelling.apply(TestKeys.text(file)))).as(file).isEqualTo(MERCHANT);
		}
		assertThat(Pem.publicKey(spelling.apply(TestKeys.text("merchant-public.pem"))))
			.isEqualTo(TestKeys.certificate("merchant-certificate.pem").getPublicKey());
		assertThat(Pem.certificate(spelling.apply(TestKeys.text("merchant-certificate.pem"))))
			.isEqualTo(TestKeys.certificate("merchant-certificate.pem"));
	}

	static Stream<Function<String, String>> spellings() {
		return Stream.of((pem) -> pem, (pem) -> pem.replace("\n", "\r\n"), (pem) -> pem.replace("\n", ""),
				(pem) -> pem.replace("\n", " "), (pem) -> pem.replace("\n", "\\n"),
				(pem) -> pem.replace("\n", "\\r\\n"), (pem) -> "\ufeff" + pem, (pem) -> "\"" + pem.strip() + "\"",
				(pem) -> "Bag Attributes\n    friendlyName: Tenpay\n" + pem + "\ntrailing text\n");
	}

	@Test
	void readsAKeyThatStandsBesideACertificate() {
		String both = TestKeys.text("merchant-certificate.pem") + TestKeys.text("merchant-pkcs8.pem");
		assertThat(Pem.privateKey(both)).isEqualTo(MERCHANT);
		assertThat(Pem.findCertificate(both)).contains(TestKeys.certificate("merchant-certificate.pem"));
		assertThat(Pem.findCertificate(TestKeys.text("merchant-pkcs8.pem"))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					merchant-certificate.pem           | The content is a certificate instead of a private key.
					platform1-certificate.pem          | The content is a certificate instead of a private key.
					merchant-public.pem                | The content is a public key instead of a private key.
					merchant-public-pkcs1.pem          | The content is a PKCS#1 public key instead of a private key.
					ec.pem                             | The content is an elliptic-curve private key instead of an RSA private key.
					ec-pkcs8.pem                       | The private key is damaged or not an RSA key.
					""")
	void explainsWhatStandsInThePlaceOfAPrivateKey(String file, String problem) {
		refuses(() -> Pem.privateKey(TestKeys.text(file)), problem, PRIVATE_KEY_REMEDY, file);
	}

	@ParameterizedTest
	@ValueSource(strings = { "merchant-encrypted.pem", "merchant-encrypted-traditional.pem" })
	void saysHowToDecryptAnEncryptedPrivateKey(String file) {
		refuses(() -> Pem.privateKey(TestKeys.text(file)), "The private key is encrypted.",
				"Decrypt it first: openssl pkey -in apiclient_key.pem -out plain.pem", file);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			merchant-certificate.pem  | The content is a certificate instead of a public key.
			merchant-pkcs8.pem        | The content is a private key instead of a public key.
			merchant-pkcs1.pem        | The content is a private key instead of a public key.
			merchant-encrypted.pem    | The content is a private key instead of a public key.
			ec-public.pem             | The public key is damaged or not an RSA key.
			merchant-public-pkcs1.pem | The content is a PKCS#1 public key instead of a public key.
			""")
	void explainsWhatStandsInThePlaceOfAPublicKey(String file, String problem) {
		refuses(() -> Pem.publicKey(TestKeys.text(file)), problem,
				"Use pub_key.pem, the WeChat Pay public key, as downloaded from the"
						+ " merchant platform under Account Center > API Security.",
				file);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			merchant-pkcs8.pem  | The content is a private key instead of a certificate.
			merchant-public.pem | The content is a public key instead of a certificate.
			""")
	void explainsWhatStandsInThePlaceOfACertificate(String file, String problem) {
		refuses(() -> Pem.certificate(TestKeys.text(file)), problem,
				"Use apiclient_cert.pem as downloaded from the merchant platform.", file);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "classpath:apiclient_key.pem", "{\"key\":1}" })
	void saysThatSomethingIsNoPemAtAll(String text) {
		assertThat(Pem.isPem(text)).isFalse();
		assertThatExceptionOfType(KeyMaterialException.class).isThrownBy(() -> Pem.privateKey(text))
			.satisfies((ex) -> assertThat(ex.problem())
				.isEqualTo("The content is text that is not PEM instead of a private key."));
	}

	@Test
	void explainsDamage() {
		String pem = TestKeys.text("merchant-pkcs8.pem");
		String base64 = TestKeys.base64("merchant-pkcs8.pem");
		String damaged = "The content is a damaged PEM text instead of a private key.";
		refuses(() -> Pem.privateKey(pem.substring(0, 800)), damaged, PRIVATE_KEY_REMEDY, "merchant-pkcs8.pem");
		refuses(() -> Pem.privateKey(pem.replace("\nM", "\n*")), damaged, PRIVATE_KEY_REMEDY, "merchant-pkcs8.pem");
		refuses(() -> Pem.privateKey(pem(base64.substring(3))), "The private key is damaged or not an RSA key.",
				PRIVATE_KEY_REMEDY, "merchant-pkcs8.pem");
		refuses(() -> Pem.privateKey(pem("A")), "The PEM block 'PRIVATE KEY' is damaged.", "Copy or download it again.",
				"merchant-pkcs8.pem");
		refuses(() -> Pem.privateKey(pem("")), "The private key is damaged or not an RSA key.", PRIVATE_KEY_REMEDY,
				"merchant-pkcs8.pem");
		refuses(() -> Pem.certificate("-----BEGIN CERTIFICATE-----AAAA-----END CERTIFICATE-----"),
				"The certificate is damaged.", "Download it again.", "merchant-certificate.pem");
		refuses(() -> Pem.certificate("-----BEGIN CERTIFICATE-----AAAA"), "The PEM block 'CERTIFICATE' is damaged.",
				"Copy or download it again.", "merchant-certificate.pem");
	}

	@Test
	void readsPkcs1ContentOfAnyLength() {
		for (int length : new int[] { 0, 0x7f, 0x80, 0xff, 0x100, 0x10000 }) {
			byte[] wrapped = Pkcs1.toPkcs8(new byte[length]);
			assertThat(wrapped).hasSizeGreaterThan(length + 18);
			assertThat(wrapped[0]).isEqualTo((byte) 0x30);
		}
		byte[] pkcs1 = Base64.getDecoder().decode(TestKeys.base64("merchant-pkcs1.pem"));
		assertThat(Pkcs1.toPkcs8(pkcs1)).isEqualTo(MERCHANT.getEncoded());
	}

	private static String pem(String base64) {
		return "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n";
	}

	private static void refuses(ThrowingCallable reading, String problem, String remedy, String file) {
		assertThatExceptionOfType(KeyMaterialException.class).isThrownBy(reading).withNoCause().satisfies((ex) -> {
			assertThat(ex.problem()).isEqualTo(problem);
			assertThat(ex.remedy()).isEqualTo(remedy);
			assertThat(ex).hasMessage(problem + " " + remedy);
			assertThat(ex.toString()).doesNotContain(TestKeys.base64(file).substring(60, 76));
		});
	}

}
