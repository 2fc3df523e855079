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

import java.lang.reflect.Method;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Fills builders with samples, through every kind of setter. What a sample lacks is left
 * out.
 */
final class Builders {

	private Builders() {
	}

	static void fill(Object builder, Map<String, Node> properties, ObjectNode sample) {
		properties.forEach((name, schema) -> {
			if (sample.has(name)) {
				set(builder, name, schema, sample.get(name));
			}
		});
	}

	static Object build(Class<?> type, Map<String, Node> properties, ObjectNode sample) {
		Object builder = Types.builder(type);
		fill(builder, properties, sample);
		return Types.build(builder);
	}

	private static void set(Object builder, String name, Node schema, JsonNode sample) {
		switch (Kind.of(schema)) {
			case LIST -> list(builder, name, schema.get("items"), sample);
			case OBJECT -> object(builder, name, schema, sample);
			case TIME -> Types.invoke(setter(builder, name, OffsetDateTime.class::equals), builder,
					OffsetDateTime.parse(sample.stringValue()).plusNanos(123_000_000));
			default -> Types.invoke(setter(builder, name, (type) -> true), builder, Values.of(schema, sample));
		}
	}

	private static void object(Object builder, String name, Node schema, JsonNode sample) {
		Types.invoke(setter(builder, name, Consumer.class::equals), builder, filling(schema, sample));
		if (name.length() % 2 == 0) {
			Types.invoke(setter(builder, name, schema.referredType()::equals), builder, built(schema, sample));
		}
	}

	private static Consumer<Object> filling(Node schema, JsonNode sample) {
		return (nested) -> fill(nested, schema.properties(), (ObjectNode) sample);
	}

	private static Object built(Node schema, JsonNode sample) {
		return build(schema.referredType(), schema.properties(), (ObjectNode) sample);
	}

	private static void list(Object builder, String name, Node item, JsonNode sample) {
		boolean objects = Kind.of(item) == Kind.OBJECT;
		for (int i = 0; i < sample.size(); i++) {
			JsonNode value = sample.get(i);
			if (i == 0) {
				Object first = objects ? built(item, value) : Values.of(item, value);
				Types.invoke(setter(builder, name, List.class::equals), builder, List.of(first));
			}
			else {
				Object next = objects ? filling(item, value) : Values.of(item, value);
				Types.invoke(adder(builder, name), builder, next);
			}
		}
	}

	private static Method setter(Object builder, String name, Predicate<Class<?>> type) {
		return Types.methods(builder.getClass())
			.stream()
			.filter((method) -> method.getParameterCount() == 1 && Types.isNamed(method.getName(), name)
					&& type.test(method.getParameterTypes()[0]))
			.findFirst()
			.orElseThrow(() -> new AssertionError(builder.getClass() + " has no such setter for '" + name + "'"));
	}

	/** Nobody but the parameter says which list the singular belongs to. */
	private static Method adder(Object builder, String name) {
		return Types.methods(builder.getClass())
			.stream()
			.filter((method) -> method.getParameterCount() == 1 && method.getName().startsWith("add")
					&& !Types.isNamed(method.getName(), name)
					&& Types.isNamed(method.getParameters()[0].getName(), name))
			.findFirst()
			.orElseThrow(() -> new AssertionError(builder.getClass() + " cannot add to '" + name + "'"));
	}

}
