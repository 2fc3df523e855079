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
import java.util.Optional;

import io.github.wechatpay4j.Printable;

/**
 * The merchants that this application acts for. Implementations are safe for use by many
 * threads.
 */
public interface MerchantRegistry {

	/**
	 * Finds a merchant.
	 * @param name its name
	 * @return the merchant
	 */
	Optional<Merchant> find(String name);

	/**
	 * All merchants.
	 * @return a copy
	 */
	Collection<Merchant> all();

	/**
	 * Whether finding a merchant may wait for something else than the processor, such as
	 * a database. Then the reactive client never does so on an event loop.
	 * @return {@code true} unless the implementation knows better
	 */
	default boolean isBlocking() {
		return true;
	}

	/**
	 * The merchant with a name.
	 * @param name its name
	 * @return the merchant
	 * @throws IllegalArgumentException if there is none
	 */
	default Merchant get(String name) {
		return find(name).orElseThrow(() -> new IllegalArgumentException("There is no merchant named '"
				+ Printable.id(name) + "'; there are " + all().stream().map(Merchant::name).toList()));
	}

	/**
	 * The merchant that is meant when none is named: the one called
	 * {@value Merchant#DEFAULT_NAME}, or the only one.
	 * @return the merchant
	 * @throws IllegalStateException if none is called so and there are several
	 */
	default Merchant primary() {
		return find(Merchant.DEFAULT_NAME).or(() -> all().stream().filter((merchant) -> all().size() == 1).findFirst())
			.orElseThrow(() -> new IllegalStateException("There is no default merchant: name one of "
					+ all().stream().map(Merchant::name).toList() + " with merchant(name), or set wechatpay.mchid"));
	}

}
