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
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;

/**
 * Verifies what {@link Sm2Signer} makes.
 */
final class Sm2Verifier implements Verifier {

	private final PublicKey key;

	private final Provider provider;

	Sm2Verifier(PublicKey key, Provider provider) {
		this.key = key;
		this.provider = provider;
	}

	@Override
	public boolean verify(byte[] message, byte[] signature) {
		try {
			Signature verification = Signature.getInstance(Sm2Signer.ALGORITHM, this.provider);
			verification.initVerify(this.key);
			verification.update(message);
			return verification.verify(signature);
		}
		catch (java.security.SignatureException ex) {
			// Not even r and s: as wrong as any other
			return false;
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("The platform's public key cannot verify", ex);
		}
	}

}
