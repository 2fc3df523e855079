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

import java.time.Clock;

import io.github.wechatpay4j.Identifier;
import io.github.wechatpay4j.autoconfigure.MerchantProperties.TrustMode;
import io.github.wechatpay4j.exchange.Exchange;
import io.github.wechatpay4j.trust.CertificateRefresh;
import io.github.wechatpay4j.trust.CertificateStore;
import io.github.wechatpay4j.trust.PlatformKey;
import io.github.wechatpay4j.trust.Trust;
import io.github.wechatpay4j.trust.TrustListener;
import org.jspecify.annotations.Nullable;

/**
 * Makes the trust of merchants from properties. Downloads nothing.
 */
final class TrustFactory {

	static final String PUBLIC_KEY_ID_PREFIX = "PUB_KEY_ID_";

	private final WechatPayConnectionDetails details;

	private final MaterialReader materials;

	private final Exchange exchange;

	private final Clock clock;

	private final CertificateRefresh refresh;

	private final @Nullable CertificateStore store;

	private final TrustListener listener;

	TrustFactory(WechatPayConnectionDetails details, MaterialReader materials, Exchange exchange, Clock clock,
			CertificateRefresh refresh, @Nullable CertificateStore store, TrustListener listener) {
		this.details = details;
		this.materials = materials;
		this.exchange = exchange;
		this.clock = clock;
		this.refresh = refresh;
		this.store = store;
		this.listener = listener;
	}

	Trust create(String name, MerchantProperties properties, CurrentCredentials credentials) {
		boolean hasPublicKey = properties.getPublicKey() != null || properties.getPublicKeyId() != null;
		TrustMode mode = properties.getTrust();
		if (mode == TrustMode.CERTIFICATES || (mode == TrustMode.AUTO && !hasPublicKey)) {
			return certificates(credentials);
		}
		Trust publicKey = Trust.publicKey(publicKey(name, properties, credentials));
		return (mode == TrustMode.BOTH) ? Trust.either(publicKey, certificates(credentials)) : publicKey;
	}

	private Trust certificates(CurrentCredentials credentials) {
		return Trust.certificates(this.exchange.certificateSource(credentials, this.store), credentials.get().suite(),
				this.clock, this.refresh, this.listener);
	}

	private PlatformKey publicKey(String name, MerchantProperties properties, CurrentCredentials credentials) {
		String property = this.details.property(name, "public-key-id");
		String id = PropertyChecks.required(properties.getPublicKeyId(), property,
				"Copy the id of the WeChat Pay public key, PUB_KEY_ID_ and digits, from the merchant platform.");
		if (!id.startsWith(PUBLIC_KEY_ID_PREFIX)) {
			throw new InvalidWechatPayPropertyException(property, "The value does not begin with PUB_KEY_ID_.",
					"Copy the id of the WeChat Pay public key from the merchant platform; a hexadecimal serial number"
							+ " belongs to '" + this.details.property(name, "serial-number") + "'.");
		}
		PropertyChecks.identifier(Identifier.PUBLIC_KEY_ID, id, property,
				"Copy the id of the WeChat Pay public key, PUB_KEY_ID_ and digits, from the merchant platform.");
		String key = this.details.property(name, "public-key");
		return this.materials.explaining(key,
				() -> PlatformKey.ofPublicKey(id,
						this.materials.platformKey(key, properties.getPublicKey(), credentials.key()),
						credentials.get().suite()));
	}

}
