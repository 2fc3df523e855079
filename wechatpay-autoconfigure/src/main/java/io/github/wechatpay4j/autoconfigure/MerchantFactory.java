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

import java.net.URI;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

import io.github.wechatpay4j.autoconfigure.MerchantProperties.TrustMode;
import io.github.wechatpay4j.crypto.CryptoSuite;
import io.github.wechatpay4j.crypto.MerchantKey;
import io.github.wechatpay4j.exchange.Exchange;
import io.github.wechatpay4j.merchant.Credentials;
import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.trust.PlatformKey;
import io.github.wechatpay4j.trust.Trust;
import org.jspecify.annotations.Nullable;

/**
 * Makes merchants from properties, and explains what is wrong with them. Needs no
 * network.
 */
final class MerchantFactory {

	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+");

	private static final Pattern MCHID = Pattern.compile("[0-9]+");

	private static final Pattern HEX = Pattern.compile("[0-9A-F]+");

	private static final String PUBLIC_KEY_ID_PREFIX = "PUB_KEY_ID_";

	private final WechatPayConnectionDetails details;

	private final MaterialReader materials;

	private final Exchange exchange;

	private final CryptoSuite suite;

	private final Clock clock;

	MerchantFactory(WechatPayConnectionDetails details, MaterialReader materials, Exchange exchange, CryptoSuite suite,
			Clock clock) {
		this.details = details;
		this.materials = materials;
		this.exchange = exchange;
		this.suite = suite;
		this.clock = clock;
	}

	Merchant create(String name, MerchantProperties properties, @Nullable String notifyUrl) {
		if (!NAME.matcher(name).matches()) {
			throw new InvalidWechatPayPropertyException("wechatpay.merchants." + name,
					"The name becomes part of an address and holds other characters than letters, digits, '-' and '_'.",
					"Choose another name.");
		}
		checkPlaceholders(name, properties);
		String mchid = mchid(name, properties);
		MerchantKey key = this.materials.merchantKey(property(name, "private-key"), properties.getPrivateKey(),
				Objects.requireNonNullElse(properties.getPrivateKeyPassword(), mchid));
		key = withCertificate(name, properties, key);
		String serialNumber = serialNumber(name, properties, key);
		String apiV3Key = require(name, "api-v3-key", properties.getApiV3Key(),
				"Copy the 32 characters that were set on the merchant platform under Account Center > API Security"
						+ " > APIv3 key.");
		Credentials credentials = credentials(name, mchid, serialNumber, key, apiV3Key);
		return Merchant.of(credentials, trust(name, properties, key, credentials))
			.name(name)
			.appid(appid(name, properties))
			.notifyUrl((properties.getNotifyUrl() != null) ? notifyUrl(name, properties.getNotifyUrl()) : notifyUrl)
			.build();
	}

	private void checkPlaceholders(String name, MerchantProperties properties) {
		PropertyChecks.resolved(properties.getMchid(), property(name, "mchid"));
		PropertyChecks.resolved(properties.getAppid(), property(name, "appid"));
		PropertyChecks.resolved(properties.getSerialNumber(), property(name, "serial-number"));
		PropertyChecks.resolved(properties.getPrivateKey(), property(name, "private-key"));
		PropertyChecks.resolved(properties.getPrivateKeyPassword(), property(name, "private-key-password"));
		PropertyChecks.resolved(properties.getCertificate(), property(name, "certificate"));
		PropertyChecks.resolved(properties.getApiV3Key(), property(name, "api-v3-key"));
		PropertyChecks.resolved(properties.getPublicKeyId(), property(name, "public-key-id"));
		PropertyChecks.resolved(properties.getPublicKey(), property(name, "public-key"));
		PropertyChecks.resolved(properties.getNotifyUrl(), property(name, "notify-url"));
	}

	private @Nullable String appid(String name, MerchantProperties properties) {
		String appid = properties.getAppid();
		if (appid != null && appid.isBlank()) {
			throw invalid(name, "appid", "It is blank.",
					"Set the appid that payments belong to, or remove the property.");
		}
		return appid;
	}

	private String notifyUrl(String name, String notifyUrl) {
		String property = property(name, "notify-url");
		try {
			return PropertyChecks
				.httpAddress(URI.create(notifyUrl.strip()), property, "https://shop.example/wechatpay/notifications")
				.toString();
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidWechatPayPropertyException(property, "The value is not an address.",
					"Write it like https://shop.example/wechatpay/notifications.");
		}
	}

	private String mchid(String name, MerchantProperties properties) {
		String mchid = require(name, "mchid", properties.getMchid(),
				"Set the merchant number that WeChat Pay gave, such as 1900000001.");
		if (!MCHID.matcher(mchid).matches()) {
			throw invalid(name, "mchid", "The value holds other characters than digits.",
					"Set the merchant number that WeChat Pay gave, such as 1900000001; it is not the appid.");
		}
		return mchid;
	}

	private MerchantKey withCertificate(String name, MerchantProperties properties, MerchantKey key) {
		if (properties.getCertificate() == null) {
			return key;
		}
		return this.materials.pair(property(name, "certificate"), properties.getCertificate(), key);
	}

	private String serialNumber(String name, MerchantProperties properties, MerchantKey key) {
		String known = key.serialNumber();
		if (properties.getSerialNumber() == null && known != null) {
			return known;
		}
		String serialNumber = require(name, "serial-number", properties.getSerialNumber(),
				"Copy the serial number of the merchant's API certificate from the merchant platform, or print it with:"
						+ " openssl x509 -in apiclient_cert.pem -noout -serial")
			.replace(":", "")
			.toUpperCase(Locale.ROOT);
		if (serialNumber.startsWith(PUBLIC_KEY_ID_PREFIX) || !HEX.matcher(serialNumber).matches()) {
			throw invalid(name, "serial-number", "The value is not a hexadecimal serial number.",
					"Set the serial number of the merchant's API certificate, also when the WeChat Pay public key is"
							+ " used; the id PUB_KEY_ID_... belongs to '" + property(name, "public-key-id") + "'.");
		}
		if (known != null && !known.equals(serialNumber)) {
			throw invalid(name, "serial-number",
					"The value differs from the serial number of the configured certificate, " + known + ".",
					"Remove the property, or configure the certificate that it belongs to.");
		}
		return serialNumber;
	}

	private Credentials credentials(String name, String mchid, String serialNumber, MerchantKey key, String apiV3Key) {
		return this.materials.explaining(property(name, "api-v3-key"), () -> {
			this.suite.aead(apiV3Key);
			return this.materials.explaining(property(name, "private-key"),
					() -> Credentials.of(mchid, serialNumber, key, apiV3Key, this.suite));
		});
	}

	private Trust trust(String name, MerchantProperties properties, MerchantKey key, Credentials credentials) {
		boolean hasPublicKey = properties.getPublicKey() != null || properties.getPublicKeyId() != null;
		TrustMode mode = properties.getTrust();
		if (mode == TrustMode.CERTIFICATES || (mode == TrustMode.AUTO && !hasPublicKey)) {
			return certificates(credentials);
		}
		Trust publicKey = Trust.publicKey(publicKey(name, properties, key));
		return (mode == TrustMode.BOTH) ? Trust.either(publicKey, certificates(credentials)) : publicKey;
	}

	private Trust certificates(Credentials credentials) {
		return Trust.certificates(this.exchange.certificateSource(credentials), this.suite, this.clock);
	}

	private PlatformKey publicKey(String name, MerchantProperties properties, MerchantKey key) {
		String id = require(name, "public-key-id", properties.getPublicKeyId(),
				"Copy the id of the WeChat Pay public key, PUB_KEY_ID_ and digits, from the merchant platform.");
		if (!id.startsWith(PUBLIC_KEY_ID_PREFIX)) {
			throw invalid(name, "public-key-id", "The value does not begin with PUB_KEY_ID_.",
					"Copy the id of the WeChat Pay public key from the merchant platform; a hexadecimal serial number"
							+ " belongs to '" + property(name, "serial-number") + "'.");
		}
		return this.materials.explaining(property(name, "public-key"), () -> PlatformKey.ofPublicKey(id,
				this.materials.platformKey(property(name, "public-key"), properties.getPublicKey(), key), this.suite));
	}

	private String require(String name, String key, @Nullable String value, String remedy) {
		if (value == null || value.isBlank()) {
			throw invalid(name, key, "It is not set.", remedy);
		}
		return value.strip();
	}

	private InvalidWechatPayPropertyException invalid(String name, String key, String problem, String remedy) {
		return new InvalidWechatPayPropertyException(property(name, key), problem, remedy);
	}

	private String property(String name, String key) {
		return this.details.property(name, key);
	}

}
