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

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.function.Consumer;

import io.github.wechatpay4j.crypto.MerchantKey;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;

/**
 * Takes the merchant's key and certificate out of an SSL bundle of Spring Boot.
 */
final class SslBundleReader {

	private static final String REMEDY = "Name a bundle whose key store holds apiclient_key.pem and apiclient_cert.pem, such as:"
			+ " spring.ssl.bundle.pem.<name>.keystore.private-key and .certificate.";

	private final @Nullable SslBundles bundles;

	SslBundleReader(@Nullable SslBundles bundles) {
		this.bundles = bundles;
	}

	SslBundle get(String property, String name) {
		if (this.bundles == null) {
			throw new InvalidWechatPayPropertyException(property, "This application has no SSL bundles.", REMEDY);
		}
		try {
			return this.bundles.getBundle(name);
		}
		catch (NoSuchSslBundleException ex) {
			throw new InvalidWechatPayPropertyException(property, "There is no SSL bundle of this name.", REMEDY);
		}
	}

	MerchantKey key(String property, SslBundle bundle) {
		try {
			KeyStore store = bundle.getStores().getKeyStore();
			String alias = (store != null) ? alias(store, bundle.getKey().getAlias()) : null;
			if (store != null && alias != null && store.getKey(alias, password(bundle)) instanceof PrivateKey key
					&& store.getCertificate(alias) instanceof X509Certificate first) {
				MerchantKey merchantKey = MerchantKey.of(key);
				return merchantKey.withCertificate(certificate(merchantKey, store.getCertificateChain(alias), first));
			}
		}
		catch (GeneralSecurityException | IllegalStateException ex) {
			throw new InvalidWechatPayPropertyException(property,
					"The key store of the SSL bundle cannot be read (" + ex.getClass().getSimpleName() + ").",
					"Check the files and passwords below spring.ssl.bundle. In a PEM file with several certificates,"
							+ " the merchant's own stands first.");
		}
		throw new InvalidWechatPayPropertyException(property,
				"The key store of the SSL bundle holds no private key with a certificate.", REMEDY);
	}

	/** The merchant's own certificate, wherever it stands in the chain. */
	private static X509Certificate certificate(MerchantKey key, Certificate[] chain, X509Certificate first) {
		for (Certificate each : chain) {
			if (each instanceof X509Certificate certificate && key.isKeyOf(certificate)) {
				return certificate;
			}
		}
		return first;
	}

	private static @Nullable String alias(KeyStore store, @Nullable String configured) throws GeneralSecurityException {
		if (configured != null) {
			return configured;
		}
		for (String alias : Collections.list(store.aliases())) {
			if (store.isKeyEntry(alias)) {
				return alias;
			}
		}
		return null;
	}

	private static char @Nullable [] password(SslBundle bundle) {
		String password = bundle.getKey().getPassword();
		if (password == null) {
			password = bundle.getStores().getKeyStorePassword();
		}
		return (password != null) ? password.toCharArray() : null;
	}

	void onUpdate(String name, Consumer<SslBundle> handler) {
		if (this.bundles != null) {
			this.bundles.addBundleUpdateHandler(name, handler);
		}
	}

}
