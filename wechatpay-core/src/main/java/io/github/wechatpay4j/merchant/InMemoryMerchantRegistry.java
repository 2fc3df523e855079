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

package io.github.wechatpay4j.merchant;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Merchants in memory, which may be added, replaced and removed while the application
 * runs. A call under way finishes with the merchant that it began with.
 */
public final class InMemoryMerchantRegistry implements MerchantRegistry {

	private volatile Map<String, Merchant> merchants = Map.of();

	/**
	 * Creates a registry.
	 * @param merchants the first merchants
	 */
	public InMemoryMerchantRegistry(Collection<Merchant> merchants) {
		merchants.forEach(this::put);
	}

	@Override
	public Optional<Merchant> find(String name) {
		return Optional.ofNullable(this.merchants.get(name));
	}

	@Override
	public Collection<Merchant> all() {
		return List.copyOf(this.merchants.values());
	}

	@Override
	public boolean isBlocking() {
		return false;
	}

	/**
	 * Adds a merchant, or replaces the one of the same name.
	 * @param merchant the merchant
	 */
	public void put(Merchant merchant) {
		change((copy) -> copy.put(merchant.name(), merchant));
	}

	/**
	 * Changes a merchant, if it is there, without losing what others change meanwhile.
	 * @param name its name
	 * @param change makes the new merchant, of the same name, from the present one;
	 * called while others wait, so it must not block
	 */
	public void replace(String name, UnaryOperator<Merchant> change) {
		change((copy) -> copy.computeIfPresent(name, (key, merchant) -> {
			Merchant changed = change.apply(merchant);
			if (!changed.name().equals(name)) {
				throw new IllegalArgumentException(
						"'" + name + "' cannot be replaced by a merchant named '" + changed.name() + "'");
			}
			return changed;
		}));
	}

	/**
	 * Removes a merchant, if it is there.
	 * @param name its name
	 */
	public void remove(String name) {
		change((copy) -> copy.remove(name));
	}

	private synchronized void change(Consumer<Map<String, Merchant>> change) {
		Map<String, Merchant> copy = new LinkedHashMap<>(this.merchants);
		change.accept(copy);
		this.merchants = copy;
	}

}
