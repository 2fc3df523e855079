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

package io.github.wechatpay4j.simulator.http;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.wechatpay4j.simulator.official.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The {@code Authorization} header, taken apart.
 *
 * @param scheme the kind of signature
 * @param mchid the merchant
 * @param serialNumber of the merchant's API certificate
 * @param timestamp when it was signed
 * @param nonce a random text
 * @param signature the signature in Base64
 */
record Authorization(String scheme, String mchid, String serialNumber, String timestamp, String nonce,
		String signature) {

	private static final Pattern PARAMETER = Pattern.compile("\\s*([a-z_]+)=\"([^\"]*)\"\\s*(?:,|$)");

	static Authorization parse(@Nullable String header) {
		if (header == null) {
			throw refuse("Http头缺少Authorization");
		}
		String scheme = header.substring(0, Math.max(0, header.indexOf(' ')));
		if (!scheme.startsWith("WECHATPAY2-")) {
			throw wrongScheme();
		}
		Map<String, String> parameters = new HashMap<>();
		Matcher matcher = PARAMETER.matcher(header).region(scheme.length() + 1, header.length());
		while (matcher.lookingAt()) {
			parameters.put(matcher.group(1), matcher.group(2));
			matcher.region(matcher.end(), header.length());
		}
		if (matcher.regionStart() != header.length()) {
			throw refuse("Http头Authorization值格式错误");
		}
		return new Authorization(scheme, require(parameters, "mchid"), require(parameters, "serial_no"),
				require(parameters, "timestamp"), require(parameters, "nonce_str"), require(parameters, "signature"));
	}

	private static String require(Map<String, String> parameters, String name) {
		String value = parameters.get(name);
		if (value == null || value.isEmpty()) {
			throw refuse("Http头Authorization缺少" + name);
		}
		return value;
	}

	static Refusal wrongScheme() {
		return refuse("Http头Authorization认证类型不正确");
	}

	static Refusal refuse(String message) {
		return Refusal.of(401, "SIGN_ERROR", message);
	}

}
