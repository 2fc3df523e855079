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
import java.security.PublicKey;
import java.security.Signature;
import java.util.concurrent.CompletableFuture;

import io.github.wechatpay4j.crypto.provider.CryptoEngine;

/**
 * Verifies SHA256withRSA.
 */
final class RsaVerifier implements Verifier {

	private final Prepared<EngineKey<PublicKey>> key;

	RsaVerifier(PublicKey key, CompletableFuture<CryptoEngine> engine) {
		this.key = EngineKey.of(engine, key, PublicKey.class);
	}

	@Override
	public boolean verify(byte[] message, byte[] signature) {
		try {
			EngineKey<PublicKey> current = this.key.get();
			Signature verification = current.engine().signature();
			verification.initVerify(current.key());
			verification.update(message);
			return verification.verify(signature);
		}
		catch (java.security.SignatureException ex) {
			// A signature of the wrong length or form: as wrong as any other
			return false;
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("The platform's public key cannot verify", ex);
		}
	}

}
