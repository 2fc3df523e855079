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

package io.github.wechatpay4j.codegen.sample;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.github.wechatpay4j.codegen.description.ComponentType.ObjectType;
import io.github.wechatpay4j.codegen.description.Description;
import io.github.wechatpay4j.codegen.description.Field;
import io.github.wechatpay4j.codegen.description.FieldType;
import io.github.wechatpay4j.codegen.description.FieldType.Component;
import io.github.wechatpay4j.codegen.description.FieldType.Listing;
import io.github.wechatpay4j.codegen.description.TypeKey;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What requests look like. Objects are written once each and referred to by name, because
 * many requests share them and some hold themselves.
 */
final class InputShapes {

	private final Description description;

	private final ValueSamples values;

	private final Set<TypeKey> known = new LinkedHashSet<>();

	private final Deque<TypeKey> waiting = new ArrayDeque<>();

	InputShapes(Description description) {
		this.description = description;
		this.values = new ValueSamples(description);
	}

	/** The name of an object's shape. */
	String reference(TypeKey key) {
		if (this.known.add(key)) {
			this.waiting.add(key);
		}
		return key.file().replace(".yaml", "") + "/" + key.name();
	}

	ArrayNode fields(List<Field> fields) {
		ArrayNode json = JsonNodeFactory.instance.arrayNode();
		fields.forEach((field) -> json.add(field(field)));
		return json;
	}

	private ObjectNode field(Field field) {
		ObjectNode json = JsonNodeFactory.instance.objectNode();
		json.put("name", field.name());
		if (field.required()) {
			json.put("required", true);
		}
		FieldType type = (field.type() instanceof Listing list) ? list.item() : field.type();
		if (!(type instanceof Component component && isObject(component))) {
			json.set("sample", this.values.of(field));
			return json;
		}
		json.put("type", reference(component.key()));
		if (field.type() instanceof Listing) {
			json.put("list", true);
		}
		if (!field.requiredWithin().isEmpty()) {
			json.set("requiredWithin", texts(field.requiredWithin()));
		}
		return json;
	}

	private boolean isObject(Component component) {
		return this.description.type(component.key()) instanceof ObjectType;
	}

	/** All shapes that are referred to. */
	ObjectNode types() {
		ObjectNode types = JsonNodeFactory.instance.objectNode();
		while (!this.waiting.isEmpty()) {
			TypeKey key = this.waiting.remove();
			types.set(reference(key), shape(this.description.object(key)));
		}
		return types;
	}

	private ObjectNode shape(ObjectType object) {
		ObjectNode shape = JsonNodeFactory.instance.objectNode();
		shape.set("fields", fields(object.fields()));
		if (!object.alternatives().isEmpty()) {
			ArrayNode alternatives = shape.putArray("anyOf");
			object.alternatives().forEach((names) -> alternatives.add(texts(names)));
		}
		return shape;
	}

	private static ArrayNode texts(List<String> texts) {
		ArrayNode array = JsonNodeFactory.instance.arrayNode();
		texts.forEach(array::add);
		return array;
	}

}
