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

import java.util.List;

import io.github.wechatpay4j.merchant.InMemoryMerchantRegistry;

/**
 * Registers the merchants of the configuration, and watches the SSL bundles that their
 * keys come from.
 */
final class ConfiguredMerchants {

	private final WechatPayConnectionDetails details;

	private final MerchantFactory factory;

	private final CredentialsFactory credentials;

	private final SslBundleReader bundles;

	private final KeyTrials trials;

	ConfiguredMerchants(WechatPayConnectionDetails details, MerchantFactory factory, CredentialsFactory credentials,
			SslBundleReader bundles, KeyTrials trials) {
		this.details = details;
		this.factory = factory;
		this.credentials = credentials;
		this.bundles = bundles;
		this.trials = trials;
	}

	InMemoryMerchantRegistry register(NotificationAddresses addresses) {
		InMemoryMerchantRegistry merchants = new InMemoryMerchantRegistry(List.of());
		SslBundleReload reload = new SslBundleReload(merchants, this.credentials);
		this.details.merchants().forEach((name, properties) -> {
			CurrentCredentials current = this.factory.credentials(name, properties);
			this.trials.add(KeyTrials.Properties.of(this.details, name, properties.getSslBundle()), current.get(),
					current.key() != null);
			merchants.put(this.factory.create(name, properties, current, addresses.of(name)));
			String bundle = properties.getSslBundle();
			if (bundle != null) {
				this.bundles.onUpdate(bundle, (updated) -> reload.reload(name, properties, current, updated));
			}
		});
		return merchants;
	}

}
