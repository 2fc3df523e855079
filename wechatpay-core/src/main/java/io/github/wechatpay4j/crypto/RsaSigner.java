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

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.ProviderException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

import io.github.wechatpay4j.KeyMaterialException;
import io.github.wechatpay4j.crypto.provider.CryptoEngine;
import org.jspecify.annotations.Nullable;

/**
 * Signs with SHA256withRSA.
 */
final class RsaSigner implements Signer {

	private final String serialNumber;

	private final Prepared<EngineKey<PrivateKey>> key;

	private final FirstSignature first;

	RsaSigner(String serialNumber, PrivateKey key, CompletableFuture<CryptoEngine> engine) {
		this.serialNumber = Objects.requireNonNull(serialNumber, "serialNumber");
		this.key = EngineKey.of(engine, key, PrivateKey.class);
		this.first = new FirstSignature(publicKey(key));
	}

	/** A key in an HSM shows nothing. */
	private static @Nullable PublicKey publicKey(PrivateKey key) {
		if (!(key instanceof RSAPrivateCrtKey own)) {
			return null;
		}
		try {
			return KeyFactory.getInstance("RSA")
				.generatePublic(new RSAPublicKeySpec(own.getModulus(), own.getPublicExponent()));
		}
		catch (GeneralSecurityException ex) {
			throw new KeyMaterialException("The private key is damaged: its numbers are those of no RSA key.",
					"Use apiclient_key.pem as downloaded from the merchant platform.");
		}
	}

	@Override
	public String serialNumber() {
		return this.serialNumber;
	}

	@Override
	public byte[] sign(byte[] message) {
		try {
			EngineKey<PrivateKey> current = this.key.get();
			Signature signature = current.engine().signature();
			signature.initSign(current.key());
			signature.update(message);
			return this.first.check(message, signature.sign());
		}
		catch (GeneralSecurityException | ProviderException | ArithmeticException ex) {
			throw this.first.failed(ex);
		}
	}

	@Override
	public boolean isBlocking() {
		return false;
	}

	@Override
	public String toString() {
		return "RsaSigner[" + this.serialNumber + "]";
	}

}
