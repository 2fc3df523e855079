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
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;

/**
 * Hides WeChat Pay secrets in the {@code env} and {@code configprops} endpoints, also
 * where these are told to show values: by the property's name in any spelling, and by the
 * value itself, which may come from a variable of any name. Private keys in PEM are
 * hidden wherever they stand, and so are the passwords of SSL bundles.
 */
public final class WechatPaySanitizingFunction implements SanitizingFunction {

	private static final List<String> SECRET_KEYS = List.of("privatekey", "privatekeypassword", "apiv3key",
			"apiv3keyprevious", "httpproxypassword");

	/** A merchant's key may come from an SSL bundle, and what opens it does too. */
	private static final String BUNDLES = "springsslbundle";

	private static final Pattern PRIVATE_KEY = Pattern.compile("-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----");

	/** So much of a secret is a secret too: a key may be put together from variables. */
	private static final int PART = 16;

	private final Set<String> secrets;

	/**
	 * Creates a function.
	 * @param secrets the values of all secrets
	 */
	public WechatPaySanitizingFunction(Collection<String> secrets) {
		this.secrets = secrets.stream()
			.map(String::strip)
			.filter((secret) -> !secret.isEmpty())
			.collect(Collectors.toUnmodifiableSet());
	}

	@Override
	public SanitizableData apply(SanitizableData data) {
		return (isSecretKey(data.getKey()) || isSecretValue(data.getValue())) ? data.withSanitizedValue() : data;
	}

	private static boolean isSecretKey(String key) {
		String plain = key.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
		return (plain.startsWith("wechatpay") && SECRET_KEYS.stream().anyMatch(plain::endsWith))
				|| (plain.startsWith(BUNDLES) && plain.endsWith("password"));
	}

	private boolean isSecretValue(@Nullable Object value) {
		String text = (value != null) ? value.toString() : "";
		return PRIVATE_KEY.matcher(text).find() || this.secrets.stream()
			.anyMatch((secret) -> text.contains(secret) || (text.length() >= PART && secret.contains(text)));
	}

}
