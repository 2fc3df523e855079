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

package io.github.wechatpay4j.testing;

import java.security.KeyPair;

import io.github.wechatpay4j.crypto.CryptoSuite;
import io.github.wechatpay4j.merchant.Credentials;
import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.trust.Trust;

/**
 * The merchants of the tests.
 */
public final class TestMerchants {

	public static final String MCHID = "1900000001";

	public static final String APPID = "wxd678efh567hg6787";

	public static final String SERIAL = "5157F09EFDC096DE15EBE81A47057A7232F1B8E1";

	public static final String API_V3_KEY = "TopSecretApiV3KeyOfTheMerchant32";

	public static final String NOTIFY_URL = "https://shop.example/wechatpay/notifications";

	private TestMerchants() {
	}

	public static Credentials credentials() {
		return credentials(MCHID, TestKeys.MERCHANT);
	}

	public static Credentials credentials(String mchid, KeyPair keys) {
		CryptoSuite suite = CryptoSuite.rsa();
		return new Credentials(mchid, suite, suite.signer(SERIAL, keys.getPrivate()),
				suite.decryptor(keys.getPrivate()), suite.aead(API_V3_KEY));
	}

	public static Merchant merchant() {
		return merchant(PlatformSigner.trust());
	}

	public static Merchant merchant(Trust trust) {
		return Merchant.of(credentials(), trust).appid(APPID).notifyUrl(NOTIFY_URL).build();
	}

	/** Another merchant, with a key of its own. */
	public static Merchant other(String name, String mchid) {
		return Merchant.of(credentials(mchid, TestKeys.STRANGER), PlatformSigner.trust()).name(name).build();
	}

}
