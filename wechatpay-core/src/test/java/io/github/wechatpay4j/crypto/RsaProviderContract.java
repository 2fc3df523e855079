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
import java.security.Security;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

import io.github.wechatpay4j.DecryptionException;
import io.github.wechatpay4j.KeyMaterialException;
import io.github.wechatpay4j.testing.TestKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What the RSA suite does with every provider.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RsaProviderContract {

	private static final String KEY = "0123456789abcdef0123456789ABCDEF";

	private static final byte[] MESSAGE = "GET\n/v3/certificates\n1554208460\n593BEC0C930BF1AF\n\n"
		.getBytes(StandardCharsets.UTF_8);

	private final List<String> installed = installed();

	private final CryptoSuite suite = suite();

	private final Signer signer = this.suite.signer("1", TestKeys.privateKey("merchant-pkcs8.pem"));

	private final Verifier verifier = this.suite
		.verifier(TestKeys.certificate("merchant-certificate.pem").getPublicKey());

	private final FieldEncryptor encryptor = this.suite
		.encryptor(TestKeys.certificate("merchant-certificate.pem").getPublicKey());

	private final FieldDecryptor decryptor = this.suite.decryptor(TestKeys.privateKey("merchant-pkcs8.pem"));

	private final Aead aead = this.suite.aead(KEY);

	abstract CryptoSuite suite();

	abstract String providerName();

	@Test
	void saysWhoDoesTheWork() {
		assertThat(this.suite.providerName()).isEqualTo(providerName());
	}

	@Test
	void installsNoProvider() {
		use(this.suite, "anything");
		assertThat(installed()).isEqualTo(this.installed).doesNotContain("AmazonCorrettoCryptoProvider", "Conscrypt");
	}

	@ParameterizedTest
	@MethodSource
	void signatures(Vector vector) {
		boolean verified = this.verifier.verify(vector.field(0), vector.field(1));
		if (vector.result() != Vector.Result.ACCEPTABLE) {
			assertThat(verified).isEqualTo(vector.result() == Vector.Result.VALID);
		}
		if (vector.result() == Vector.Result.VALID) {
			assertThat(this.signer.sign(vector.field(0))).isEqualTo(vector.field(1));
		}
	}

	static List<Vector> signatures() {
		return Vector.of("rsa-signatures.csv");
	}

	@ParameterizedTest
	@MethodSource
	void sensitiveFields(Vector vector) {
		String cipherText = Base64.getEncoder().encodeToString(vector.field(1));
		if (vector.result() == Vector.Result.INVALID) {
			assertThatExceptionOfType(DecryptionException.class).isThrownBy(() -> this.decryptor.decrypt(cipherText))
				.withMessage("A sensitive field was changed, or encrypted for another merchant key")
				.withNoCause();
		}
		if (vector.result() == Vector.Result.VALID) {
			assertThat(this.decryptor.decrypt(cipherText))
				.isEqualTo(new String(vector.field(0), StandardCharsets.UTF_8));
		}
	}

	static List<Vector> sensitiveFields() {
		return Vector.of("rsa-oaep.csv");
	}

	@ParameterizedTest
	@MethodSource
	void resources(Vector vector) {
		if (vector.result() == Vector.Result.VALID) {
			assertThat(this.aead.decrypt(vector.field(0), vector.field(1), vector.field(3))).isEqualTo(vector.field(2));
			assertThat(this.aead.encrypt(vector.field(0), vector.field(1), vector.field(2))).isEqualTo(vector.field(3));
		}
		else {
			assertThatExceptionOfType(DecryptionException.class)
				.isThrownBy(() -> this.aead.decrypt(vector.field(0), vector.field(1), vector.field(3)));
		}
	}

	static List<Vector> resources() {
		return Vector.of("aes-gcm.csv");
	}

	@Test
	void decryptsTheRightOneAfterAWrongOneAndEncryptsUnderOneNonceAsOftenAsAsked() {
		byte[] nonce = Arrays.copyOf(MESSAGE, 12);
		byte[] sealed = this.aead.encrypt(nonce, MESSAGE, MESSAGE);
		byte[] changed = sealed.clone();
		changed[3] ^= 1;
		for (int i = 0; i < 3; i++) {
			assertThatExceptionOfType(DecryptionException.class)
				.isThrownBy(() -> this.aead.decrypt(nonce, MESSAGE, changed));
			assertThat(this.aead.decrypt(nonce, MESSAGE, sealed)).isEqualTo(MESSAGE);
			assertThat(this.aead.encrypt(nonce, MESSAGE, MESSAGE)).isEqualTo(sealed);
		}
	}

	@Test
	void exchangesEverythingWithTheJdk() {
		CryptoSuite jdk = CryptoSuite.rsa();
		for (CryptoSuite[] pair : new CryptoSuite[][] { { this.suite, jdk }, { jdk, this.suite } }) {
			byte[] signature = pair[0].signer("1", TestKeys.MERCHANT.getPrivate()).sign(MESSAGE);
			assertThat(pair[1].verifier(TestKeys.MERCHANT.getPublic()).verify(MESSAGE, signature)).isTrue();
			assertThat(pair[1].verifier(TestKeys.STRANGER.getPublic()).verify(MESSAGE, signature)).isFalse();
			String field = pair[0].encryptor(TestKeys.MERCHANT.getPublic()).encrypt("张三");
			assertThat(pair[1].decryptor(TestKeys.MERCHANT.getPrivate()).decrypt(field)).isEqualTo("张三");
			byte[] sealed = pair[0].aead(KEY).encrypt(new byte[12], MESSAGE, MESSAGE);
			assertThat(pair[1].aead(KEY).decrypt(new byte[12], MESSAGE, sealed)).isEqualTo(MESSAGE);
		}
	}

	@Test
	void takes214BytesOfASensitiveFieldAndNoMore() {
		String longest = "中".repeat(71) + "x";
		assertThat(this.decryptor.decrypt(this.encryptor.encrypt(longest))).isEqualTo(longest);
		assertThatIllegalArgumentException().isThrownBy(() -> this.encryptor.encrypt(longest + "y"))
			.withMessageStartingWith("A sensitive field of 215 bytes is too long to be encrypted");
		assertThatIllegalArgumentException().isThrownBy(() -> this.encryptor.encrypt("x".repeat(5000)))
			.withMessageStartingWith("A sensitive field of 5000 bytes is too long to be encrypted");
	}

	@Test
	void refusesKeysOfAnotherKindAndTooShortOnesAtOnce() throws Exception {
		KeyPair ec = KeyPairGenerator.getInstance("EC").generateKeyPair();
		refuses("The key is not an RSA key.", () -> this.suite.verifier(ec.getPublic()));
		refuses("The key is not an RSA key.", () -> this.suite.signer("1", ec.getPrivate()));
		KeyPair shorter = TestKeys.generate(1024);
		refuses("The RSA key has only 1024 bits.", () -> this.suite.verifier(shorter.getPublic()));
		refuses("The RSA key has only 1024 bits.", () -> this.suite.encryptor(shorter.getPublic()));
		refuses("The RSA key has only 1024 bits.", () -> this.suite.signer("1", shorter.getPrivate()));
		refuses("The RSA key has only 1024 bits.", () -> this.suite.decryptor(shorter.getPrivate()));
		refuses("The APIv3 key is 5 bytes long instead of 32.", () -> this.suite.aead("short"));
	}

	@Test
	void signsWithAKeyThatCannotBeTranslated() {
		Signer held = this.suite.signer("1", new HeldKey(TestKeys.MERCHANT.getPrivate()));
		assertThat(this.suite.verifier(TestKeys.MERCHANT.getPublic()).verify(MESSAGE, held.sign(MESSAGE))).isTrue();
	}

	@Test
	void survivesManyThreadsThatShareOneSuite() throws Exception {
		Storm.of(32, 20, (number) -> use(this.suite, "thread " + number));
	}

	/** All that a suite can do, once. */
	static void use(CryptoSuite suite, String text) {
		byte[] message = text.getBytes(StandardCharsets.UTF_8);
		byte[] signature = suite.signer("1", TestKeys.MERCHANT.getPrivate()).sign(message);
		Verifier verifier = suite.verifier(TestKeys.MERCHANT.getPublic());
		assertThat(verifier.verify(message, signature)).isTrue();
		signature[0] ^= 1;
		assertThat(verifier.verify(message, signature)).isFalse();
		String field = suite.encryptor(TestKeys.MERCHANT.getPublic()).encrypt(text);
		assertThat(suite.decryptor(TestKeys.MERCHANT.getPrivate()).decrypt(field)).isEqualTo(text);
		Aead aead = suite.aead(KEY);
		byte[] nonce = Arrays.copyOf(message, 12);
		byte[] sealed = aead.encrypt(nonce, nonce, message);
		assertThat(aead.decrypt(nonce, nonce, sealed)).isEqualTo(message);
	}

	private static void refuses(String problem, Runnable call) {
		assertThatExceptionOfType(KeyMaterialException.class).isThrownBy(call::run)
			.satisfies((ex) -> assertThat(ex.problem()).isEqualTo(problem));
	}

	static List<String> installed() {
		return Arrays.stream(Security.getProviders()).map(java.security.Provider::getName).toList();
	}

}
