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

package io.github.wechatpay4j.actuate;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.merchant.MerchantRegistry;

import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;

/**
 * Tells the version of the library, the algorithms in use, and how many merchants there
 * are.
 */
public final class WechatPayInfoContributor implements InfoContributor {

	private final MerchantRegistry merchants;

	/**
	 * Creates a contributor.
	 * @param merchants the merchants
	 */
	public WechatPayInfoContributor(MerchantRegistry merchants) {
		this.merchants = Objects.requireNonNull(merchants, "merchants");
	}

	@Override
	public void contribute(Info.Builder builder) {
		Collection<Merchant> all = this.merchants.all();
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("version",
				Objects.requireNonNullElse(Merchant.class.getPackage().getImplementationVersion(), "development"));
		details.put("merchants", all.size());
		details.put("schemes",
				all.stream().map((merchant) -> merchant.credentials().suite().scheme()).distinct().sorted().toList());
		details.put("cryptoProviders",
				all.stream()
					.map((merchant) -> merchant.credentials().suite().providerName())
					.distinct()
					.sorted()
					.toList());
		builder.withDetail("wechatpay", details);
	}

}
