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
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.util.Objects;

/**
 * Signs with SM2 and SM3: the signature is r and s in DER, the signer's id the standard's
 * default, {@code 1234567812345678}, which is BouncyCastle's as well.
 */
final class Sm2Signer implements Signer {

	static final String ALGORITHM = "SM3WITHSM2";

	private final String serialNumber;

	private final PrivateKey key;

	private final Provider provider;

	Sm2Signer(String serialNumber, PrivateKey key, Provider provider) {
		this.serialNumber = Objects.requireNonNull(serialNumber, "serialNumber");
		this.key = key;
		this.provider = provider;
	}

	@Override
	public String serialNumber() {
		return this.serialNumber;
	}

	@Override
	public byte[] sign(byte[] message) {
		try {
			Signature signature = Signature.getInstance(ALGORITHM, this.provider);
			signature.initSign(this.key);
			signature.update(message);
			return signature.sign();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("The merchant's private key cannot sign", ex);
		}
	}

	@Override
	public boolean isBlocking() {
		return false;
	}

	@Override
	public String toString() {
		return "Sm2Signer[" + this.serialNumber + "]";
	}

}
