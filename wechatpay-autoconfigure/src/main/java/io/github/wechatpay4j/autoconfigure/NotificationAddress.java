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
import java.util.Locale;
import java.util.stream.IntStream;

import io.github.wechatpay4j.Identifier;
import io.github.wechatpay4j.web.NotificationPath;
import org.jspecify.annotations.Nullable;

/**
 * Where notifications reach this application from outside.
 *
 * @param base the public address of the application, {@code null} if it is not known
 * @param prefix what the web framework puts before every path of the application
 * @param path the endpoint's path within the application
 */
record NotificationAddress(@Nullable String base, String prefix, NotificationPath path) {

	private static final String BASE_URL = "wechatpay.notification.base-url";

	static NotificationAddress of(NotificationProperties properties, String prefix, NotificationPath path) {
		return new NotificationAddress(base(properties.getBaseUrl(), prefix), prefix, path);
	}

	/** The slashes around a path do not change what is meant. */
	static NotificationPath path(NotificationProperties properties) {
		String property = "wechatpay.notification.path";
		String path = withoutTrailingSlashes(Identifier.strip(properties.getPath()));
		try {
			return new NotificationPath((path.isEmpty() || path.startsWith("/")) ? path : "/" + path);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidWechatPayPropertyException(property, ex.getMessage() + unseen(properties.getPath()),
					"Write it like /wechatpay/notifications.");
		}
	}

	/** The first character of a text that is not seen, or not what it looks like. */
	static String unseen(String text) {
		int[] points = text.codePoints().toArray();
		return IntStream.range(0, points.length)
			.mapToObj((index) -> Identifier.describe(points[index], index + 1))
			.filter((found) -> !found.isEmpty())
			.findFirst()
			.orElse("");
	}

	/**
	 * An origin alone is completed; whoever gives a path knows what a proxy does to it.
	 */
	private static @Nullable String base(@Nullable URI baseUrl, String prefix) {
		if (baseUrl == null) {
			return null;
		}
		URI address = PropertyChecks.httpAddress(baseUrl, BASE_URL, "https://shop.example");
		String path = withoutTrailingSlashes(address.getRawPath().replaceAll("/{2,}", "/"));
		return address.getScheme() + "://" + address.getRawAuthority().toLowerCase(Locale.ROOT)
				+ (path.isEmpty() ? prefix : URI.create(path).toASCIIString());
	}

	static String withoutTrailingSlashes(String text) {
		int end = text.length();
		while (end > 0 && text.charAt(end - 1) == '/') {
			end--;
		}
		return text.substring(0, end);
	}

	/** The address to send a merchant's notifications to. */
	@Nullable String of(String merchant) {
		return (this.base == null) ? null : this.base + this.path.of(merchant);
	}

	/** The merchant's path on this server, whatever a proxy before it makes of it. */
	String localPath(String merchant) {
		return this.prefix + this.path.of(merchant);
	}

	NotificationAddress onThisMachine(int port) {
		return new NotificationAddress("http://127.0.0.1:" + port + this.prefix, this.prefix, this.path);
	}

}
