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

import org.springframework.core.env.Environment;

/**
 * Where notifications reach this application from outside.
 *
 * @param base the public address of the application, {@code null} if it is not known
 * @param prefix what the web framework puts before every path of the application
 * @param path the endpoint's path within the application
 */
record NotificationAddress(@Nullable String base, String prefix, NotificationPath path) {

	static NotificationAddress of(NotificationProperties properties, Environment environment) {
		String prefix = prefix(environment);
		return new NotificationAddress(base(properties.getBaseUrl(), prefix), prefix, path(properties));
	}

	static NotificationPath path(NotificationProperties properties) {
		try {
			return new NotificationPath(properties.getPath());
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidWechatPayPropertyException("wechatpay.notification.path", String.valueOf(ex.getMessage()),
					"Write it like /wechatpay/notifications.");
		}
	}

	/**
	 * An origin alone is completed; whoever gives a path knows what a proxy does to it.
	 */
	private static @Nullable String base(@Nullable URI baseUrl, String prefix) {
		if (baseUrl == null) {
			return null;
		}
		PropertyChecks.httpAddress(baseUrl, "wechatpay.notification.base-url", "https://shop.example");
		String text = withoutTrailingSlash(baseUrl.toString());
		return withoutTrailingSlash(baseUrl.getPath()).isEmpty() ? text + prefix : text;
	}

	private static String prefix(Environment environment) {
		return property(environment, "server.servlet.context-path") + property(environment, "spring.mvc.servlet.path")
				+ property(environment, "spring.webflux.base-path");
	}

	private static String property(Environment environment, String name) {
		return withoutTrailingSlash(environment.getProperty(name, ""));
	}

	private static String withoutTrailingSlash(String text) {
		return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
	}

	/** The address to send a merchant's notifications to. */
	@Nullable String of(String merchant) {
		return (this.base == null) ? null : this.base + this.path.of(merchant);
	}

	NotificationAddress onThisMachine(int port) {
		return new NotificationAddress("http://127.0.0.1:" + port + this.prefix, this.prefix, this.path);
	}

}
