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
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Recognizes secrets in what is shown, however they are broken into lines or escaped.
 */
final class SecretValues {

	private static final Pattern PRIVATE_KEY = Pattern.compile("-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----");

	/** As command lines and JSON hold them, under names that only look alike. */
	private static final Pattern ASSIGNMENT = Pattern.compile(
			"wechat-?pay[\\w.\\-\\[\\]]*(private-?_?key|api-?_?v3-?_?key|password|secret-?_?key)[\\w.-]*[\"']?\\s*[=:]",
			Pattern.CASE_INSENSITIVE);

	/** So much of a secret is a secret too: a key may be put together from variables. */
	private static final int PART = 16;

	/** What is shorter stands in other texts by chance. */
	private static final int DISTINCT = 6;

	private final Set<String> secrets;

	SecretValues(Collection<String> secrets) {
		this.secrets = secrets.stream()
			.map(SecretValues::compact)
			.filter((secret) -> !secret.isEmpty())
			.collect(Collectors.toUnmodifiableSet());
	}

	boolean isIn(String text) {
		if (PRIVATE_KEY.matcher(text).find() || ASSIGNMENT.matcher(text).find()) {
			return true;
		}
		String compact = compact(text);
		return this.secrets.stream()
			.anyMatch((secret) -> compact.equals(secret) || (secret.length() >= DISTINCT && compact.contains(secret))
					|| (compact.length() >= PART && secret.contains(compact)));
	}

	/** Without blanks, and without what JSON and environment variables escape. */
	private static String compact(String text) {
		return text.replace("\\r", "").replace("\\n", "").replace("\\", "").replaceAll("\\s+", "");
	}

}
