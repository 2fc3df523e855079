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

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

import com.tencent.kona.crypto.KonaCryptoProvider;

/**
 * SM2 keys, read and made by Tencent Kona: another implementation than the one that core
 * uses. The files come from openssl, a third one.
 */
public final class SmTestKeys {

	public static final Provider KONA = new KonaCryptoProvider();

	public static final String MERCHANT_SERIAL = "157056765AB5A9EEE5D363D0329039A254D5EF49";

	public static final String PLATFORM_SERIAL = "6B0A2B3C4D5E6F708192A3B4C5D6E7F80123456B";

	public static final KeyPair STRANGER = generate();

	private SmTestKeys() {
	}

	public static KeyPair generate() {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", KONA);
			generator.initialize(new ECGenParameterSpec("curveSM2"));
			return generator.generateKeyPair();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	public static PrivateKey merchant() {
		return privateKey(Base64.getDecoder().decode(TestKeys.base64("sm2-merchant-pkcs8.pem")));
	}

	public static PrivateKey platform() {
		return privateKey(Base64.getDecoder().decode(TestKeys.base64("sm2-platform-pkcs8.pem")));
	}

	public static PublicKey platformPublic() {
		return publicKey(Base64.getDecoder().decode(TestKeys.base64("sm2-platform-public.pem")));
	}

	public static PrivateKey privateKey(byte[] pkcs8) {
		try {
			return KeyFactory.getInstance("EC", KONA).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	public static PublicKey publicKey(byte[] subjectPublicKeyInfo) {
		try {
			return KeyFactory.getInstance("EC", KONA).generatePublic(new X509EncodedKeySpec(subjectPublicKeyInfo));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
