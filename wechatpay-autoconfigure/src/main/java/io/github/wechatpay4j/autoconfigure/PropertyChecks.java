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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

import io.github.wechatpay4j.Identifier;
import io.github.wechatpay4j.InvalidIdentifierException;

import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriUtils;

/**
 * Refuses values that cannot be meant.
 */
final class PropertyChecks {

	/** How blanks at the end arrive that are no part of Latin-1. */
	private static final Pattern ENCODED_BLANKS = Pattern.compile("(%20|%C2%A0|%E3%80%80|%E2%80%AF)+$");

	private PropertyChecks() {
	}

	/** An absolute address without a query. */
	static URI httpAddress(URI written, String property, String example) {
		URI address = visible(written, property, example);
		boolean http = "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
		if (!http || address.getHost() == null || address.getRawQuery() != null || address.getRawFragment() != null) {
			throw new InvalidWechatPayPropertyException(property,
					"The value is not an absolute http(s) address without a query.", "Write it like " + example + ".");
		}
		// It would not be sent, but shown where addresses are
		if (address.getRawUserInfo() != null) {
			throw new InvalidWechatPayPropertyException(property, "The value holds a user name or a password.",
					"Write it like " + example + ".");
		}
		String scheme = address.getScheme();
		return URI.create(scheme.toLowerCase(Locale.ROOT) + address.toString().substring(scheme.length()));
	}

	/** What comes along with a copied address is dropped at its ends. */
	private static URI visible(URI written, String property, String example) {
		String text = ENCODED_BLANKS.matcher(Identifier.strip(written.toString())).replaceAll("");
		int position = 0;
		for (int point : decoded(text).codePoints().toArray()) {
			position++;
			String seen = new String(Character.toChars(point));
			if (Identifier.strip(seen).isEmpty()) {
				throw new InvalidWechatPayPropertyException(property,
						"The value holds a character that an address cannot hold."
								+ Identifier.describe(point, position),
						"Write it like " + example + ".");
			}
		}
		return URI.create(text);
	}

	private static String decoded(String text) {
		try {
			return UriUtils.decode(text, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return text;
		}
	}

	/** What is read of an identifier; a refusal names the property. */
	static String identifier(Identifier identifier, String value, String property, String remedy) {
		try {
			return identifier.read(value);
		}
		catch (InvalidIdentifierException ex) {
			throw new InvalidWechatPayPropertyException(property, ex.problem(), remedy);
		}
	}

	/** A variable that is not set leaves its placeholder in place. */
	static void resolved(@Nullable String value, String property) {
		if (value != null && value.contains("${")) {
			throw new InvalidWechatPayPropertyException(property, "The value holds a placeholder that is not resolved.",
					"Set the variable that it names, or remove the property.");
		}
	}

	static String required(@Nullable String value, String property, String remedy) {
		if (value == null || Identifier.strip(value).isEmpty()) {
			throw new InvalidWechatPayPropertyException(property, "It is not set.", remedy);
		}
		return Identifier.strip(value);
	}

	static Duration positive(Duration value, String property) {
		if (value.isNegative() || value.isZero()) {
			throw new InvalidWechatPayPropertyException(property, "The duration is not positive.",
					"Write it like 10s.");
		}
		return value;
	}

	/** Beyond a day nobody waits for a call, and numbers of milliseconds overflow. */
	static Duration upToADay(Duration value, String property) {
		if (positive(value, property).compareTo(Duration.ofDays(1)) > 0) {
			throw new InvalidWechatPayPropertyException(property, "The duration is longer than 24 hours.",
					"Write it like 10s.");
		}
		return value;
	}

	static Duration atLeast(Duration least, Duration value, String property, String example) {
		if (value.compareTo(least) < 0) {
			throw new InvalidWechatPayPropertyException(property, "The duration is shorter than " + least + ".",
					"Write it like " + example + ".");
		}
		return value;
	}

	static int between(long value, long least, long most, String property, String example) {
		if (value < least || value > most) {
			throw new InvalidWechatPayPropertyException(property,
					"The value is not between " + least + " and " + most + ".", "Write it like " + example + ".");
		}
		return Math.toIntExact(value);
	}

}
