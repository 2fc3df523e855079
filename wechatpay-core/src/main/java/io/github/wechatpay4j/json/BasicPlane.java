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

package io.github.wechatpay4j.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Finds characters outside the basic plane, and the field that holds one.
 */
final class BasicPlane {

	private BasicPlane() {
	}

	/** Whether the bytes are text, without halves of characters. */
	static boolean isUtf8(byte[] json) {
		boolean ascii = true;
		for (byte b : json) {
			ascii &= b >= 0;
		}
		if (ascii) {
			return true;
		}
		try {
			StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json));
			return true;
		}
		catch (CharacterCodingException ex) {
			return false;
		}
	}

	/** Whether UTF-8 holds one: 11110xxx begins a sequence of four bytes. */
	static boolean isLeft(byte[] json) {
		for (byte b : json) {
			if ((b & 0xF8) == 0xF0) {
				return true;
			}
		}
		return false;
	}

	/** Whether JSON holds one, or half of one, as an escape. */
	static boolean isLeftByEscape(byte[] json) {
		for (int i = 0; i < json.length; i++) {
			if (json[i] == '\\') {
				i++;
				if (isSurrogateEscape(json, i)) {
					return true;
				}
			}
		}
		return false;
	}

	static boolean isObject(byte[] json) {
		return json.length > 0 && json[0] == '{';
	}

	private static boolean isSurrogateEscape(byte[] json, int index) {
		return index + 2 < json.length && json[index] == 'u' && (json[index + 1] | 0x20) == 'd'
				&& Character.digit(json[index + 2], 16) >= 8;
	}

	static @Nullable String offendingField(JsonNode tree) {
		return find(tree, "");
	}

	private static @Nullable String find(JsonNode node, String path) {
		if (node.isString()) {
			return node.stringValue().chars().anyMatch((c) -> Character.isSurrogate((char) c)) ? path : null;
		}
		for (int i = 0; node.isArray() && i < node.size(); i++) {
			String found = find(node.get(i), path + "[" + i + "]");
			if (found != null) {
				return found;
			}
		}
		for (Map.Entry<String, JsonNode> property : node.properties()) {
			if (property.getKey().chars().anyMatch((c) -> Character.isSurrogate((char) c))) {
				return path.isEmpty() ? "body" : path;
			}
			String found = find(property.getValue(),
					path.isEmpty() ? property.getKey() : path + "." + property.getKey());
			if (found != null) {
				return found;
			}
		}
		return null;
	}

}
