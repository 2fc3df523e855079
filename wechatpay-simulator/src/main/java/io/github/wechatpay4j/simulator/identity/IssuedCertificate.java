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
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;

import io.github.wechatpay4j.crypto.MerchantKey;

/**
 * A platform certificate with its key.
 *
 * @param serial its serial number
 * @param pem the certificate
 * @param notBefore when it begins
 * @param notAfter when it ends
 * @param secret its key
 */
public record IssuedCertificate(String serial, String pem, Instant notBefore, Instant notAfter, PlatformSecret secret) {

	static IssuedCertificate issue(KeySuite suite, KeyPair keys, BigInteger serialNumber, Instant now) {
		X509Certificate certificate = suite.certificate(keys, serialNumber, now);
		String serial = MerchantKey.serialNumber(certificate);
		return new IssuedCertificate(serial, KeyMaterial.pem(certificate), certificate.getNotBefore().toInstant(),
				certificate.getNotAfter().toInstant(), PlatformSecret.of(serial, keys, suite.suite()));
	}

	/**
	 * What {@code algorithm_type} calls the kind of certificate.
	 * @return {@code RSA} or {@code SM2}
	 */
	public String algorithm() {
		return this.secret.suite().certificateAlgorithm();
	}

	@Override
	public String toString() {
		return "IssuedCertificate[" + this.serial + "]";
	}

}
