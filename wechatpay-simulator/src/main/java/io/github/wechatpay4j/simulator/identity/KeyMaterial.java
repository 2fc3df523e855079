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

package io.github.wechatpay4j.simulator.identity;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Makes keys and certificates. BouncyCastle only writes the certificates down: keys and
 * signatures come from the JVM's own providers.
 */
final class KeyMaterial {

	private static final int KEY_BITS = 2048;

	private static final int SERIAL_BITS = 160;

	private static final Duration LIFETIME = Duration.ofDays(5 * 365);

	private static final X500Name PLATFORM = new X500Name(
			"CN=Tenpay.com Sign (simulator), OU=Tenpay.com CA Center, O=Tenpay.com, L=Shenzhen, ST=Guangdong, C=CN");

	private KeyMaterial() {
	}

	static KeyPair keyPair() {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
			generator.initialize(KEY_BITS);
			return generator.generateKeyPair();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every JVM has RSA", ex);
		}
	}

	static BigInteger serialNumber(SecureRandom random) {
		return new BigInteger(SERIAL_BITS - 2, random).setBit(SERIAL_BITS - 2);
	}

	static X509Certificate certificate(KeyPair keys, BigInteger serialNumber, Instant now) {
		try {
			return new JcaX509CertificateConverter().getCertificate(certificateBuilder(keys, serialNumber, now)
				.build(new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate())));
		}
		catch (OperatorCreationException | GeneralSecurityException ex) {
			throw new IllegalStateException("A certificate cannot be made", ex);
		}
	}

	static X509v3CertificateBuilder certificateBuilder(KeyPair keys, BigInteger serialNumber, Instant now) {
		return new JcaX509v3CertificateBuilder(PLATFORM, serialNumber, Date.from(now.minusSeconds(60)),
				Date.from(now.plus(LIFETIME)), PLATFORM, keys.getPublic());
	}

	static String pem(String label, byte[] content) {
		String base64 = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(content);
		return "-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n";
	}

	static String pem(X509Certificate certificate) {
		try {
			return pem("CERTIFICATE", certificate.getEncoded());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("A certificate that was just made can be encoded", ex);
		}
	}

}
