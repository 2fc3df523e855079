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

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import io.github.wechatpay4j.simulator.official.Fields;
import io.github.wechatpay4j.simulator.official.Refusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the JSON of requests by the rules of the platform: no nulls, no characters that
 * take four bytes.
 */
final class JsonBodies {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	private JsonBodies() {
	}

	static Fields read(byte[] bytes) {
		if (bytes.length == 0) {
			return Fields.none();
		}
		checkEncoding(bytes);
		JsonNode root = parse(bytes);
		if (!root.isObject()) {
			throw Refusal.parameter("body", "", null, "请求体不是JSON对象");
		}
		String offender = findNull(root, "");
		if (offender != null) {
			throw Refusal.parameter("body", offender, null, "JSON中不允许null值");
		}
		return Fields.body(root);
	}

	private static JsonNode parse(byte[] bytes) {
		try {
			return MAPPER.readTree(bytes);
		}
		catch (JacksonException ex) {
			throw Refusal.parameter("body", "", null, "请求体不是合法的JSON");
		}
	}

	private static void checkEncoding(byte[] bytes) {
		for (byte b : bytes) {
			if ((b & 0xF8) == 0xF0) {
				throw Refusal.parameter("body", "", null, "字段含有不支持的字符，只支持1到3字节的UTF-8字符");
			}
		}
		try {
			StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
		}
		catch (CharacterCodingException ex) {
			throw Refusal.parameter("body", "", null, "请求体不是UTF-8编码");
		}
	}

	private static @Nullable String findNull(JsonNode node, String pointer) {
		if (node.isNull()) {
			return pointer;
		}
		if (node.isArray()) {
			for (int i = 0; i < node.size(); i++) {
				String found = findNull(node.get(i), pointer + "/" + i);
				if (found != null) {
					return found;
				}
			}
		}
		for (Map.Entry<String, JsonNode> property : node.properties()) {
			String found = findNull(property.getValue(), pointer + "/" + property.getKey());
			if (found != null) {
				return found;
			}
		}
		return null;
	}

}
