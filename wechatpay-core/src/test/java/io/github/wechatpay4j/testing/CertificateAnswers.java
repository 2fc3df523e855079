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

package io.github.wechatpay4j.testing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import io.github.wechatpay4j.crypto.CryptoSuite;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

/**
 * What {@code GET /v3/certificates} answers.
 */
public final class CertificateAnswers {

	private static final String NONCE = "61f9c719728a";

	private CertificateAnswers() {
	}

	/** Lets a platform hand out certificates, signed with the first of them. */
	public static void handOut(FakePlatform platform, int... numbers) {
		platform.answers(get(urlEqualTo("/v3/certificates")),
				platform.signed(200, list(TestMerchants.API_V3_KEY, numbers), PlatformSigner.certificate(numbers[0])));
	}

	/** How many times certificates were downloaded. */
	public static long downloads(FakePlatform platform) {
		return platform.requests().stream().filter((sent) -> sent.getUrl().equals("/v3/certificates")).count();
	}

	public static String list(String apiV3Key, int... numbers) {
		StringBuilder data = new StringBuilder();
		for (int number : numbers) {
			data.append(data.isEmpty() ? "" : ",")
				.append(item(apiV3Key, TestKeys.text("platform" + number + "-certificate.pem")));
		}
		return "{\"data\":[" + data + "]}";
	}

	public static String item(String apiV3Key, String plain) {
		byte[] cipherText = CryptoSuite.rsa()
			.aead(apiV3Key)
			.encrypt(NONCE.getBytes(StandardCharsets.UTF_8), "certificate".getBytes(StandardCharsets.UTF_8),
					plain.getBytes(StandardCharsets.UTF_8));
		return "{\"serial_no\":\"any\",\"effective_time\":\"2026-11-23T09:00:00+08:00\",\"encrypt_certificate\":{"
				+ "\"algorithm\":\"AEAD_AES_256_GCM\",\"nonce\":\"" + NONCE
				+ "\",\"associated_data\":\"certificate\",\"ciphertext\":\""
				+ Base64.getEncoder().encodeToString(cipherText) + "\"}}";
	}

}
