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

import io.github.wechatpay4j.testing.TestKeys;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Signatures recorded once from openssl.
 */
class RsaKnownAnswerTests {

	/** The example request of the official documents. */
	private static final byte[] MESSAGE = SigningMessage.withBody(new byte[0], "GET",
			"/v3/pay/transactions/out-trade-no/1217752501201407033233368018?mchid=1900000001", "1554208460",
			"593BEC0C930BF1AFEB40B4A08C8FB242");

	/**
	 * <pre>
	 * printf 'GET\n/v3/pay/transactions/out-trade-no/1217752501201407033233368018?mchid=1900000001\n1554208460\n593BEC0C930BF1AFEB40B4A08C8FB242\n\n' > message
	 * openssl dgst -sha256 -sign keys/merchant-pkcs8.pem message | base64 -w0
	 * </pre>
	 */
	private static final String SIGNATURE = "WpMx8sgJa80r1Qt/Q5abfsyah3ZfsxQhoXKH/ujLUCbt32DWOv4mHNRTpUG1r8QbgzoaxyKxCl5I49oKIDhuU/"
			+ "F3BTBIAfxONB/MSjNxmFbydF+Bq47quSKMPq4gOjuI5oX901X3J3wlO7Y7FFZdOdCS0k/AtxbyMMQLrD/cXYUu"
			+ "0DU6swCZsJ0JxYLIqOlC6ANuofJ1jPJqR1IXrAkcywK121QTLy3fGMcXKsAxcdxMiDI6uIEmbKdshsWF+RjOab"
			+ "L1tKvpWr8qZnfdSXW4gJT8a1FzAJZBiVcbx0WtHTlXtuWMUtnUk2J3xUkWllXCqUG/oPy9WjHAUIx491Rpmg==";

	private final CryptoSuite suite = CryptoSuite.rsa();

	private final Signer signer = this.suite.signer("5157F09E", TestKeys.privateKey("merchant-pkcs8.pem"));

	private final Verifier verifier = this.suite
		.verifier(TestKeys.certificate("merchant-certificate.pem").getPublicKey());

	@Test
	void signsAsOpensslDoes() {
		assertThat(Base64.getEncoder().encodeToString(this.signer.sign(MESSAGE))).isEqualTo(SIGNATURE);
	}

	@Test
	void verifiesWhatOpensslSigned() {
		assertThat(this.verifier.verify(MESSAGE, Base64.getDecoder().decode(SIGNATURE))).isTrue();
	}

	@Test
	void refusesASignatureOrMessageWithAnyByteChanged() {
		byte[] signature = Base64.getDecoder().decode(SIGNATURE);
		for (int i = 0; i < signature.length; i++) {
			byte[] changed = signature.clone();
			changed[i] ^= 1;
			assertThat(this.verifier.verify(MESSAGE, changed)).as("signature byte %d", i).isFalse();
		}
		for (int i = 0; i < MESSAGE.length; i++) {
			byte[] changed = MESSAGE.clone();
			changed[i] ^= 1;
			assertThat(this.verifier.verify(changed, signature)).as("message byte %d", i).isFalse();
		}
	}

	@Test
	void refusesSignaturesOfAnyOtherLengthWithoutAnException() {
		byte[] signature = Base64.getDecoder().decode(SIGNATURE);
		for (int length : new int[] { 0, 1, 128, 255, 257, 512, 4096 }) {
			assertThat(this.verifier.verify(MESSAGE, Arrays.copyOf(signature, length))).as("%d bytes", length)
				.isFalse();
		}
	}

	@Test
	void separatesTheLinesOfAMessageByLineFeedsAndEndsWithOne() {
		assertThat(new String(MESSAGE, StandardCharsets.UTF_8)).endsWith("\n593BEC0C930BF1AFEB40B4A08C8FB242\n\n");
		assertThat(SigningMessage.of("a", "中", "")).isEqualTo("a\n中\n\n".getBytes(StandardCharsets.UTF_8));
		assertThat(SigningMessage.withBody(new byte[] { 0, (byte) 0xff }, "a"))
			.isEqualTo(new byte[] { 'a', '\n', 0, (byte) 0xff, '\n' });
	}

	@Test
	void namesWhatTheProtocolCallsItself() {
		assertThat(this.suite.scheme()).isEqualTo("WECHATPAY2-SHA256-RSA2048");
		assertThat(this.suite.signType()).isEqualTo("RSA");
		assertThat(this.suite.aeadAlgorithm()).isEqualTo("AEAD_AES_256_GCM");
		assertThat(this.signer.serialNumber()).isEqualTo("5157F09E");
	}

}
