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

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which properties hold secrets by their meaning, in any spelling and below any prefix,
 * such as that of environment variables.
 */
final class SecretNames {

	private static final List<String> ENDS = List.of("privatekey", "password", "apiv3key", "apiv3keyprevious",
			"secretkey", "secret");

	/** A merchant's key may come from an SSL bundle, and what opens it does too. */
	private static final String BUNDLES = "sslbundle";

	private static final Pattern OTHERS = Pattern.compile(".*(ssl.*password|proxypassword|springapplicationjson)");

	private static final Pattern LOCATION = Pattern.compile("(classpath\\*?|file|https?|jar|nested):[^@\\s]*",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern PATH = Pattern.compile("[\\w./\\\\~-]+\\.(pem|p12|pfx|jks|key|crt|cer|der|txt)",
			Pattern.CASE_INSENSITIVE);

	private static final int LONGEST_PATH = 260;

	private SecretNames() {
	}

	/** A name without what spellings differ in. */
	static String plain(String name) {
		return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
	}

	static boolean isSecret(String plain) {
		return ((plain.contains("wechatpay") || plain.contains(BUNDLES)) && ENDS.stream().anyMatch(plain::endsWith))
				|| OTHERS.matcher(plain).matches();
	}

	/** Whether a property takes a key or the location of one. */
	static boolean mayBeLocation(String plain) {
		return plain.endsWith("privatekey");
	}

	static boolean isOfBundle(String plain) {
		return plain.contains(BUNDLES);
	}

	static boolean isMerchantNumber(String plain) {
		return plain.contains("wechatpay") && plain.endsWith("mchid");
	}

	/**
	 * Whether a text says where a key is rather than what it is. In doubt it does not.
	 */
	static boolean isLocation(String text) {
		String stripped = text.strip();
		return LOCATION.matcher(stripped).matches()
				|| (stripped.length() <= LONGEST_PATH && PATH.matcher(stripped).matches());
	}

}
