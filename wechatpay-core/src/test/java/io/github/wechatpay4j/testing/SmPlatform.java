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
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import io.github.wechatpay4j.crypto.CryptoSuite;
import io.github.wechatpay4j.crypto.MerchantKey;
import io.github.wechatpay4j.crypto.Pem;
import io.github.wechatpay4j.merchant.Credentials;
import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.trust.PlatformKey;
import io.github.wechatpay4j.trust.Trust;

/**
 * WeChat Pay towards an SM merchant, with Kona alone; and that merchant.
 */
public final class SmPlatform {

	private static final byte[] NONCE = "61f9c719728a".getBytes(StandardCharsets.UTF_8);

	private SmPlatform() {
	}

	public static Credentials credentials() {
		return Credentials.of(TestMerchants.MCHID, SmTestKeys.MERCHANT_SERIAL,
				MerchantKey.ofPem(TestKeys.text("sm2-merchant-pkcs8.pem")), TestMerchants.API_V3_KEY, CryptoSuite.sm());
	}

	public static Merchant merchant(Trust trust) {
		return Merchant.of(credentials(), trust).appid(TestMerchants.APPID).notifyUrl(TestMerchants.NOTIFY_URL).build();
	}

	/** Believes the platform's SM2 certificate, which is at hand. */
	public static Trust trust() {
		return Trust.publicKey(PlatformKey.ofCertificate(Pem.certificate(TestKeys.text("sm2-platform-certificate.pem")),
				CryptoSuite.sm()));
	}

	/** The headers of an answer or notification; the map may be changed. */
	public static Map<String, String> headers(byte[] body, Instant time) {
		String timestamp = Long.toString(time.getEpochSecond());
		Map<String, String> headers = new LinkedHashMap<>();
		headers.put("Wechatpay-Timestamp", timestamp);
		headers.put("Wechatpay-Nonce", PlatformSigner.NONCE);
		headers.put("Wechatpay-Signature-Type", "WECHATPAY2-SM2-WITH-SM3");
		headers.put("Wechatpay-Signature", sign(message(timestamp + "\n" + PlatformSigner.NONCE + "\n", body)));
		headers.put("Wechatpay-Serial", SmTestKeys.PLATFORM_SERIAL);
		return headers;
	}

	public static byte[] message(String head, byte[] body) {
		ByteArrayOutputStream message = new ByteArrayOutputStream();
		message.writeBytes(head.getBytes(StandardCharsets.UTF_8));
		message.writeBytes(body);
		message.write('\n');
		return message.toByteArray();
	}

	private static String sign(byte[] message) {
		try {
			Signature signature = Signature.getInstance("SM2", SmTestKeys.KONA);
			signature.initSign(SmTestKeys.platform());
			signature.update(message);
			return Base64.getEncoder().encodeToString(signature.sign());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	public static boolean isSignedBy(PublicKey key, byte[] message, byte[] signature) {
		try {
			Signature verification = Signature.getInstance("SM2", SmTestKeys.KONA);
			verification.initVerify(SmTestKeys.publicKey(key.getEncoded()));
			verification.update(message);
			return verification.verify(signature);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** What the platform reads of a sensitive field. */
	public static String open(String field) {
		try {
			Cipher cipher = Cipher.getInstance("SM2", SmTestKeys.KONA);
			cipher.init(Cipher.DECRYPT_MODE, SmTestKeys.platform());
			return new String(cipher.doFinal(Base64.getDecoder().decode(field)), StandardCharsets.UTF_8);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** A sensitive field for the merchant. */
	public static String fieldFor(PublicKey merchant, String text) {
		try {
			Cipher cipher = Cipher.getInstance("SM2", SmTestKeys.KONA);
			cipher.init(Cipher.ENCRYPT_MODE, SmTestKeys.publicKey(merchant.getEncoded()));
			return Base64.getEncoder().encodeToString(cipher.doFinal(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The fields that say how something is sealed, for the inside of a JSON object. */
	public static String sealed(String plain, String associatedData) {
		try {
			byte[] key = MessageDigest.getInstance("SM3", SmTestKeys.KONA)
				.digest(TestMerchants.API_V3_KEY.getBytes(StandardCharsets.UTF_8));
			Cipher cipher = Cipher.getInstance("SM4/GCM/NoPadding", SmTestKeys.KONA);
			cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(Arrays.copyOf(key, 16), "SM4"),
					new GCMParameterSpec(128, NONCE));
			cipher.updateAAD(associatedData.getBytes(StandardCharsets.UTF_8));
			return "\"algorithm\":\"AEAD_SM4_GCM\",\"nonce\":\"61f9c719728a\",\"associated_data\":\"" + associatedData
					+ "\",\"ciphertext\":\""
					+ Base64.getEncoder().encodeToString(cipher.doFinal(plain.getBytes(StandardCharsets.UTF_8))) + "\"";
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
