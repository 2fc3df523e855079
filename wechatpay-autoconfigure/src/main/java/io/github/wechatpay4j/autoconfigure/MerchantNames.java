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

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Finds merchants that nobody meant: an environment variable cannot spell a name with a
 * dash, and makes a merchant of its own beside the one that it was set for.
 */
final class MerchantNames {

	private MerchantNames() {
	}

	/**
	 * Refuses names that differ in nothing but what an environment variable cannot spell:
	 * the value that was set would not be used, in silence.
	 */
	static void check(Collection<String> names) {
		Map<String, String> seen = new HashMap<>();
		for (String name : names) {
			String spelled = name.toLowerCase(Locale.ROOT).replaceAll("[-_]", "");
			String other = seen.putIfAbsent(spelled, name);
			if (other != null) {
				String dashed = (name.length() > other.length()) ? name : other;
				String plain = dashed.equals(name) ? other : name;
				throw new InvalidWechatPayPropertyException("wechatpay.merchants." + plain,
						"There are merchants '" + dashed + "' and '" + plain + "'. An environment variable such as"
								+ " WECHATPAY_MERCHANTS_" + spelled.toUpperCase(Locale.ROOT)
								+ "_... cannot spell the former and makes the latter.",
						"Refer to a variable of another name where the merchant is configured, such as"
								+ " wechatpay.merchants." + dashed + ".private-key=${SHOP_KEY}, or call the merchant '"
								+ spelled + "'.");
			}
		}
	}

}
