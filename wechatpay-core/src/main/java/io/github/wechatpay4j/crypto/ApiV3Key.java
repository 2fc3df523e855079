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

package io.github.wechatpay4j.crypto;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;

import io.github.wechatpay4j.Identifier;
import io.github.wechatpay4j.KeyMaterialException;

/**
 * What an APIv3 key has to look like, whatever cipher it is for.
 */
final class ApiV3Key {

	private static final int BYTES = 32;

	private static final String REMEDY = "Copy the 32 characters that were set on the merchant platform under"
			+ " Account Center > API Security > APIv3 key, without blanks; it is not the APIv2 key. In YAML, quote it: what looks like a number or holds a '#' is"
			+ " otherwise changed.";

	private ApiV3Key() {
	}

	static byte[] bytes(String apiV3Key) {
		byte[] bytes = apiV3Key.getBytes(StandardCharsets.UTF_8);
		String remedy = REMEDY + unseen(apiV3Key);
		if (bytes.length != BYTES) {
			throw new KeyMaterialException("The APIv3 key is " + bytes.length + " bytes long instead of 32.", remedy);
		}
		if (!remedy.equals(REMEDY)) {
			throw new KeyMaterialException("The APIv3 key holds blanks or characters that are not ASCII.", remedy);
		}
		return bytes;
	}

	/** The first character that no key holds; nothing of the key itself. */
	private static String unseen(String key) {
		int[] points = key.codePoints().toArray();
		return IntStream.range(0, points.length)
			.mapToObj((index) -> Identifier.describe(points[index], index + 1))
			.filter((text) -> !text.isEmpty())
			.findFirst()
			.orElse("");
	}

}
