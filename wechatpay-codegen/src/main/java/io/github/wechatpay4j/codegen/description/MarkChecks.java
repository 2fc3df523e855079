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

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.github.wechatpay4j.codegen.description.ComponentType.EnumType;
import io.github.wechatpay4j.codegen.description.ComponentType.ObjectType;
import io.github.wechatpay4j.codegen.description.FieldType.Component;
import io.github.wechatpay4j.codegen.description.FieldType.Listing;
import io.github.wechatpay4j.codegen.description.FieldType.Scalar;

/**
 * Whether the marks of answers and notifications can be what they say. A wrong one would
 * refuse what the platform rightly sends, or let pass what it does not.
 */
final class MarkChecks {

	private static final String IDENTITY = "identity";

	private final Description description;

	MarkChecks(Description description) {
		this.description = description;
	}

	void check() {
		this.description.operations().forEach(this::operation);
		this.description.types().values().forEach((type) -> {
			if (type instanceof ObjectType object) {
				object.fields().stream().filter((field) -> !field.role().isEmpty()).forEach(this::role);
			}
		});
	}

	private void operation(ApiOperation operation) {
		operation.inputs().stream().map(Input::field).filter((field) -> !field.role().isEmpty()).forEach((field) -> {
			throw field.place().fault("'" + field.name() + "' is sent: only what is received is marked with a role");
		});
		AnswerMarks marks = operation.marks();
		if (marks.isEmpty()) {
			return;
		}
		Place place = marks.place();
		if (operation.answerType() == null) {
			throw place.fault("an answer without fields repeats nothing");
		}
		Map<String, Field> fields = this.description.object(operation.answerType())
			.fields()
			.stream()
			.collect(Collectors.toMap(Field::name, Function.identity()));
		marks.echoes().forEach((name, input) -> echo(place, field(place, name, fields), input, operation));
		marks.certain().forEach((name) -> certain(place, field(place, name, fields), operation));
	}

	private static Field field(Place place, String name, Map<String, Field> fields) {
		Field field = fields.get(name);
		if (field == null) {
			throw place.fault("'" + name + "' is not a field of the answer");
		}
		return field;
	}

	/** Compared as text, so nothing that can be written in two ways. */
	private static void echo(Place place, Field field, String input, ApiOperation operation) {
		Field asked = operation.inputs()
			.stream()
			.map(Input::field)
			.filter((other) -> other.name().equals(input))
			.findFirst()
			.orElseThrow(() -> place.fault("'" + input + "' is not among the inputs"));
		if (!IDENTITY.equals(field.role())) {
			throw field.place().fault("'" + field.name() + "' is repeated and needs x-wechatpay-role: identity");
		}
		if (asked.sensitive() || !isPlain(asked.type())) {
			throw place.fault("'" + input + "' is no plain string or integer and cannot be compared");
		}
	}

	/** One source can be wrong about what is always there. */
	private static void certain(Place place, Field field, ApiOperation operation) {
		if (!operation.verified()) {
			throw place.fault("'" + field.name() + "' is certain only of an operation with x-wechatpay-verified");
		}
		if (!field.required() && !operation.marks().echoes().containsKey(field.name())) {
			throw field.place().fault("'" + field.name() + "' is neither required nor repeated, so it is not certain");
		}
		if (field.role().isEmpty()) {
			throw field.place().fault("'" + field.name() + "' is certain and needs an x-wechatpay-role");
		}
	}

	private void role(Field field) {
		FieldType type = (field.type() instanceof Listing list) ? list.item() : field.type();
		ComponentType component = (type instanceof Component named) ? this.description.type(named.key()) : null;
		if (component instanceof ObjectType object) {
			if (object.fields().stream().allMatch((inner) -> inner.role().isEmpty())) {
				throw field.place().fault("nothing within '" + field.name() + "' has an x-wechatpay-role");
			}
			return;
		}
		boolean fits = switch (field.role()) {
			case IDENTITY -> isPlain(field.type());
			case "state" -> field.type() == Scalar.TEXT || (component instanceof EnumType && field.type() == type);
			default -> isPlain(field.type()) || field.type() == Scalar.DECIMAL;
		};
		if (!fits || field.sensitive()) {
			throw field.place()
				.fault("'" + field.name() + "' cannot be read strictly as " + field.role()
						+ ": a plain string or integer can, an enumeration as state, a number as amount");
		}
	}

	private static boolean isPlain(FieldType type) {
		return List.of(Scalar.TEXT, Scalar.INTEGER).contains(type);
	}

}
