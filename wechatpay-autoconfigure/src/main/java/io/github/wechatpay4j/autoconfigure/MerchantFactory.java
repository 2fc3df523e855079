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

import java.util.regex.Pattern;

import io.github.wechatpay4j.Identifier;
import io.github.wechatpay4j.merchant.Merchant;
import org.jspecify.annotations.Nullable;

/**
 * Makes merchants from properties, and explains what is wrong with them. Needs no
 * network.
 */
final class MerchantFactory {

	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+");

	private final WechatPayConnectionDetails details;

	private final CredentialsFactory credentials;

	private final TrustFactory trusts;

	MerchantFactory(WechatPayConnectionDetails details, CredentialsFactory credentials, TrustFactory trusts) {
		this.details = details;
		this.credentials = credentials;
		this.trusts = trusts;
	}

	CurrentCredentials credentials(String name, MerchantProperties properties) {
		if (!NAME.matcher(name).matches()) {
			throw new InvalidWechatPayPropertyException("wechatpay.merchants." + name,
					"The name becomes part of an address and holds other characters than letters, digits, '-' and '_'.",
					"Choose another name.");
		}
		checkPlaceholders(name, properties);
		return this.credentials.create(name, mchid(name, properties), properties);
	}

	Merchant create(String name, MerchantProperties properties, CurrentCredentials credentials,
			@Nullable String notifyUrl) {
		return Merchant.of(credentials.get(), this.trusts.create(name, properties, credentials))
			.name(name)
			.appid(appid(name, properties))
			.notifyUrl(notifyUrl)
			.build();
	}

	private void checkPlaceholders(String name, MerchantProperties properties) {
		PropertyChecks.resolved(properties.getMchid(), property(name, "mchid"));
		PropertyChecks.resolved(properties.getAppid(), property(name, "appid"));
		PropertyChecks.resolved(properties.getSerialNumber(), property(name, "serial-number"));
		PropertyChecks.resolved(properties.getPrivateKey(), property(name, "private-key"));
		PropertyChecks.resolved(properties.getPrivateKeyPassword(), property(name, "private-key-password"));
		PropertyChecks.resolved(properties.getSslBundle(), property(name, "ssl-bundle"));
		PropertyChecks.resolved(properties.getCertificate(), property(name, "certificate"));
		PropertyChecks.resolved(properties.getApiV3Key(), property(name, "api-v3-key"));
		PropertyChecks.resolved(properties.getApiV3KeyPrevious(), property(name, "api-v3-key-previous"));
		PropertyChecks.resolved(properties.getPublicKeyId(), property(name, "public-key-id"));
		PropertyChecks.resolved(properties.getPublicKey(), property(name, "public-key"));
	}

	private @Nullable String appid(String name, MerchantProperties properties) {
		String appid = properties.getAppid();
		return (appid != null) ? PropertyChecks.identifier(Identifier.APPID, appid, property(name, "appid"),
				"Set the appid that payments belong to, or remove the property.") : null;
	}

	private String mchid(String name, MerchantProperties properties) {
		String mchid = PropertyChecks.required(properties.getMchid(), property(name, "mchid"),
				"Set the merchant number that WeChat Pay gave, such as 1900000001.");
		return PropertyChecks.identifier(Identifier.MCHID, mchid, property(name, "mchid"),
				"Set the merchant number that WeChat Pay gave, such as 1900000001; it is not the appid. In YAML, quote"
						+ " it.");
	}

	private String property(String name, String key) {
		return this.details.property(name, key);
	}

}
