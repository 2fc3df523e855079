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

import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateKey;

/**
 * A key with an encoding that nobody sees, as those of an HSM have. This one does give
 * its exponent, so that the JDK can sign with it.
 */
final class HeldKey implements RSAPrivateKey {

	private static final long serialVersionUID = 1L;

	private final RSAPrivateKey key;

	HeldKey(PrivateKey key) {
		this.key = (RSAPrivateKey) key;
	}

	@Override
	public BigInteger getPrivateExponent() {
		return this.key.getPrivateExponent();
	}

	@Override
	public BigInteger getModulus() {
		return this.key.getModulus();
	}

	@Override
	public String getAlgorithm() {
		return "RSA";
	}

	@Override
	public String getFormat() {
		return null;
	}

	@Override
	public byte[] getEncoded() {
		return null;
	}

}
