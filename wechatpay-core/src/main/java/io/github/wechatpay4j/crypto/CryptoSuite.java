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
import java.security.Provider;
import java.security.PublicKey;
import java.util.concurrent.CompletableFuture;

import io.github.wechatpay4j.crypto.provider.CryptoEngine;
import io.github.wechatpay4j.crypto.provider.CryptoProvider;
import io.github.wechatpay4j.crypto.provider.EngineSelection;

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
		return RsaCryptoSuite.JDK;
	}

	/**
	 * The RSA suite with a choice of provider. {@link CryptoProvider#AUTO} returns at
	 * once: until the faster provider is loaded, what the suite makes uses the JDK's, and
	 * changes over by itself. The others load the provider before they return.
	 * @param provider the choice
	 * @return the RSA suite
	 * @throws io.github.wechatpay4j.crypto.provider.CryptoProviderUnavailableException if
	 * a provider is named that cannot be used
	 */
	static CryptoSuite rsa(CryptoProvider provider) {
		return new RsaCryptoSuite(EngineSelection.of(provider));
	}

	/**
	 * The RSA suite on one provider, which is not installed in the JVM. Keys are
	 * translated to the provider's own once, when they are given to the suite; a key that
	 * cannot be, such as that of an HSM, is used through the providers of the JVM.
	 * @param provider the provider
	 * @return the RSA suite
	 * @throws io.github.wechatpay4j.crypto.provider.CryptoProviderUnavailableException if
	 * the provider does not pass a self-check with known answers
	 */
	static CryptoSuite rsa(Provider provider) {
		return new RsaCryptoSuite(CompletableFuture.completedFuture(CryptoEngine.of(provider)));
	}

	/**
	 * Which security provider does the work just now.
	 * @return its name, such as {@code AmazonCorrettoCryptoProvider}, or {@code JDK} for
	 * those that the JVM is configured with
	 */
	default String providerName() {
		return "JDK";
	}

	/**
	 * The suite of merchants that have asked WeChat Pay for the national algorithms (国密):
	 * SM2 signatures with SM3, SM4-GCM, and SM2 for sensitive fields. Needs BouncyCastle
	 * ({@code org.bouncycastle:bcprov-jdk18on}) on the class path, which is not installed
	 * as a provider.
	 * @return the SM suite
	 * @throws io.github.wechatpay4j.KeyMaterialException if BouncyCastle is not there
	 * @see <a href="https://pay.weixin.qq.com/doc/v3/partner/4012082629">APIv3 with the
	 * SM algorithms</a>
	 */
	static CryptoSuite sm() {
		return new SmCryptoSuite(BouncyCastle.provider());
	}

	/**
	 * The scheme that begins the {@code Authorization} header.
	 * @return the scheme, such as {@code WECHATPAY2-SHA256-RSA2048}
	 */
	String scheme();

	/**
	 * The name that payment devices expect in {@code signType}.
	 * @return the sign type, such as {@code RSA}
	 * @throws UnsupportedOperationException if payment devices do not know the suite's
	 * signatures: the official documents name {@code RSA} only
	 */
	String signType();

	/**
	 * The algorithm that a notification's resource names.
	 * @return the algorithm, such as {@code AEAD_AES_256_GCM}
	 */
	String aeadAlgorithm();

	/**
	 * What {@code GET /v3/certificates} calls the suite's platform certificates in
	 * {@code algorithm_type}.
	 * @return the algorithm; {@code RSA}, which the platform assumes by itself, unless
	 * the suite says otherwise
	 */
	default String certificateAlgorithm() {
		return "RSA";
	}

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
