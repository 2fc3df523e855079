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

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.wechatpay4j.testing.PlatformSigner;
import io.github.wechatpay4j.testing.TestKeys;
import io.github.wechatpay4j.testing.TestMerchants;

/**
 * Complete properties of a merchant, and ways to spoil them.
 */
public final class TestProperties {

	public static final String PRIVATE_KEY = pem("PRIVATE KEY", TestKeys.MERCHANT.getPrivate().getEncoded());

	public static final String PUBLIC_KEY = pem("PUBLIC KEY", TestKeys.PLATFORM.getPublic().getEncoded());

	private TestProperties() {
	}

	public static String pem(String label, byte[] content) {
		return "-----BEGIN " + label + "-----" + Base64.getEncoder().encodeToString(content) + "-----END " + label
				+ "-----";
	}

	/** A merchant that lacks nothing, below the given prefix. */
	public static List<String> merchant(String prefix, String mchid) {
		return List.of(prefix + ".mchid=" + mchid, prefix + ".appid=" + TestMerchants.APPID,
				prefix + ".serial-number=" + TestMerchants.SERIAL, prefix + ".private-key=" + PRIVATE_KEY,
				prefix + ".api-v3-key=" + TestMerchants.API_V3_KEY,
				prefix + ".public-key-id=" + PlatformSigner.PUBLIC_KEY_ID, prefix + ".public-key=" + PUBLIC_KEY);
	}

	/** The default merchant; what is given replaces or completes its properties. */
	public static String[] complete(String... more) {
		Map<String, String> all = new LinkedHashMap<>();
		Stream.concat(merchant("wechatpay", TestMerchants.MCHID).stream(), Stream.of(more))
			.forEach((property) -> all.put(property.substring(0, property.indexOf('=')), property));
		return all.values().toArray(String[]::new);
	}

	public static String[] without(String key) {
		return merchant("wechatpay", TestMerchants.MCHID).stream()
			.filter((property) -> !property.startsWith("wechatpay." + key + "="))
			.toArray(String[]::new);
	}

}
