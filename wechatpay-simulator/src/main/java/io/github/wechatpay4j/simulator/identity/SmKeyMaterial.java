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
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;

import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Makes SM2 keys and certificates, which no provider of the JVM can. Loaded only where a
 * merchant wants them.
 */
final class SmKeyMaterial {

	private static final Provider PROVIDER = new BouncyCastleProvider();

	private SmKeyMaterial() {
	}

	static KeyPair keyPair() {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", PROVIDER);
			generator.initialize(new ECGenParameterSpec("sm2p256v1"));
			return generator.generateKeyPair();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("BouncyCastle has SM2", ex);
		}
	}

	static X509Certificate certificate(KeyPair keys, BigInteger serialNumber, Instant now) {
		try {
			return new JcaX509CertificateConverter().setProvider(PROVIDER)
				.getCertificate(KeyMaterial.certificateBuilder(keys, serialNumber, now)
					.build(new JcaContentSignerBuilder("SM3WITHSM2").setProvider(PROVIDER).build(keys.getPrivate())));
		}
		catch (OperatorCreationException | GeneralSecurityException ex) {
			throw new IllegalStateException("A certificate cannot be made", ex);
		}
	}

}
