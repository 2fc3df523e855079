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

import java.security.KeyPair;

import io.github.wechatpay4j.crypto.CryptoSuite;
import io.github.wechatpay4j.crypto.FieldDecryptor;
import io.github.wechatpay4j.crypto.Signer;

/**
 * The platform's half of one of its keys.
 *
 * @param id the public key's id or the certificate's serial number
 * @param suite the algorithms
 * @param signer signs answers and notifications
 * @param decryptor opens sensitive fields of requests
 */
public record PlatformSecret(String id, CryptoSuite suite, Signer signer, FieldDecryptor decryptor) {

	static PlatformSecret of(String id, KeyPair keys, CryptoSuite suite) {
		return new PlatformSecret(id, suite, suite.signer(id, keys.getPrivate()), suite.decryptor(keys.getPrivate()));
	}

	@Override
	public String toString() {
		return "PlatformSecret[" + this.id + "]";
	}

}
