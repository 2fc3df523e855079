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

package io.github.wechatpay4j.autoconfigure;

import org.jspecify.annotations.Nullable;

/**
 * Properties of one merchant.
 */
public class MerchantProperties {

	/**
	 * Merchant number (mchid).
	 */
	private @Nullable String mchid;

	/**
	 * Appid of the official account, mini program or app that payments belong to. Filled
	 * into requests that leave it out.
	 */
	private @Nullable String appid;

	/**
	 * Serial number of the merchant's API certificate, in hexadecimal. May be left out if
	 * it is known from 'certificate' or from a PKCS#12 'private-key'.
	 */
	private @Nullable String serialNumber;

	/**
	 * Merchant's private key: the location of apiclient_key.pem or apiclient_cert.p12, or
	 * the PEM text itself.
	 */
	private @Nullable String privateKey;

	/**
	 * Password of a PKCS#12 'private-key'. The merchant number if left out.
	 */
	private @Nullable String privateKeyPassword;

	/**
	 * Name of an SSL bundle that holds the merchant's private key and API certificate,
	 * instead of 'private-key'. A changed bundle is used from the next call on.
	 */
	private @Nullable String sslBundle;

	/**
	 * Merchant's API certificate: the location of apiclient_cert.pem, or the PEM text
	 * itself. Optional; it is checked against 'private-key' and 'serial-number'.
	 */
	private @Nullable String certificate;

	/**
	 * APIv3 key, 32 characters.
	 */
	private @Nullable String apiV3Key;

	/**
	 * APIv3 key that was in use before 'api-v3-key', for as long as notifications that
	 * were encrypted under it are on their way, stored, or dead letters. It opens
	 * notifications and nothing else.
	 */
	private @Nullable String apiV3KeyPrevious;

	/**
	 * Id of the WeChat Pay public key, PUB_KEY_ID_ and digits.
	 */
	private @Nullable String publicKeyId;

	/**
	 * WeChat Pay public key: the location of pub_key.pem, or the PEM text itself.
	 */
	private @Nullable String publicKey;

	/**
	 * Algorithms: 'rsa', or 'sm' (SM2, SM3 and SM4, 国密) for a merchant with an SM2 key.
	 * The latter needs org.bouncycastle:bcprov-jdk18on on the class path.
	 */
	private SuiteKind cryptoSuite = SuiteKind.RSA;

	/**
	 * Whose signatures are believed.
	 */
	private TrustMode trust = TrustMode.AUTO;

	/**
	 * Address that notifications are to be sent to. Made from 'wechatpay.notification' if
	 * left out.
	 */
	private @Nullable String notifyUrl;

	public @Nullable String getMchid() {
		return this.mchid;
	}

	public void setMchid(@Nullable String mchid) {
		this.mchid = mchid;
	}

	public @Nullable String getAppid() {
		return this.appid;
	}

	public void setAppid(@Nullable String appid) {
		this.appid = appid;
	}

	public @Nullable String getSerialNumber() {
		return this.serialNumber;
	}

	public void setSerialNumber(@Nullable String serialNumber) {
		this.serialNumber = serialNumber;
	}

	public @Nullable String getPrivateKey() {
		return this.privateKey;
	}

	public void setPrivateKey(@Nullable String privateKey) {
		this.privateKey = privateKey;
	}

	public @Nullable String getPrivateKeyPassword() {
		return this.privateKeyPassword;
	}

	public void setPrivateKeyPassword(@Nullable String privateKeyPassword) {
		this.privateKeyPassword = privateKeyPassword;
	}

	public @Nullable String getSslBundle() {
		return this.sslBundle;
	}

	public void setSslBundle(@Nullable String sslBundle) {
		this.sslBundle = sslBundle;
	}

	public @Nullable String getCertificate() {
		return this.certificate;
	}

	public void setCertificate(@Nullable String certificate) {
		this.certificate = certificate;
	}

	public @Nullable String getApiV3Key() {
		return this.apiV3Key;
	}

	public void setApiV3Key(@Nullable String apiV3Key) {
		this.apiV3Key = apiV3Key;
	}

	public @Nullable String getApiV3KeyPrevious() {
		return this.apiV3KeyPrevious;
	}

	public void setApiV3KeyPrevious(@Nullable String apiV3KeyPrevious) {
		this.apiV3KeyPrevious = apiV3KeyPrevious;
	}

	public @Nullable String getPublicKeyId() {
		return this.publicKeyId;
	}

	public void setPublicKeyId(@Nullable String publicKeyId) {
		this.publicKeyId = publicKeyId;
	}

	public @Nullable String getPublicKey() {
		return this.publicKey;
	}

	public void setPublicKey(@Nullable String publicKey) {
		this.publicKey = publicKey;
	}

	public SuiteKind getCryptoSuite() {
		return this.cryptoSuite;
	}

	public void setCryptoSuite(SuiteKind cryptoSuite) {
		this.cryptoSuite = cryptoSuite;
	}

	public TrustMode getTrust() {
		return this.trust;
	}

	public void setTrust(TrustMode trust) {
		this.trust = trust;
	}

	public @Nullable String getNotifyUrl() {
		return this.notifyUrl;
	}

	public void setNotifyUrl(@Nullable String notifyUrl) {
		this.notifyUrl = notifyUrl;
	}

	/**
	 * Whose signatures are believed.
	 */
	public enum TrustMode {

		/** The public key if one is configured, otherwise platform certificates. */
		AUTO,

		/** The configured public key only. */
		PUBLIC_KEY,

		/** Platform certificates only, downloaded when needed. */
		CERTIFICATES,

		/** Both, for the time of the switch from certificates to the public key. */
		BOTH

	}

	/**
	 * Which algorithms a merchant uses.
	 */
	public enum SuiteKind {

		/** RSA-2048 with SHA-256, and AES-256-GCM. */
		RSA,

		/** SM2 with SM3, and SM4-GCM. */
		SM

	}

}
