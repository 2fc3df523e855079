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

package io.github.wechatpay4j.codegen.description;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.wechatpay4j.codegen.description.ComponentType.EnumType;
import io.github.wechatpay4j.codegen.description.ComponentType.ObjectType;
import io.github.wechatpay4j.codegen.description.FieldType.Component;
import io.github.wechatpay4j.codegen.description.FieldType.Listing;
import io.github.wechatpay4j.codegen.description.FieldType.Scalar;

/**
 * Reads the schemas of one file.
 */
final class SchemaReader {

	private static final String COMPONENTS = "#/components/schemas/";

	private static final Set<String> FIELD_KEYS = Set.of("type", "format", "title", "description", "items", "$ref",
			"default", "pattern", "maxLength", "minLength", "maximum", "minimum", "contentMediaType",
			"x-wechatpay-alias", "x-wechatpay-enum", "x-wechatpay-filled-from", "x-wechatpay-format",
			"x-wechatpay-required", "x-wechatpay-role", "x-wechatpay-sensitive", "x-wechatpay-unit");

	private static final Set<String> COMPONENT_KEYS = Set.of("type", "title", "description", "required", "properties",
			"anyOf", "x-wechatpay-enum", "x-wechatpay-enum-titles", "x-wechatpay-enum-meanings", "x-wechatpay-same-as",
			"x-wechatpay-subpackage");

	private final String file;

	private final String packageName;

	private final boolean incubating;

	SchemaReader(String file, String packageName, boolean incubating) {
		this.file = file;
		this.packageName = packageName;
		this.incubating = incubating;
	}

	ComponentType component(String name, YamlNode node) {
		node.knowing(COMPONENT_KEYS);
		TypeKey key = new TypeKey(this.file, name);
		if (!name.matches("[A-Z][A-Za-z0-9]*")) {
			throw node.fault("'" + name + "' is no name of a Java type");
		}
		String subpackage = node.text("x-wechatpay-subpackage", "");
		String inPackage = subpackage.isEmpty() ? this.packageName : this.packageName + "." + subpackage;
		String type = node.get("type").text();
		return switch (type) {
			case "object" -> new ObjectType(node.place(), key, inPackage, node.text("title", ""),
					node.text("description", ""), this.incubating, fields(node), alternatives(node),
					node.find("x-wechatpay-same-as").map((other) -> new TypeKey(this.file, other.text())).orElse(null));
			case "string" -> new EnumType(node.place(), key, inPackage, node.text("title", ""),
					node.text("description", ""), this.incubating, node.get("x-wechatpay-enum").texts(),
					words(node, "x-wechatpay-enum-titles"), words(node, "x-wechatpay-enum-meanings"));
			default -> throw node.get("type")
				.fault("a component is an 'object', or a 'string' with x-wechatpay-enum, not '" + type + "'");
		};
	}

	private static Map<String, String> words(YamlNode node, String key) {
		Map<String, String> words = new LinkedHashMap<>();
		List<String> values = node.texts("x-wechatpay-enum");
		node.entries(key).forEach((value, text) -> {
			if (!values.contains(value)) {
				throw text.fault("'" + value + "' is not among the values");
			}
			words.put(value, text.text());
		});
		return words;
	}

	List<Field> fields(YamlNode object) {
		List<String> required = object.texts("required");
		Map<String, YamlNode> properties = object.entries("properties");
		required.stream().filter((name) -> !properties.containsKey(name)).findFirst().ifPresent((name) -> {
			throw object.get("required").fault("'" + name + "' is required but not among the properties");
		});
		List<Field> fields = new ArrayList<>();
		properties.forEach((name, property) -> fields.add(field(name, property, required.contains(name))));
		return fields;
	}

	List<List<String>> alternatives(YamlNode object) {
		Map<String, YamlNode> properties = object.entries("properties");
		List<List<String>> alternatives = new ArrayList<>();
		for (YamlNode alternative : object.find("anyOf").map(YamlNode::items).orElse(List.of())) {
			YamlNode names = alternative.knowing(Set.of("required")).get("required");
			for (String name : names.texts()) {
				if (!properties.containsKey(name)) {
					throw names.fault("'" + name + "' is required but not among the properties");
				}
			}
			alternatives.add(names.texts());
		}
		return alternatives;
	}

	Field field(String name, YamlNode node, boolean required) {
		node.knowing(FIELD_KEYS);
		YamlNode shape = node.find("items").orElse(node);
		String filledFrom = node.text("x-wechatpay-filled-from", "");
		if (!Set.of("", "mchid", "appid", "notify_url").contains(filledFrom)) {
			throw node.get("x-wechatpay-filled-from").fault("'" + filledFrom + "' is none of mchid, appid, notify_url");
		}
		if (!Set.of("", "fen", "minor").contains(shape.text("x-wechatpay-unit", ""))) {
			throw shape.get("x-wechatpay-unit").fault("a unit is fen or minor");
		}
		if (!Set.of("", "identity", "state", "amount").contains(node.text("x-wechatpay-role", ""))) {
			throw node.get("x-wechatpay-role").fault("a role is identity, state or amount");
		}
		FieldType type = type(node);
		boolean sensitive = shape.flag("x-wechatpay-sensitive") || node.flag("x-wechatpay-sensitive");
		if (sensitive && type != Scalar.TEXT && !type.equals(new Listing(Scalar.TEXT))) {
			throw node.fault("'" + name + "' is sensitive and must therefore be a string or a list of strings");
		}
		return new Field(node.place(), name, type, required, sensitive, node.text("title", shape.text("title", "")),
				node.text("description", ""), shape.text("x-wechatpay-unit", ""), shape.text("x-wechatpay-format", ""),
				shape.texts("x-wechatpay-enum"), filledFrom, node.find("default").map(YamlNode::text).orElse(null),
				requiredWithin(node, shape), node.texts("x-wechatpay-alias"), node.text("x-wechatpay-role", ""));
	}

	private static List<String> requiredWithin(YamlNode node, YamlNode shape) {
		List<String> required = new ArrayList<>(node.texts("x-wechatpay-required"));
		if (shape != node) {
			required.addAll(shape.texts("x-wechatpay-required"));
		}
		return required;
	}

	private FieldType type(YamlNode node) {
		if (node.find("$ref").isPresent()) {
			return new Component(reference(node.get("$ref")));
		}
		YamlNode type = node.get("type");
		String format = node.text("format", "");
		return switch (type.text() + " " + format) {
			case "string ", "string uri" -> Scalar.TEXT;
			case "string date" -> Scalar.DATE;
			case "string date-time" -> Scalar.TIME;
			case "integer int64" -> Scalar.INTEGER;
			case "number double" -> Scalar.DECIMAL;
			case "boolean " -> Scalar.FLAG;
			case "array " -> new Listing(type(node.get("items").knowing(FIELD_KEYS)));
			default -> throw type.fault("type '" + type.text() + "' with format '" + format
					+ "' is none of string (uri, date, date-time), integer (int64), number (double), boolean, array, $ref");
		};
	}

	TypeKey reference(YamlNode node) {
		String reference = node.text();
		int at = reference.indexOf(COMPONENTS);
		if (at < 0) {
			throw node.fault("'" + reference + "' does not name a component as '" + COMPONENTS + "Name' does");
		}
		return new TypeKey((at == 0) ? this.file : reference.substring(0, at),
				reference.substring(at + COMPONENTS.length()));
	}

}
