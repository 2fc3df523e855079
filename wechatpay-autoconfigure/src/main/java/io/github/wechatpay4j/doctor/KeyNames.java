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

package io.github.wechatpay4j.doctor;

import io.github.wechatpay4j.merchant.Merchant;

/**
 * What the keys of a merchant are called in the configuration.
 *
 * @param merchant the merchant
 */
record KeyNames(Merchant merchant) {

	String privateKey() {
		return property("private-key");
	}

	String serialNumber() {
		return property("serial-number") + " (" + this.merchant.credentials().signer().serialNumber() + ")";
	}

	String mchid() {
		return property("mchid");
	}

	String publicKey() {
		return property("public-key");
	}

	String publicKeyId() {
		return property("public-key-id");
	}

	String trust() {
		return property("trust");
	}

	String apiV3Key() {
		return property("api-v3-key");
	}

	private String property(String key) {
		String name = this.merchant.name();
		return Merchant.DEFAULT_NAME.equals(name) ? "wechatpay." + key : "wechatpay.merchants." + name + "." + key;
	}

}
