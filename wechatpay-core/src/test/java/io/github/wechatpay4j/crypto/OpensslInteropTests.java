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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import io.github.wechatpay4j.testing.OpenSsl;
import io.github.wechatpay4j.testing.TestKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Core and openssl read each other's work.
 */
class OpensslInteropTests {

	private static final byte[] MESSAGE = SigningMessage.withBody(
			"{\"description\":\"咖啡\"}".getBytes(StandardCharsets.UTF_8), "POST", "/v3/pay/transactions/jsapi",
			"1554208460", "593BEC0C930BF1AFEB40B4A08C8FB242");

	private static final String[] OAEP_SHA1 = { "-pkeyopt", "rsa_padding_mode:oaep", "-pkeyopt", "rsa_oaep_md:sha1" };

	@TempDir
	Path directory;

	private OpenSsl openSsl;

	@BeforeEach
	void writeKeys() throws Exception {
		this.openSsl = OpenSsl.in(this.directory);
		this.openSsl.write("private.pem", pem("PRIVATE KEY", TestKeys.MERCHANT.getPrivate().getEncoded()));
		this.openSsl.write("public.pem", pem("PUBLIC KEY", TestKeys.MERCHANT.getPublic().getEncoded()));
		this.openSsl.write("message", MESSAGE);
	}

	@Test
	void signsWhatOpensslVerifies() throws Exception {
		byte[] signature = CryptoSuite.rsa().signer("1", TestKeys.MERCHANT.getPrivate()).sign(MESSAGE);
		this.openSsl.write("signature", signature);
		this.openSsl.run("dgst", "-sha256", "-verify", "public.pem", "-signature", "signature", "message");

		signature[7] ^= 1;
		this.openSsl.write("signature", signature);
		assertThat(
				this.openSsl.exitCode("dgst", "-sha256", "-verify", "public.pem", "-signature", "signature", "message"))
			.as("openssl notices a changed signature")
			.isNotZero();
	}

	@Test
	void verifiesWhatOpensslSigns() throws Exception {
		this.openSsl.run("dgst", "-sha256", "-sign", "private.pem", "-out", "signature", "message");
		Verifier verifier = CryptoSuite.rsa().verifier(TestKeys.MERCHANT.getPublic());
		assertThat(verifier.verify(MESSAGE, this.openSsl.read("signature"))).isTrue();

		this.openSsl.run("dgst", "-sha1", "-sign", "private.pem", "-out", "signature", "message");
		assertThat(verifier.verify(MESSAGE, this.openSsl.read("signature"))).as("SHA-1 is not believed").isFalse();
	}

	@Test
	void encryptsWhatOpensslDecrypts() throws Exception {
		String cipherText = CryptoSuite.rsa().encryptor(TestKeys.MERCHANT.getPublic()).encrypt("张三");
		this.openSsl.write("encrypted", Base64.getDecoder().decode(cipherText));
		pkeyutl("-decrypt", "private.pem", "encrypted", "decrypted");
		assertThat(new String(this.openSsl.read("decrypted"), StandardCharsets.UTF_8)).isEqualTo("张三");
	}

	@Test
	void decryptsWhatOpensslEncrypts() throws Exception {
		this.openSsl.write("plain", "张三".getBytes(StandardCharsets.UTF_8));
		pkeyutl("-encrypt", "public.pem", "plain", "encrypted");
		String cipherText = Base64.getEncoder().encodeToString(this.openSsl.read("encrypted"));
		assertThat(CryptoSuite.rsa().decryptor(TestKeys.MERCHANT.getPrivate()).decrypt(cipherText)).isEqualTo("张三");
	}

	private void pkeyutl(String direction, String key, String in, String out) throws Exception {
		String[] inkey = "-encrypt".equals(direction) ? new String[] { "-pubin", "-inkey", key }
				: new String[] { "-inkey", key };
		List<String> arguments = new ArrayList<>(List.of("pkeyutl", direction));
		arguments.addAll(List.of(inkey));
		arguments.addAll(List.of("-in", in, "-out", out));
		arguments.addAll(List.of(OAEP_SHA1));
		this.openSsl.run(arguments.toArray(String[]::new));
	}

	private static byte[] pem(String label, byte[] der) {
		return ("-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(der)
				+ "\n-----END " + label + "-----\n")
			.getBytes(StandardCharsets.US_ASCII);
	}

}
