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

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

import io.github.wechatpay4j.KeyMaterialException;
import org.jspecify.annotations.Nullable;

/**
 * Reads keys and certificates on the curve sm2p256v1, which the JDK does not know. Tells
 * them from others without BouncyCastle.
 *
 * @see <a href=
 * "https://pay.weixin.qq.com/docs/partner/development/shangmi/key-and-certificate.html">SM
 * certificates and keys</a>
 */
final class Sm2Keys {

	/** The object identifier 1.2.156.10197.1.301 in DER. */
	private static final byte[] CURVE = HexFormat.of().parseHex("06082a811ccf5501822d");

	private static final byte[] PROBE = { 'p', 'r', 'o', 'b', 'e' };

	private Sm2Keys() {
	}

	/** Whether a key or certificate names the curve. */
	static boolean namesTheCurve(byte[] der) {
		for (int start = 0; start + CURVE.length <= der.length; start++) {
			if (Arrays.equals(der, start, start + CURVE.length, CURVE, 0, CURVE.length)) {
				return true;
			}
		}
		return false;
	}

	static PrivateKey privateKey(byte[] pkcs8) throws GeneralSecurityException {
		return KeyFactory.getInstance("EC", BouncyCastle.provider()).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
	}

	static PublicKey publicKey(byte[] subjectPublicKeyInfo) throws GeneralSecurityException {
		return KeyFactory.getInstance("EC", BouncyCastle.provider())
			.generatePublic(new X509EncodedKeySpec(subjectPublicKeyInfo));
	}

	static X509Certificate certificate(byte[] der) throws GeneralSecurityException {
		return (X509Certificate) CertificateFactory.getInstance("X.509", BouncyCastle.provider())
			.generateCertificate(new ByteArrayInputStream(der));
	}

	/** The same key as BouncyCastle's own, whoever has read it. */
	static PrivateKey own(PrivateKey key) {
		try {
			return privateKey(encoded(key));
		}
		catch (GeneralSecurityException ex) {
			throw notSm2();
		}
	}

	/** The same key as BouncyCastle's own, whoever has read it. */
	static PublicKey own(PublicKey key) {
		try {
			return publicKey(encoded(key));
		}
		catch (GeneralSecurityException ex) {
			throw notSm2();
		}
	}

	private static byte[] encoded(Key key) {
		if (!isSm2(key)) {
			throw notSm2();
		}
		return key.getEncoded();
	}

	/** Whether two keys are the halves of one SM2 key. */
	static boolean belongTogether(PrivateKey privateKey, PublicKey publicKey) {
		if (!isSm2(privateKey) || !isSm2(publicKey)) {
			return false;
		}
		// The JCA has no way to compute one from the other
		CryptoSuite suite = CryptoSuite.sm();
		return suite.verifier(publicKey).verify(PROBE, suite.signer("", privateKey).sign(PROBE));
	}

	private static boolean isSm2(Key key) {
		// A key in an HSM has no encoding
		byte @Nullable [] encoded = key.getEncoded();
		return encoded != null && namesTheCurve(encoded);
	}

	private static KeyMaterialException notSm2() {
		return new KeyMaterialException("The key is not an SM2 key.",
				"Use the SM2 key that belongs to the merchant's SM certificate, or the RSA suite"
						+ " (wechatpay.crypto-suite: rsa) with an RSA key.");
	}

}
