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
import java.security.SecureRandom;
import java.util.Locale;

import io.github.wechatpay4j.crypto.Aead;
import io.github.wechatpay4j.crypto.CryptoSuite;
import io.github.wechatpay4j.crypto.FieldEncryptor;
import io.github.wechatpay4j.crypto.Verifier;
import io.github.wechatpay4j.simulator.official.Numbers;

/**
 * A merchant as the platform knows it, with what the merchant itself has to know.
 */
public final class MerchantIdentity {

	private final KeySuite keySuite;

	private final CryptoSuite suite;

	private final String mchid;

	private final String appid;

	private final String serialNumber;

	private final String apiV3Key;

	private final KeyPair merchantKeys;

	private final KeyPair platformKeys;

	private final Verifier verifier;

	private final FieldEncryptor encryptor;

	private final Aead aead;

	private final PlatformSecret publicKey;

	private MerchantIdentity(KeySuite keySuite, String mchid, String appid, KeyPair merchantKeys, KeyPair platformKeys,
			Numbers numbers) {
		this.keySuite = keySuite;
		this.suite = keySuite.suite();
		this.mchid = mchid;
		this.appid = appid;
		this.serialNumber = KeyMaterial.serialNumber(new SecureRandom()).toString(16).toUpperCase(Locale.ROOT);
		this.apiV3Key = numbers.letters(32);
		this.merchantKeys = merchantKeys;
		this.platformKeys = platformKeys;
		this.verifier = this.suite.verifier(merchantKeys.getPublic());
		this.encryptor = this.suite.encryptor(merchantKeys.getPublic());
		this.aead = this.suite.aead(this.apiV3Key);
		this.publicKey = PlatformSecret.of("PUB_KEY_ID_01" + mchid + numbers.digits(18), platformKeys, this.suite);
	}

	static MerchantIdentity of(KeySuite keySuite, String mchid, String appid, KeyPair merchantKeys,
			KeyPair platformKeys, Numbers numbers) {
		return new MerchantIdentity(keySuite, mchid, appid, merchantKeys, platformKeys, numbers);
	}

	/**
	 * The algorithms that the merchant and the platform use towards each other.
	 * @return the suite
	 */
	public CryptoSuite suite() {
		return this.suite;
	}

	/**
	 * What {@code wechatpay.crypto-suite} calls the suite.
	 * @return {@code rsa} or {@code sm}
	 */
	public String cryptoSuite() {
		return this.keySuite.id();
	}

	/**
	 * The merchant's number.
	 * @return the number
	 */
	public String mchid() {
		return this.mchid;
	}

	/**
	 * The application bound to the merchant.
	 * @return the appid
	 */
	public String appid() {
		return this.appid;
	}

	/**
	 * The serial number of the merchant's API certificate.
	 * @return the serial number
	 */
	public String serialNumber() {
		return this.serialNumber;
	}

	/**
	 * The merchant's APIv3 key.
	 * @return 32 characters
	 */
	public String apiV3Key() {
		return this.apiV3Key;
	}

	/**
	 * The merchant's private key.
	 * @return PKCS#8 in PEM
	 */
	public String privateKeyPem() {
		return KeyMaterial.pem("PRIVATE KEY", this.merchantKeys.getPrivate().getEncoded());
	}

	/**
	 * The WeChat Pay public key of this merchant.
	 * @return the key in PEM
	 */
	public String publicKeyPem() {
		return KeyMaterial.pem("PUBLIC KEY", this.platformKeys.getPublic().getEncoded());
	}

	/**
	 * The private half of the WeChat Pay public key.
	 * @return the key
	 */
	public PlatformSecret publicKey() {
		return this.publicKey;
	}

	/**
	 * Verifies what the merchant signed.
	 * @return the verifier
	 */
	public Verifier verifier() {
		return this.verifier;
	}

	/**
	 * Encrypts sensitive fields for the merchant.
	 * @return the encryptor
	 */
	public FieldEncryptor encryptor() {
		return this.encryptor;
	}

	/**
	 * Encrypts under the merchant's APIv3 key.
	 * @return the cipher
	 */
	public Aead aead() {
		return this.aead;
	}

	@Override
	public String toString() {
		return "MerchantIdentity[" + this.mchid + "]";
	}

}
