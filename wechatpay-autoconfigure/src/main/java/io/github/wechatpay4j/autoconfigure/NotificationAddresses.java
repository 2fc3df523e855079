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

import java.util.Map;

import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.merchant.MerchantRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Where each merchant's notifications are to be sent, wherever the merchant comes from.
 * Safe for use by many threads.
 */
final class NotificationAddresses {

	private final Map<String, String> explicit;

	private volatile NotificationAddress derived;

	/**
	 * Creates addresses.
	 * @param explicit addresses that are configured as they are, by the merchant's name
	 * @param derived where the endpoint is
	 */
	NotificationAddresses(Map<String, String> explicit, NotificationAddress derived) {
		this.explicit = Map.copyOf(explicit);
		this.derived = derived;
	}

	/** The address to send a merchant's notifications to, if it names none itself. */
	@Nullable String of(String merchant) {
		String configured = this.explicit.get(merchant);
		return (configured != null) ? configured : this.derived.of(merchant);
	}

	/** Addresses that are configured as they are, by the merchant's name. */
	Map<String, String> explicit() {
		return this.explicit;
	}

	NotificationAddress derived() {
		return this.derived;
	}

	/** The endpoint has turned out to be somewhere else. */
	void move(NotificationAddress address) {
		this.derived = address;
	}

	/**
	 * The merchants of a registry, each with its address. Reads through: what comes and
	 * goes there comes and goes here.
	 */
	MerchantRegistry complete(MerchantRegistry merchants) {
		return new AddressedMerchants(merchants, this);
	}

	Merchant complete(Merchant merchant) {
		if (merchant.notifyUrl() != null) {
			return merchant;
		}
		String address = of(merchant.name());
		return (address != null) ? merchant.withNotifyUrl(address) : merchant;
	}

}
