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
import java.security.interfaces.RSAKey;
import java.util.concurrent.CompletableFuture;

import io.github.wechatpay4j.KeyMaterialException;
import io.github.wechatpay4j.crypto.provider.CryptoEngine;

/**
 * RSA-2048 with SHA-256, AES-256-GCM and OAEP.
 */
final class RsaCryptoSuite implements CryptoSuite {

	static final RsaCryptoSuite JDK = new RsaCryptoSuite(CompletableFuture.completedFuture(CryptoEngine.jdk()));

	private static final int MIN_BITS = 2048;

	/** The chosen engine; not there yet while it is being loaded. */
	private final CompletableFuture<CryptoEngine> engine;

	RsaCryptoSuite(CompletableFuture<CryptoEngine> engine) {
		this.engine = engine;
	}

	@Override
	public String providerName() {
		return this.engine.getNow(CryptoEngine.jdk()).name();
	}

	@Override
	public String scheme() {
		return "WECHATPAY2-SHA256-RSA2048";
	}

	@Override
	public String signType() {
		return "RSA";
	}

	@Override
	public String aeadAlgorithm() {
		return "AEAD_AES_256_GCM";
	}

	@Override
	public Signer signer(String serialNumber, PrivateKey key) {
		requireRsa(key);
		return new RsaSigner(serialNumber, key, this.engine);
	}

	@Override
	public Verifier verifier(PublicKey key) {
		requireRsa(key);
		return new RsaVerifier(key, this.engine);
	}

	@Override
	public FieldEncryptor encryptor(PublicKey key) {
		requireRsa(key);
		return new RsaFieldEncryptor(key, this.engine);
	}

	@Override
	public FieldDecryptor decryptor(PrivateKey key) {
		requireRsa(key);
		return new RsaFieldDecryptor(key, this.engine);
	}

	@Override
	public Aead aead(String apiV3Key) {
		return new AesGcmAead(apiV3Key, this.engine);
	}

	private static void requireRsa(Object key) {
		if (!(key instanceof RSAKey rsa)) {
			throw new KeyMaterialException("The key is not an RSA key.",
					"Use the RSA key that belongs to the merchant's API certificate.");
		}
		if (rsa.getModulus().bitLength() < MIN_BITS) {
			throw new KeyMaterialException("The RSA key has only " + rsa.getModulus().bitLength() + " bits.",
					"WeChat Pay uses keys of 2048 bits: this is another key.");
		}
	}

}
