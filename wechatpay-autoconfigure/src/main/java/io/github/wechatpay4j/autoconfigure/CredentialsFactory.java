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

import java.util.Objects;

import io.github.wechatpay4j.Identifier;
import io.github.wechatpay4j.crypto.CryptoSuite;
import io.github.wechatpay4j.crypto.MerchantKey;
import io.github.wechatpay4j.crypto.Signer;
import io.github.wechatpay4j.merchant.Credentials;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.ssl.SslBundle;

/**
 * Makes credentials from {@code private-key}, from {@code ssl-bundle} or from a
 * {@link Signer} bean, in this order.
 */
final class CredentialsFactory {

	private final WechatPayConnectionDetails details;

	private final MaterialReader materials;

	private final SslBundleReader bundles;

	private final ProvidedSigners signers;

	private final CryptoSuites suites;

	CredentialsFactory(WechatPayConnectionDetails details, MaterialReader materials, SslBundleReader bundles,
			ProvidedSigners signers, CryptoSuites suites) {
		this.details = details;
		this.materials = materials;
		this.bundles = bundles;
		this.signers = signers;
		this.suites = suites;
	}

	CurrentCredentials create(String name, String mchid, MerchantProperties properties) {
		this.suites.check(name, properties);
		if (properties.getSslBundle() != null) {
			if (properties.getPrivateKey() != null) {
				throw new InvalidWechatPayPropertyException(property(name, "ssl-bundle"),
						"There is a '" + property(name, "private-key") + "', too.", "Remove one of them.");
			}
			SslBundle bundle = this.bundles.get(property(name, "ssl-bundle"), properties.getSslBundle());
			MerchantKey key = key(name, properties, bundle);
			return new CurrentCredentials(ofKey(name, mchid, properties, key), key);
		}
		Signer signer = (properties.getPrivateKey() == null)
				? this.signers.find(name, configuredSerialNumber(name, properties), this.details.merchants().size())
				: null;
		if (signer != null) {
			return new CurrentCredentials(ofSigner(name, mchid, properties, signer), null);
		}
		MerchantKey key = this.materials.merchantKey(property(name, "private-key"), properties.getPrivateKey(),
				Objects.requireNonNullElse(properties.getPrivateKeyPassword(), mchid));
		key = withCertificate(name, properties, key);
		return new CurrentCredentials(ofKey(name, mchid, properties, key), key);
	}

	/** The credentials that follow from a changed bundle. */
	Credentials ofBundle(String name, String mchid, MerchantProperties properties, SslBundle bundle) {
		Credentials credentials = ofKey(name, mchid, properties, key(name, properties, bundle));
		KeyTrials.sign(property(name, "ssl-bundle"), credentials);
		return credentials;
	}

	private MerchantKey key(String name, MerchantProperties properties, SslBundle bundle) {
		return withCertificate(name, properties, this.bundles.key(property(name, "ssl-bundle"), bundle));
	}

	private Credentials ofKey(String name, String mchid, MerchantProperties properties, MerchantKey key) {
		CryptoSuite suite = this.suites.of(name, properties);
		String serialNumber = serialNumber(name, properties, key.serialNumber(), "configured certificate");
		String apiV3Key = apiV3Key(name, properties);
		return this.materials.explaining(
				property(name, (properties.getSslBundle() != null) ? "ssl-bundle" : "private-key"),
				() -> withPrevious(name, properties, apiV3Key,
						Credentials.of(mchid, serialNumber, key, apiV3Key, suite)));
	}

	private Credentials ofSigner(String name, String mchid, MerchantProperties properties, Signer signer) {
		serialNumber(name, properties, Identifier.SERIAL_NUMBER.read(signer.serialNumber()), "Signer bean");
		CryptoSuite suite = this.suites.of(name, properties);
		String apiV3Key = apiV3Key(name, properties);
		return withPrevious(name, properties, apiV3Key,
				new Credentials(mchid, suite, signer, this.signers.decryptor(name, signer), suite.aead(apiV3Key)));
	}

	private Credentials withPrevious(String name, MerchantProperties properties, String apiV3Key,
			Credentials credentials) {
		String previous = properties.getApiV3KeyPrevious();
		if (previous == null) {
			return credentials;
		}
		String property = property(name, "api-v3-key-previous");
		String key = PropertyChecks.required(previous, property,
				"Set the APIv3 key that was in use before, or remove the property.");
		if (key.equals(apiV3Key)) {
			throw new InvalidWechatPayPropertyException(property,
					"The value is that of '" + property(name, "api-v3-key") + "', too.",
					"Set the APIv3 key that was in use before the change, or remove the property.");
		}
		return this.materials.explaining(property, () -> credentials.withPreviousApiV3Key(key));
	}

	private String apiV3Key(String name, MerchantProperties properties) {
		String property = property(name, "api-v3-key");
		String apiV3Key = PropertyChecks.required(properties.getApiV3Key(), property,
				"Copy the 32 characters that were set on the merchant platform under Account Center > API Security"
						+ " > APIv3 key.");
		this.materials.explaining(property, () -> this.suites.of(name, properties).aead(apiV3Key));
		return apiV3Key;
	}

	private MerchantKey withCertificate(String name, MerchantProperties properties, MerchantKey key) {
		if (properties.getCertificate() == null) {
			return key;
		}
		return this.materials.pair(property(name, "certificate"), properties.getCertificate(), key);
	}

	private String serialNumber(String name, MerchantProperties properties, @Nullable String known, String source) {
		if (properties.getSerialNumber() == null && known != null) {
			return known;
		}
		String property = property(name, "serial-number");
		String serialNumber = PropertyChecks.required(configuredSerialNumber(name, properties), property,
				"Copy the serial number of the merchant's API certificate from the merchant platform, or print it with:"
						+ " openssl x509 -in apiclient_cert.pem -noout -serial");
		if (known != null && !known.equals(serialNumber)) {
			throw new InvalidWechatPayPropertyException(property,
					"The value differs from the serial number of the " + source + ", " + known + ".",
					"Remove the property, or configure the certificate that it belongs to.");
		}
		return serialNumber;
	}

	private @Nullable String configuredSerialNumber(String name, MerchantProperties properties) {
		String written = properties.getSerialNumber();
		return (written == null || Identifier.strip(written).isEmpty()) ? null
				: PropertyChecks.identifier(Identifier.SERIAL_NUMBER, written, property(name, "serial-number"),
						"Set the serial number of the merchant's API certificate, also when the WeChat Pay public key"
								+ " is used; the id PUB_KEY_ID_... belongs to '" + property(name, "public-key-id")
								+ "'. Print it with: openssl x509 -in apiclient_cert.pem -noout -serial. In YAML, quote"
								+ " it.");
	}

	private String property(String name, String key) {
		return this.details.property(name, key);
	}

}
