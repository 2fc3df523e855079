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

package io.github.wechatpay4j.simulator;

import java.util.List;

/**
 * A merchant of the simulator, with everything that an application has to be configured
 * with. All keys are made at start and worth nothing elsewhere.
 *
 * @param mchid the merchant's number
 * @param appid the application bound to it
 * @param serialNumber the serial number of the merchant's API certificate
 * @param privateKey the merchant's private key, PKCS#8 in PEM
 * @param apiV3Key the merchant's APIv3 key
 * @param publicKeyId the id of the WeChat Pay public key
 * @param publicKey the WeChat Pay public key in PEM
 * @param platformCertificates the platform certificates of its kind, oldest first
 * @param cryptoSuite {@code rsa} or {@code sm}, as {@code wechatpay.crypto-suite} names
 * it
 */
public record SimulatorMerchant(String mchid, String appid, String serialNumber, String privateKey, String apiV3Key,
		String publicKeyId, String publicKey, List<PlatformCertificate> platformCertificates, String cryptoSuite) {

	/**
	 * Creates a merchant.
	 * @param mchid the merchant's number
	 * @param appid the application bound to it
	 * @param serialNumber the serial number of the merchant's API certificate
	 * @param privateKey the merchant's private key
	 * @param apiV3Key the merchant's APIv3 key
	 * @param publicKeyId the id of the WeChat Pay public key
	 * @param publicKey the WeChat Pay public key
	 * @param platformCertificates the platform certificates
	 * @param cryptoSuite the suite
	 */
	public SimulatorMerchant {
		platformCertificates = List.copyOf(platformCertificates);
	}

	@Override
	public String toString() {
		return "SimulatorMerchant[" + this.mchid + ", " + this.appid + "]";
	}

	/**
	 * A platform certificate.
	 *
	 * @param serial its serial number
	 * @param pem the certificate in PEM
	 */
	public record PlatformCertificate(String serial, String pem) {

		@Override
		public String toString() {
			return "PlatformCertificate[" + this.serial + "]";
		}

	}

}
