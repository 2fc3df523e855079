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

import io.github.wechatpay4j.crypto.CryptoSuite;

/**
 * The kinds of keys that merchants and the platform may have.
 */
enum KeySuite {

	RSA("rsa") {

		@Override
		CryptoSuite suite() {
			return CryptoSuite.rsa();
		}

		@Override
		KeyPair keyPair() {
			return KeyMaterial.keyPair();
		}

		@Override
		X509Certificate certificate(KeyPair keys, BigInteger serialNumber, Instant now) {
			return KeyMaterial.certificate(keys, serialNumber, now);
		}

	},

	SM("sm") {

		@Override
		CryptoSuite suite() {
			return CryptoSuite.sm();
		}

		@Override
		KeyPair keyPair() {
			return SmKeyMaterial.keyPair();
		}

		@Override
		X509Certificate certificate(KeyPair keys, BigInteger serialNumber, Instant now) {
			return SmKeyMaterial.certificate(keys, serialNumber, now);
		}

	};

	private final String id;

	KeySuite(String id) {
		this.id = id;
	}

	/** What {@code wechatpay.crypto-suite} calls it. */
	String id() {
		return this.id;
	}

	abstract CryptoSuite suite();

	abstract KeyPair keyPair();

	abstract X509Certificate certificate(KeyPair keys, BigInteger serialNumber, Instant now);

}
