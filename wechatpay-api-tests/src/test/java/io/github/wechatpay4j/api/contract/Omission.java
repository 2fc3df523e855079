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
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Fields that are left out of a request, though one of them is required.
 *
 * @param objects the objects around them, from the outside
 * @param fields the fields
 */
record Omission(List<String> objects, Set<String> fields) {

	static List<Omission> of(DescribedOperation operation) {
		List<Omission> omissions = new ArrayList<>();
		operation.demanded().forEach((name) -> omissions.add(new Omission(List.of(), Set.of(name))));
		alternatives(List.of(), operation.alternatives(), omissions);
		within(List.of(), operation.inputs(), omissions);
		return omissions;
	}

	static List<Omission> of(Node object) {
		List<Omission> omissions = new ArrayList<>();
		required(object, object).forEach((name) -> omissions.add(new Omission(List.of(), Set.of(name))));
		within(List.of(), object.properties(), omissions);
		return omissions;
	}

	private static void within(List<String> objects, Map<String, Node> properties, List<Omission> omissions) {
		properties.forEach((name, schema) -> {
			Node object = (Kind.of(schema) == Kind.LIST) ? schema.get("items") : schema;
			if (Kind.of(object) != Kind.OBJECT) {
				return;
			}
			List<String> inner = new ArrayList<>(objects);
			inner.add(name);
			required(schema, object).forEach((field) -> omissions.add(new Omission(inner, Set.of(field))));
			alternatives(inner, Types.alternatives(object.resolved()), omissions);
			within(inner, object.properties(), omissions);
		});
	}

	private static Set<String> required(Node schema, Node object) {
		Set<String> required = new LinkedHashSet<>(object.resolved().texts("required"));
		required.addAll(object.texts("x-wechatpay-required"));
		required.addAll(schema.texts("x-wechatpay-required"));
		required.removeIf((name) -> object.properties().get(name).has("default"));
		return required;
	}

	private static void alternatives(List<String> objects, Collection<Set<String>> alternatives,
			List<Omission> omissions) {
		if (!alternatives.isEmpty()) {
			Set<String> all = new LinkedHashSet<>();
			alternatives.forEach(all::addAll);
			omissions.add(new Omission(objects, all));
		}
	}

	/** In lists it is the last item that lacks them. */
	ObjectNode applyTo(ObjectNode sample) {
		ObjectNode changed = sample.deepCopy();
		JsonNode object = changed;
		for (String name : this.objects) {
			JsonNode value = object.get(name);
			object = value.isArray() ? value.get(value.size() - 1) : value;
		}
		((ObjectNode) object).remove(this.fields);
		return changed;
	}

	boolean isNamedBy(String message) {
		String outer = String.join(".", this.objects);
		String prefix = "'" + (outer.isEmpty() ? "" : outer + ".");
		if (this.fields.size() == 1) {
			return message.contains(prefix + this.fields.iterator().next() + "'");
		}
		return message.contains(prefix) && this.fields.stream().allMatch(message::contains);
	}

}
