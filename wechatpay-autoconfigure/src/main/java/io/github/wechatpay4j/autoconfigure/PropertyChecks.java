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
import java.time.Duration;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Refuses values that cannot be meant.
 */
final class PropertyChecks {

	private PropertyChecks() {
	}

	/** An absolute address without a query. */
	static URI httpAddress(URI address, String property, String example) {
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

	/** A variable that is not set leaves its placeholder in place. */
	static void resolved(@Nullable String value, String property) {
		if (value != null && value.contains("${")) {
			throw new InvalidWechatPayPropertyException(property, "The value holds a placeholder that is not resolved.",
					"Set the variable that it names, or remove the property.");
		}
	}

	static String required(@Nullable String value, String property, String remedy) {
		if (value == null || value.isBlank()) {
			throw new InvalidWechatPayPropertyException(property, "It is not set.", remedy);
		}
		return value.strip();
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
