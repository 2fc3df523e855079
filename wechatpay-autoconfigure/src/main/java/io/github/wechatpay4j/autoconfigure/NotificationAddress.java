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

import io.github.wechatpay4j.web.NotificationPath;
import org.jspecify.annotations.Nullable;

/**
 * Where notifications reach this application from outside.
 *
 * @param origin the public origin, {@code null} if it is not known
 * @param path the endpoint's path
 */
record NotificationAddress(@Nullable String origin, NotificationPath path) {

	static NotificationAddress of(WechatPayProperties.Notification properties) {
		return new NotificationAddress(origin(properties.getBaseUrl()), path(properties));
	}

	static NotificationPath path(WechatPayProperties.Notification properties) {
		try {
			return new NotificationPath(properties.getPath());
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidWechatPayPropertyException("wechatpay.notification.path", String.valueOf(ex.getMessage()),
					"Write it like /wechatpay/notifications.");
		}
	}

	private static @Nullable String origin(@Nullable URI baseUrl) {
		if (baseUrl == null) {
			return null;
		}
		HttpAddress.require(baseUrl, "wechatpay.notification.base-url", "https://shop.example");
		String text = baseUrl.toString();
		return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
	}

	/** The address to send a merchant's notifications to. */
	@Nullable String of(String merchant) {
		return (this.origin == null) ? null : this.origin + this.path.of(merchant);
	}

	NotificationAddress withOrigin(String origin) {
		return new NotificationAddress(origin, this.path);
	}

}
