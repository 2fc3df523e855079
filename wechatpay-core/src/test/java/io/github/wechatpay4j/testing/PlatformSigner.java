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

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.wechatpay4j.crypto.CryptoSuite;
import io.github.wechatpay4j.trust.PlatformKey;
import io.github.wechatpay4j.trust.Trust;

/**
 * Signs like WeChat Pay, with the JDK alone.
 *
 * @param keyId what {@code Wechatpay-Serial} says
 * @param key the key
 */
public record PlatformSigner(String keyId, PrivateKey key) {

	public static final String PUBLIC_KEY_ID = "PUB_KEY_ID_0119000000012024101500000000";

	public static final String NONCE = "c5ac7061fccab6bf3e254dcf98995b8c";

	public static PlatformSigner publicKey() {
		return new PlatformSigner(PUBLIC_KEY_ID, TestKeys.PLATFORM.getPrivate());
	}

	/** Signs with {@code platform<number>-pkcs8.pem}. */
	public static PlatformSigner certificate(int number) {
		return new PlatformSigner(serial(number), TestKeys.privateKey("platform" + number + "-pkcs8.pem"));
	}

	public static String serial(int number) {
		return (number == 1) ? "0F0A2B3C4D5E6F708192A3B4C5D6E7F801234567" : "7F0A2B3C4D5E6F708192A3B4C5D6E7F80123456A";
	}

	/** Believes {@link #publicKey()}. */
	public static Trust trust() {
		return Trust
			.publicKey(PlatformKey.ofPublicKey(PUBLIC_KEY_ID, TestKeys.PLATFORM.getPublic(), CryptoSuite.rsa()));
	}

	public String sign(String timestamp, String nonce, byte[] body) {
		ByteArrayOutputStream message = new ByteArrayOutputStream();
		message.writeBytes((timestamp + "\n" + nonce + "\n").getBytes(StandardCharsets.UTF_8));
		message.writeBytes(body);
		message.write('\n');
		try {
			Signature signature = Signature.getInstance("SHA256withRSA");
			signature.initSign(this.key);
			signature.update(message.toByteArray());
			return Base64.getEncoder().encodeToString(signature.sign());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The four headers; the map may be changed. */
	public Map<String, String> headers(byte[] body, Instant time) {
		String timestamp = Long.toString(time.getEpochSecond());
		Map<String, String> headers = new LinkedHashMap<>();
		headers.put("Wechatpay-Timestamp", timestamp);
		headers.put("Wechatpay-Nonce", NONCE);
		headers.put("Wechatpay-Signature", sign(timestamp, NONCE, body));
		headers.put("Wechatpay-Serial", this.keyId);
		return headers;
	}

}
