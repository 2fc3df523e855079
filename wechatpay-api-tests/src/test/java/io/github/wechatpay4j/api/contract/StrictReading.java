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

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What has to become of a document whatever its shape: a second opinion, written from the
 * rules and not from the code.
 */
final class StrictReading {

	private StrictReading() {
	}

	/** Whether everything that decides in an object is as it is described. */
	static boolean isReadable(JsonNode object, Map<String, Node> properties) {
		return properties.entrySet()
			.stream()
			.filter((property) -> property.getValue().has("x-wechatpay-role"))
			.allMatch((property) -> isAbsent(object.path(property.getKey()))
					|| isReadable(object.path(property.getKey()), property.getValue(), role(property.getValue())));
	}

	private static String role(Node schema) {
		return schema.text("x-wechatpay-role");
	}

	private static boolean isAbsent(JsonNode value) {
		return value.isMissingNode() || value.isNull();
	}

	private static boolean isReadable(JsonNode value, Node schema, String role) {
		return switch (Kind.of(schema)) {
			case OBJECT -> object(value) != null && isReadable(object(value), schema.properties());
			case LIST -> isReadableList(value, schema.get("items"), role);
			case TEXT -> value.isString() || (!schema.isSensitive()
					&& ((value.isIntegralNumber() && !"state".equals(role)) || (value.isNumber() && role == null)));
			case ENUMERATION -> value.isString();
			case INTEGER -> isLong(value);
			case DECIMAL ->
				value.isNumber() || (value.isString() && value.stringValue().matches("-?(0|[1-9]\\d*)(\\.\\d+)?")
						&& value.stringValue().chars().allMatch((c) -> c < 128));
			case FLAG ->
				value.isBoolean() || (value.isString() && List.of("true", "false").contains(value.stringValue()));
			case DATE, TIME -> value.isString() && isTime(value.stringValue(), Kind.of(schema));
		};
	}

	private static boolean isTime(String text, Kind kind) {
		try {
			if (kind == Kind.DATE) {
				LocalDate.parse(text);
			}
			else {
				OffsetDateTime.parse(text);
			}
			return true;
		}
		catch (DateTimeException ex) {
			return false;
		}
	}

	private static boolean isLong(JsonNode value) {
		String text = value.isIntegralNumber() || value.isString() ? value.asString() : "";
		if (!text.matches("-?(0|[1-9][0-9]*)")) {
			return false;
		}
		return new BigInteger(text).bitLength() < 64;
	}

	/** An object, also as the only one of a list. */
	private static JsonNode object(JsonNode value) {
		if (value.isArray() && value.size() == 1 && value.get(0).isObject()) {
			return value.get(0);
		}
		return value.isObject() ? value : null;
	}

	/**
	 * Entries of a list without nulls, also one alone; {@code null} for no list at all.
	 */
	private static List<JsonNode> entries(JsonNode value, Node item) {
		boolean objects = Kind.of(item) == Kind.OBJECT;
		if (value.isArray()) {
			return value.values().stream().filter((entry) -> !entry.isNull()).toList();
		}
		if (objects && value.isObject() && value.isEmpty()) {
			return List.of();
		}
		return (objects && !value.isObject()) ? null : List.of(value);
	}

	private static boolean isReadableList(JsonNode value, Node item, String role) {
		List<JsonNode> entries = entries(value, item);
		return entries != null && (role == null || entries.stream().allMatch((entry) -> isReadable(entry, item, role)));
	}

	/** Insists that an object was read as the rules say. */
	static void check(Object decoded, Map<String, Node> properties, JsonNode json, String path) {
		properties.forEach((name, schema) -> {
			if (schema.texts("x-wechatpay-alias").isEmpty()) {
				field(Types.read(decoded, name), schema, json.path(name), role(schema), path + "." + name);
			}
		});
	}

	private static void field(Object decoded, Node schema, JsonNode value, String role, String path) {
		if (isAbsent(value) || !isReadable(value, schema, role)) {
			assertThat(decoded).as(path + " of " + value).isEqualTo((Kind.of(schema) == Kind.LIST) ? List.of() : null);
			return;
		}
		assertThat(decoded).as(path + " of " + value).isNotNull();
		switch (Kind.of(schema)) {
			case OBJECT -> check(decoded, schema.properties(), object(value), path);
			case LIST -> list((List<?>) decoded, schema.get("items"), entries(value, schema.get("items")), role, path);
			case INTEGER -> assertThat(decoded).as(path).isEqualTo(new BigInteger(value.asString()).longValueExact());
			case TEXT -> {
				if (!value.isNumber() || value.isIntegralNumber()) {
					assertThat(decoded).as(path).isEqualTo(value.asString());
				}
			}
			case ENUMERATION -> assertThat(decoded).as(path).hasToString(value.stringValue());
			case DECIMAL -> assertThat((BigDecimal) decoded).as(path).isEqualByComparingTo(value.asString());
			case FLAG -> assertThat(decoded).as(path).hasToString(value.asString());
			case DATE -> assertThat(decoded).as(path).isEqualTo(LocalDate.parse(value.stringValue()));
			case TIME -> assertThat(decoded).as(path).isEqualTo(OffsetDateTime.parse(value.stringValue()));
		}
	}

	private static void list(List<?> decoded, Node item, List<JsonNode> entries, String role, String path) {
		List<JsonNode> readable = new ArrayList<>(entries);
		readable.removeIf((entry) -> !isReadable(entry, item, role));
		assertThat(decoded).as(path).hasSameSizeAs(readable);
		for (int i = 0; i < readable.size(); i++) {
			field(decoded.get(i), item, readable.get(i), role, path + "[" + i + "]");
		}
	}

}
