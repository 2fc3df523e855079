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

package io.github.wechatpay4j.web;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

import io.github.wechatpay4j.merchant.Merchant;

/**
 * Where the endpoint is: the default merchant at the path itself, further ones below it
 * under their names.
 *
 * @param value the path within the application
 */
public record NotificationPath(String value) {

	private static final Pattern SYNTAX = Pattern.compile("(/[A-Za-z0-9._~-]+)+");

	private static final Pattern MERCHANT = Pattern.compile("[A-Za-z0-9_-]+");

	/**
	 * Creates a path.
	 * @param value the path within the application
	 * @throws IllegalArgumentException if it is no plain path
	 */
	public NotificationPath {
		Objects.requireNonNull(value, "value");
		if (!SYNTAX.matcher(value).matches()) {
			throw new IllegalArgumentException(
					"The value is not a path that begins with '/' and holds no query, variable or trailing '/'.");
		}
	}

	/**
	 * The path for one merchant.
	 * @param merchant the merchant's name
	 * @return the path within the application
	 */
	public String of(String merchant) {
		return Merchant.DEFAULT_NAME.equals(merchant) ? this.value : this.value + "/" + merchant;
	}

	/**
	 * The merchant that a request is for.
	 * @param path the request's path within the application
	 * @return the merchant's name; empty if the path is not one of the endpoint's
	 */
	public Optional<String> merchantOf(String path) {
		if (path.equals(this.value)) {
			return Optional.of(Merchant.DEFAULT_NAME);
		}
		if (!path.startsWith(this.value + "/")) {
			return Optional.empty();
		}
		String name = path.substring(this.value.length() + 1);
		return MERCHANT.matcher(name).matches() ? Optional.of(name) : Optional.empty();
	}

}
