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

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.github.wechatpay4j.KeyMaterialException;
import io.github.wechatpay4j.testing.OpenSsl;
import io.github.wechatpay4j.testing.TestKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Keys and certificates that are not PEM, or not only.
 */
class BareMaterialTests {

	private static final String MCHID = "1900000001";

	private static final MerchantKey MERCHANT = MerchantKey.ofPem(TestKeys.text("merchant-pkcs8.pem"));

	static Stream<UnaryOperator<String>> spellings() {
		return Stream.of((base64) -> base64, (base64) -> base64.replaceAll("(.{64})", "$1\n"),
				(base64) -> base64.replaceAll("(.{76})", "$1\r\n"), (base64) -> base64.replaceAll("(.{64})", "$1\\\\n"),
				(base64) -> " \ufeff" + base64 + "\n", (base64) -> "\"" + base64 + "\"",
				(base64) -> base64.replace('+', '-').replace('/', '_'), (base64) -> base64.replace("=", ""));
	}

	@ParameterizedTest
	@MethodSource("spellings")
	void takesBareBase64AndBase64OfAWholePem(UnaryOperator<String> spelling) {
		for (String file : List.of("merchant-pkcs8.pem", "merchant-pkcs1.pem")) {
			for (String base64 : List.of(TestKeys.base64(file), encoded(TestKeys.bytes(file)))) {
				String written = spelling.apply(base64);
				assertThat(Pem.isMaterial(written)).as(file).isTrue();
				assertThat(Pem.privateKey(written)).as(file).isEqualTo(MERCHANT.privateKey());
			}
		}
		for (String base64 : List.of(TestKeys.base64("merchant-public.pem"),
				encoded(TestKeys.bytes("merchant-public.pem")))) {
			assertThat(MERCHANT.isKeyOf(Pem.publicKey(spelling.apply(base64)))).isTrue();
		}
		for (String base64 : List.of(TestKeys.base64("merchant-certificate.pem"),
				encoded(TestKeys.bytes("merchant-certificate.pem")))) {
			assertThat(Pem.certificate(spelling.apply(base64)))
				.isEqualTo(TestKeys.certificate("merchant-certificate.pem"));
			assertThat(Pem.certificates(spelling.apply(base64))).hasSize(1);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "merchant-pkcs8.pem", "merchant-pkcs1.pem" })
	void takesFilesInDer(String file) {
		byte[] der = Base64.getDecoder().decode(TestKeys.base64(file));
		assertThat(MerchantKey.of(der, MCHID).privateKey()).isEqualTo(MERCHANT.privateKey());
	}

	@Test
	void takesPkcs12AsItIsAndInBase64() {
		byte[] file = TestKeys.bytes("merchant.p12");
		assertThat(MerchantKey.of(file, MCHID).serialNumber()).isNotNull();
		assertThat(MerchantKey.of(encoded(file).getBytes(StandardCharsets.UTF_8), MCHID).serialNumber()).isNotNull();
		assertThat(Pem.isMaterial(encoded(file))).isTrue();
	}

	@Test
	void explainsBareMaterialInTheWrongPlace() {
		assertThatExceptionOfType(KeyMaterialException.class)
			.isThrownBy(() -> Pem.privateKey(TestKeys.base64("merchant-certificate.pem")))
			.withMessageContaining("The content is a certificate instead of a private key.");
		assertThatExceptionOfType(KeyMaterialException.class)
			.isThrownBy(() -> Pem.publicKey(TestKeys.base64("merchant-pkcs8.pem")))
			.withMessageContaining("The content is a private key instead of a public key.");
		assertThatExceptionOfType(KeyMaterialException.class)
			.isThrownBy(() -> Pem.privateKey(TestKeys.base64("merchant-encrypted.pem")))
			.withMessageContaining("The private key is encrypted.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/etc/wechatpay/apiclient_key.pem", "classpath:keys/apiclient_key.pem",
			"/etc/wechatpay/a/very/long/path/without/any/extension/as/some/people/have/it/private", "", "key",
			"TopSecretApiV3KeyOfTheMerchant32" })
	void takesNoLocationForMaterial(String location) {
		assertThat(Pem.isMaterial(location)).isFalse();
	}

	@Test
	void neverFailsInAnotherWayOnWhatIsDamaged() {
		for (String file : List.of("merchant-pkcs8.pem", "merchant-pkcs1.pem", "merchant-certificate.pem")) {
			byte[] der = Base64.getDecoder().decode(TestKeys.base64(file));
			List<byte[]> damaged = new ArrayList<>();
			for (int length = 0; length < der.length; length += 7) {
				damaged.add(Arrays.copyOf(der, length));
			}
			for (int i = 0; i < 40; i++) {
				byte[] changed = der.clone();
				changed[i] ^= (byte) 0xff;
				damaged.add(changed);
			}
			damaged.forEach((content) -> {
				Throwable failure = catchThrowableOfType(Throwable.class, () -> MerchantKey.of(content, MCHID));
				assertThat(failure == null || failure instanceof KeyMaterialException)
					.as("%s of %d bytes: %s", file, content.length, failure)
					.isTrue();
			});
		}
	}

	@Test
	void tellsADamagedPkcs12FromAWrongPassword() {
		byte[] file = TestKeys.bytes("merchant.p12");
		assertThatExceptionOfType(KeyMaterialException.class)
			.isThrownBy(() -> MerchantKey.of(Arrays.copyOf(file, file.length / 2), MCHID))
			.withMessageContaining("The PKCS#12 file is damaged or cut off.");
		assertThatExceptionOfType(KeyMaterialException.class).isThrownBy(() -> MerchantKey.of(file, "wrong"))
			.withMessageContaining("The password does not open the PKCS#12 file.");
	}

	@Test
	void findsTheMerchantsCertificateWhereverItStandsInAChain() {
		String own = TestKeys.text("merchant-certificate.pem");
		String other = TestKeys.text("platform1-certificate.pem");
		String key = TestKeys.text("merchant-pkcs8.pem");
		String serial = MERCHANT.withCertificateOf(own).serialNumber();
		for (String chain : List.of(own + other, other + own, other + other + own)) {
			assertThat(MERCHANT.withCertificateOf(chain).serialNumber()).isEqualTo(serial);
			assertThat(MerchantKey.of((chain + key).getBytes(StandardCharsets.UTF_8), MCHID).serialNumber())
				.isEqualTo(serial);
			assertThat(MerchantKey.of((key + chain).getBytes(StandardCharsets.UTF_8), MCHID).serialNumber())
				.isEqualTo(serial);
		}
		assertThatExceptionOfType(KeyMaterialException.class)
			.isThrownBy(() -> MERCHANT.withCertificateOf(other + other))
			.withMessageContaining("do not belong together");
	}

	@Test
	void theRemedyForAnEncryptedKeyWorks(@TempDir Path directory) throws IOException {
		OpenSsl openSsl = OpenSsl.in(directory);
		openSsl.write("key.pem", TestKeys.bytes("merchant-pkcs8.pem"));
		List<String> names = new ArrayList<>(List.of("merchant-encrypted.pem", "merchant-encrypted-traditional.pem"));
		for (String name : names) {
			openSsl.write(name, TestKeys.bytes(name));
		}
		// What OpenSSL 3 does not read by itself any more, where its old ciphers are
		// installed
		if (openSsl.exitCode("rsa", "-in", "key.pem", "-traditional", "-des", "-provider", "legacy", "-provider",
				"default", "-passout", "pass:secret", "-out", "des.pem") == 0) {
			names.add("des.pem");
		}
		for (String name : names) {
			String encrypted = Files.readString(directory.resolve(name));
			String remedy = catchThrowableOfType(KeyMaterialException.class, () -> Pem.privateKey(encrypted)).remedy();
			String command = remedy.substring(remedy.indexOf("openssl ") + "openssl ".length());
			openSsl.write("apiclient_key.pem", encrypted.getBytes(StandardCharsets.UTF_8));
			Files.deleteIfExists(directory.resolve("plain.pem"));
			openSsl.run(Stream.concat(Stream.of(command.split(" ")), Stream.of("-passin", "pass:secret"))
				.toArray(String[]::new));
			assertThat(Pem.privateKey(Files.readString(directory.resolve("plain.pem")))).as(name)
				.isEqualTo(MERCHANT.privateKey());
		}
	}

	private static String encoded(byte[] content) {
		return Base64.getEncoder().encodeToString(content);
	}

}
