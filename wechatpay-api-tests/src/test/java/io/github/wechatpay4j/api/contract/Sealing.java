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

package io.github.wechatpay4j.api.contract;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.util.Base64;
import java.util.Map;
import java.util.function.UnaryOperator;

import javax.crypto.Cipher;

import io.github.wechatpay4j.testing.TestKeys;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Encrypts and decrypts as the platform does, with the JDK alone.
 */
final class Sealing {

	private Sealing() {
	}

	static String open(String sealed) {
		try {
			byte[] plain = cipher(Cipher.DECRYPT_MODE, TestKeys.PLATFORM.getPrivate())
				.doFinal(Base64.getDecoder().decode(sealed));
			return new String(plain, StandardCharsets.UTF_8);
		}
		catch (GeneralSecurityException | IllegalArgumentException ex) {
			throw new AssertionError("It is not encrypted for the platform: " + sealed, ex);
		}
	}

	static String seal(String plain) {
		try {
			return Base64.getEncoder()
				.encodeToString(cipher(Cipher.ENCRYPT_MODE, TestKeys.MERCHANT.getPublic())
					.doFinal(plain.getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Cipher cipher(int mode, Key key) throws GeneralSecurityException {
		Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPWithSHA-1AndMGF1Padding");
		cipher.init(mode, key);
		return cipher;
	}

	static boolean isNeeded(Map<String, Node> properties) {
		return properties.values().stream().anyMatch((schema) -> switch (Kind.of(schema)) {
			case OBJECT -> isNeeded(schema.properties());
			case LIST -> schema.isSensitive() || isNeeded(Map.of("", schema.get("items")));
			default -> schema.isSensitive();
		});
	}

	/** The same tree with every sensitive text changed. */
	static ObjectNode translate(JsonNode tree, Map<String, Node> properties, UnaryOperator<String> texts) {
		ObjectNode translated = JsonNodeFactory.instance.objectNode();
		tree.properties()
			.forEach((field) -> translated.set(field.getKey(),
					value(field.getValue(), properties.get(field.getKey()), texts)));
		return translated;
	}

	private static JsonNode value(JsonNode value, Node schema, UnaryOperator<String> texts) {
		if (schema == null) {
			return value;
		}
		if (value.isString() && schema.isSensitive()) {
			return JsonNodeFactory.instance.stringNode(texts.apply(value.stringValue()));
		}
		if (value.isObject()) {
			return translate(value, schema.properties(), texts);
		}
		if (value.isArray()) {
			ArrayNode array = JsonNodeFactory.instance.arrayNode();
			Node item = schema.isSensitive() ? schema : schema.get("items");
			value.forEach((each) -> array.add(value(each, item, texts)));
			return array;
		}
		return value;
	}

}
