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

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes samples smaller, inner objects included.
 */
final class Reduction {

	private Reduction() {
	}

	/** To what the platform insists on. */
	static ObjectNode toTheLeast(DescribedOperation operation, ObjectNode sample) {
		least(sample, operation.inputs(), operation.demanded(), operation.alternatives());
		return sample;
	}

	private static void least(JsonNode object, Map<String, Node> properties, Collection<String> required,
			List<Set<String>> alternatives) {
		Set<String> names = new LinkedHashSet<>(required);
		alternatives.stream().limit(1).forEach(names::addAll);
		((ObjectNode) object).retain(names);
		properties.forEach((name, schema) -> {
			JsonNode value = object.path(name);
			Node shape = value.isArray() ? schema.get("items") : schema;
			Set<String> here = new LinkedHashSet<>(shape.resolved().texts("required"));
			here.addAll(schema.texts("x-wechatpay-required"));
			here.addAll(shape.texts("x-wechatpay-required"));
			here.removeIf((inner) -> shape.properties().get(inner).has("default"));
			for (JsonNode item : value.isArray() ? value.values() : List.of(value)) {
				if (item.isObject()) {
					least(item, shape.properties(), here, Types.alternatives(shape.resolved()));
				}
			}
		});
	}

	/** Replaces fields that have a default by it, or by nothing. */
	static boolean ofDefaults(JsonNode object, Map<String, Node> properties, boolean present) {
		boolean found = false;
		for (Map.Entry<String, Node> property : properties.entrySet()) {
			JsonNode value = object.path(property.getKey());
			if (property.getValue().has("default")) {
				found = true;
				((ObjectNode) object).remove(property.getKey());
				if (present) {
					((ObjectNode) object).put(property.getKey(), property.getValue().text("default"));
				}
			}
			Node shape = value.isArray() ? property.getValue().get("items") : property.getValue();
			for (JsonNode item : value.isArray() ? value.values() : List.of(value)) {
				found |= item.isObject() && ofDefaults(item, shape.properties(), present);
			}
		}
		return found;
	}

}
