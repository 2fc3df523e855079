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
import java.util.regex.Pattern;

import io.github.wechatpay4j.codegen.description.ComponentType.ObjectType;
import io.github.wechatpay4j.codegen.description.Description;
import io.github.wechatpay4j.codegen.description.Field;
import io.github.wechatpay4j.codegen.description.FieldType;
import io.github.wechatpay4j.codegen.description.FieldType.Component;
import io.github.wechatpay4j.codegen.description.FieldType.Listing;
import io.github.wechatpay4j.codegen.description.TypeKey;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers with every field that a success has, lists with one item.
 */
final class AnswerSamples {

	/** What goes wrong is told only where something did. */
	private static final Pattern OF_FAILURES = Pattern.compile("(^|_)(err|error|fail|failed|reject|rejected)(_|$)");

	private final Description description;

	private final ValueSamples values;

	/** The objects around the one being written: none is written inside itself. */
	private final Deque<TypeKey> around = new ArrayDeque<>();

	AnswerSamples(Description description) {
		this.description = description;
		this.values = new ValueSamples(description);
	}

	ObjectNode of(TypeKey key) {
		ObjectNode json = JsonNodeFactory.instance.objectNode();
		this.around.push(key);
		for (Field field : this.description.object(key).fields()) {
			if (field.required() || !isLeftOut(field)) {
				json.set(field.name(), value(field));
			}
		}
		this.around.pop();
		return json;
	}

	private boolean isLeftOut(Field field) {
		return OF_FAILURES.matcher(field.name()).find()
				|| (item(field.type()) instanceof Component component && this.around.contains(component.key()));
	}

	private JsonNode value(Field field) {
		if (!(item(field.type()) instanceof Component component
				&& this.description.type(component.key()) instanceof ObjectType)) {
			return this.values.of(field);
		}
		JsonNodeFactory factory = JsonNodeFactory.instance;
		if (this.around.contains(component.key())) {
			return (field.type() instanceof Listing) ? factory.arrayNode() : factory.objectNode();
		}
		ObjectNode object = of(component.key());
		return (field.type() instanceof Listing) ? factory.arrayNode().add(object) : object;
	}

	private static FieldType item(FieldType type) {
		return (type instanceof Listing list) ? list.item() : type;
	}

}
