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
import java.util.Map;

import io.github.wechatpay4j.Identifier;

/**
 * Reads the notification addresses that are configured for single merchants.
 */
final class NotifyUrls {

	private static final String EXAMPLE = "https://shop.example/wechatpay/notifications";

	private NotifyUrls() {
	}

	/** The addresses by the merchants' names. */
	static Map<String, String> of(WechatPayConnectionDetails details) {
		Map<String, String> addresses = new LinkedHashMap<>();
		details.merchants().forEach((name, merchant) -> {
			String configured = merchant.getNotifyUrl();
			if (configured != null) {
				addresses.put(name, read(details.property(name, "notify-url"), configured));
			}
		});
		return addresses;
	}

	private static String read(String property, String configured) {
		PropertyChecks.resolved(configured, property);
		try {
			return PropertyChecks.httpAddress(URI.create(Identifier.strip(configured)), property, EXAMPLE).toString();
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidWechatPayPropertyException(property,
					"The value is not an address." + NotificationAddress.unseen(configured),
					"Write it like " + EXAMPLE + ".");
		}
	}

}
