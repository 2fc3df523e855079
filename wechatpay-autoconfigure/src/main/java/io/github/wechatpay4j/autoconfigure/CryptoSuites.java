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
package io.github.wechatpay4j.autoconfigure;

import io.github.wechatpay4j.KeyMaterialException;
import io.github.wechatpay4j.autoconfigure.MerchantProperties.SuiteKind;
import io.github.wechatpay4j.crypto.CryptoSuite;

/**
 * The suite that each merchant asks for. The SM suite is touched only where one does: it
 * needs BouncyCastle.
 */
final class CryptoSuites {

	private final WechatPayConnectionDetails details;

	private final CryptoSuite rsa;

	CryptoSuites(WechatPayConnectionDetails details, CryptoSuite rsa) {
		this.details = details;
		this.rsa = rsa;
	}

	/**
	 * Before a key is read: without BouncyCastle it could not be, and that would be told
	 * of the key.
	 */
	void check(String name, MerchantProperties properties) {
		of(name, properties);
	}

	CryptoSuite of(String name, MerchantProperties properties) {
		if (properties.getCryptoSuite() == SuiteKind.RSA) {
			return this.rsa;
		}
		try {
			return CryptoSuite.sm();
		}
		catch (KeyMaterialException ex) {
			throw new InvalidWechatPayPropertyException(this.details.property(name, "crypto-suite"), ex.problem(),
					ex.remedy());
		}
	}

}
