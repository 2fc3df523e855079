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

import io.github.wechatpay4j.merchant.Credentials;
import io.github.wechatpay4j.merchant.InMemoryMerchantRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.ssl.SslBundle;

/**
 * Gives a merchant its new key when its SSL bundle changes. Calls under way finish with
 * the old one. A bundle that cannot be used changes nothing.
 */
@SuppressWarnings("ReferenceEquality") // which object it is tells whether somebody
										// replaced it
final class SslBundleReload {

	private static final Logger logger = LoggerFactory.getLogger(SslBundleReload.class);

	private final InMemoryMerchantRegistry merchants;

	private final CredentialsFactory factory;

	SslBundleReload(InMemoryMerchantRegistry merchants, CredentialsFactory factory) {
		this.merchants = merchants;
		this.factory = factory;
	}

	void reload(String name, MerchantProperties properties, CurrentCredentials current, SslBundle bundle) {
		try {
			Credentials old = current.get();
			Credentials fresh = this.factory.ofBundle(name, old.mchid(), properties, bundle);
			current.replace(fresh);
			this.merchants.replace(name,
					(merchant) -> (merchant.credentials() == old) ? merchant.withCredentials(fresh) : merchant);
			tell(name, fresh);
		}
		catch (RuntimeException ex) {
			logger.error("The SSL bundle of merchant '{}' has changed and cannot be used, the old key stays: {}", name,
					ex.getMessage());
		}
	}

	/** Whoever has replaced the merchant meanwhile meant that. */
	private void tell(String name, Credentials fresh) {
		boolean used = this.merchants.find(name).filter((merchant) -> merchant.credentials() == fresh).isPresent();
		if (used) {
			logger.info("Merchant '{}' signs with the certificate {} of its changed SSL bundle from now on", name,
					fresh.signer().serialNumber());
		}
		else {
			logger.info("The SSL bundle of merchant '{}' has changed, but the application has replaced or removed the"
					+ " merchant: it is left as it is", name);
		}
	}

}
