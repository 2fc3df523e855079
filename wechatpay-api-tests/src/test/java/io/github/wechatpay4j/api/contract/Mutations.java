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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes JSON as a platform, or what lies before it, might one day: other shapes, other
 * numbers, other objects, fields that are missing or there twice.
 */
final class Mutations {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.build();

	private static final List<String> ODD = List.of("0", "7", "-1", "100.5", "100.0", "1e2", "9223372036854775807",
			"9223372036854775808", "99999999999999999999999", "true", "false", "null", "{}", "[]", "[null]", "[[]]",
			"[{}]", "[{},{}]", "\"\"", "\" \"", "\"7\"", "\"-7\"", "\"007\"", "\"+7\"", "\"7.0\"", "\"1e2\"", "\"7 \"",
			"\"７\"", "\"NaN\"", "\"true\"", "\"yes\"", "\"SUCCESS\"", "\"OTHER\"", "\"2026-01-02 03:04:05\"",
			"\"2026-01-02T03:04:05+08:00\"", "\"2026-01-02\"", "\"20260102\"", "1767323045", "\"1767323045\"",
			"{\"total\":1}", "{\"value\":\"x\"}", "[1,2]", "[\"x\"]", "[{\"amount\":1.5}]", "{\"a\":{\"b\":[{}]}}");

	private final RandomGenerator random;

	Mutations(RandomGenerator random) {
		this.random = random;
	}

	static JsonNode parse(String json) {
		return MAPPER.readTree(json);
	}

	ObjectNode mutate(ObjectNode sample) {
		ObjectNode mutated = sample.deepCopy();
		for (int i = this.random.nextInt(1, 4); i > 0; i--) {
			List<ObjectNode> objects = new ArrayList<>();
			collect(mutated, objects);
			change(objects.get(this.random.nextInt(objects.size())));
		}
		return mutated;
	}

	private static void collect(JsonNode node, List<ObjectNode> objects) {
		if (node instanceof ObjectNode object) {
			objects.add(object);
		}
		node.forEach((inner) -> collect(inner, objects));
	}

	private void change(ObjectNode object) {
		List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(object.properties());
		if (fields.isEmpty()) {
			object.set("new", odd());
			return;
		}
		Map.Entry<String, JsonNode> field = fields.get(this.random.nextInt(fields.size()));
		String name = field.getKey();
		JsonNode value = field.getValue();
		switch (this.random.nextInt(8)) {
			case 0 -> object.remove(name);
			case 1 -> object.set(name, array().add(value));
			case 2 -> object.set(name, array().add(value).add(value.deepCopy()));
			case 3 -> object.set(name, JsonNodeFactory.instance.objectNode().set("value", value));
			case 4 ->
				object.set(name, value.isArray() && !value.isEmpty() ? value.get(0) : array().addNull().add(value));
			case 5 -> object.set(name, value.isArray() ? ((ArrayNode) value).add(odd()).addNull() : odd());
			case 6 ->
				object.set(name, value.isString() ? odd() : JsonNodeFactory.instance.stringNode(value.asString("x")));
			default -> object.set(name, odd());
		}
	}

	private JsonNode odd() {
		return parse(ODD.get(this.random.nextInt(ODD.size())));
	}

	private static ArrayNode array() {
		return JsonNodeFactory.instance.arrayNode();
	}

	/** With one of its fields twice. */
	String twice(ObjectNode sample) {
		List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(sample.properties());
		Map.Entry<String, JsonNode> field = fields.get(this.random.nextInt(fields.size()));
		String again = ",\"" + field.getKey() + "\":" + (this.random.nextBoolean() ? field.getValue() : odd()) + "}";
		String text = sample.toString();
		return text.substring(0, text.length() - 1) + again;
	}

}
