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

import java.security.PrivateKey;
import java.security.PublicKey;

/**
 * A family of algorithms that the platform and a merchant have agreed on. Suites and
 * everything they make are immutable and safe for use by many threads.
 *
 * @see <a href="https://pay.weixin.qq.com/doc/v3/merchant/4012365342">Signatures and
 * encryption</a>
 */
public interface CryptoSuite {

	/**
	 * The suite that every merchant has: RSA-2048 signatures with SHA-256, AES-256-GCM,
	 * and RSA-OAEP (SHA-1) for sensitive fields.
	 * @return the RSA suite on the JDK's own providers
	 */
	static CryptoSuite rsa() {
		return RsaCryptoSuite.INSTANCE;
	}

	/**
	 * The scheme that begins the {@code Authorization} header.
	 * @return the scheme, such as {@code WECHATPAY2-SHA256-RSA2048}
	 */
	String scheme();

	/**
	 * The name that payment devices expect in {@code signType}.
	 * @return the sign type, such as {@code RSA}
	 */
	String signType();

	/**
	 * The algorithm that a notification's resource names.
	 * @return the algorithm, such as {@code AEAD_AES_256_GCM}
	 */
	String aeadAlgorithm();

	/**
	 * A signer for the merchant's requests.
	 * @param serialNumber the serial number of the merchant's API certificate
	 * @param key the merchant's private key
	 * @return a signer
	 */
	Signer signer(String serialNumber, PrivateKey key);

	/**
	 * A verifier for what the holder of a key signed.
	 * @param key the public key
	 * @return a verifier
	 */
	Verifier verifier(PublicKey key);

	/**
	 * An encryptor for sensitive fields that only the holder of a key can read.
	 * @param key the public key
	 * @return an encryptor
	 */
	FieldEncryptor encryptor(PublicKey key);

	/**
	 * A decryptor for sensitive fields that were encrypted for the merchant.
	 * @param key the merchant's private key
	 * @return a decryptor
	 */
	FieldDecryptor decryptor(PrivateKey key);

	/**
	 * The cipher for notifications and platform certificates.
	 * @param apiV3Key the merchant's APIv3 key, 32 ASCII characters
	 * @return the cipher
	 * @throws io.github.wechatpay4j.KeyMaterialException if the key is not 32 bytes long
	 */
	Aead aead(String apiV3Key);

}
