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

import java.util.Collection;
import java.util.Optional;

import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.merchant.MerchantRegistry;

/**
 * The merchants of a registry with the notification addresses that the configuration
 * knows. A merchant's own address wins.
 *
 * @param merchants the registry
 * @param addresses the addresses
 */
record AddressedMerchants(MerchantRegistry merchants, NotificationAddresses addresses) implements MerchantRegistry {

	@Override
	public Optional<Merchant> find(String name) {
		return this.merchants.find(name).map(this.addresses::complete);
	}

	@Override
	public Collection<Merchant> all() {
		return this.merchants.all().stream().map(this.addresses::complete).toList();
	}

	@Override
	public boolean isBlocking() {
		return this.merchants.isBlocking();
	}

	@Override
	public Merchant get(String name) {
		return this.addresses.complete(this.merchants.get(name));
	}

	@Override
	public Merchant primary() {
		return this.addresses.complete(this.merchants.primary());
	}

}
