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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.wechatpay4j.merchant.Merchant;

/**
 * Connection details from properties.
 */
final class PropertiesWechatPayConnectionDetails implements WechatPayConnectionDetails {

	private static final URI OFFICIAL = URI.create("https://api.mch.weixin.qq.com");

	private static final URI OFFICIAL_BACKUP = URI.create("https://api2.mch.weixin.qq.com");

	private final WechatPayProperties properties;

	PropertiesWechatPayConnectionDetails(WechatPayProperties properties) {
		this.properties = properties;
	}

	@Override
	public URI baseUrl() {
		return PropertyChecks.httpAddress(this.properties.getBaseUrl(), "wechatpay.base-url",
				"https://api.mch.weixin.qq.com");
	}

	@Override
	public List<URI> backupUrls() {
		List<URI> configured = this.properties.getBackupUrls();
		if (configured == null) {
			return OFFICIAL.equals(baseUrl()) ? List.of(OFFICIAL_BACKUP) : List.of();
		}
		return configured.stream()
			.map((url) -> PropertyChecks.httpAddress(url, "wechatpay.backup-urls", OFFICIAL_BACKUP.toString()))
			.toList();
	}

	@Override
	public Map<String, MerchantProperties> merchants() {
		if (this.properties.getMerchants().containsKey(Merchant.DEFAULT_NAME)) {
			throw new InvalidWechatPayPropertyException("wechatpay.merchants." + Merchant.DEFAULT_NAME,
					"The name is that of the merchant whose properties stand directly below 'wechatpay'.",
					"Move the properties there, or give the merchant another name.");
		}
		MerchantNames.check(this.properties.getMerchants().keySet());
		Map<String, MerchantProperties> merchants = new LinkedHashMap<>();
		if (hasDefaultMerchant()) {
			merchants.put(Merchant.DEFAULT_NAME, this.properties);
		}
		merchants.putAll(this.properties.getMerchants());
		return merchants;
	}

	/** Without further merchants, whatever is missing is missing from the default one. */
	private boolean hasDefaultMerchant() {
		return this.properties.getMerchants().isEmpty() || this.properties.getMchid() != null
				|| this.properties.getPrivateKey() != null || this.properties.getSslBundle() != null
				|| this.properties.getApiV3Key() != null;
	}

}
