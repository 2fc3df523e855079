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

/**
 * SM2 signatures with SM3, SM4-GCM, and SM2 encryption of sensitive fields.
 *
 * @see <a href= "https://pay.weixin.qq.com/doc/v3/partner/4012082629">APIv3 with the SM
 * algorithms</a>
 */
final class SmCryptoSuite implements CryptoSuite {

	private final Provider provider;

	SmCryptoSuite(Provider provider) {
		this.provider = provider;
	}

	@Override
	public String scheme() {
		return "WECHATPAY2-SM2-WITH-SM3";
	}

	@Override
	public String signType() {
		throw new UnsupportedOperationException("Payers' devices know no signature but RSA, and this merchant has an"
				+ " SM2 key: configure the merchant's RSA key as a further merchant with the same mchid, and sign"
				+ " invocations with that one");
	}

	@Override
	public String aeadAlgorithm() {
		return "AEAD_SM4_GCM";
	}

	@Override
	public String certificateAlgorithm() {
		return "SM2";
	}

	@Override
	public String providerName() {
		return this.provider.getName();
	}

	@Override
	public Signer signer(String serialNumber, PrivateKey key) {
		return new Sm2Signer(serialNumber, Sm2Keys.own(key), this.provider);
	}

	@Override
	public Verifier verifier(PublicKey key) {
		return new Sm2Verifier(Sm2Keys.own(key), this.provider);
	}

	@Override
	public FieldEncryptor encryptor(PublicKey key) {
		return new Sm2FieldEncryptor(Sm2Keys.own(key), this.provider);
	}

	@Override
	public FieldDecryptor decryptor(PrivateKey key) {
		return new Sm2FieldDecryptor(Sm2Keys.own(key), this.provider);
	}

	@Override
	public Aead aead(String apiV3Key) {
		return Sm4GcmAead.of(apiV3Key, this.provider);
	}

}
