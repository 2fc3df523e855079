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

import java.util.List;
import java.util.regex.Pattern;

import io.github.wechatpay4j.codegen.description.ComponentType.EnumType;
import io.github.wechatpay4j.codegen.description.Description;
import io.github.wechatpay4j.codegen.description.Field;
import io.github.wechatpay4j.codegen.description.FieldType;
import io.github.wechatpay4j.codegen.description.FieldType.Component;
import io.github.wechatpay4j.codegen.description.FieldType.Listing;
import io.github.wechatpay4j.codegen.description.FieldType.Scalar;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Values of everything that is not an object. The same field always has the same value.
 */
final class ValueSamples {

	private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

	private static final Pattern WELL = Pattern.compile("(.*_)?(SUCCESS|SUCCEED|SUCC|FINISHED|FINISH|COMPLETED"
			+ "|PAID|ISSUED|SIGNED|CONTRACTED|AUTHORIZED|GRANTED|APPROVED|EFFECTIVE|ACTIVE|NORMAL|AVAILABLE)");

	private static final Pattern NOT_WELL = Pattern
		.compile("(.*_)?(UNKNOWN|UNKNOW|UNSPECIFIED|NONE|INIT|INVALID|FAIL|FAILED|REJECTED|REVOKED|TERMINATED|CLOSED)");

	private final Description description;

	ValueSamples(Description description) {
		this.description = description;
	}

	JsonNode of(Field field) {
		return of(field, field.type());
	}

	private JsonNode of(Field field, FieldType type) {
		if (type instanceof Listing list) {
			return JSON.arrayNode().add(of(field, list.item()));
		}
		if (type instanceof Component component && this.description.type(component.key()) instanceof EnumType values) {
			return JSON.stringNode(known(field, values.values()));
		}
		if (type instanceof Scalar scalar) {
			return of(field, scalar);
		}
		throw field.place().fault("'" + field.name() + "' has no single value");
	}

	private static JsonNode of(Field field, Scalar scalar) {
		return switch (scalar) {
			case TEXT -> text(field);
			case INTEGER -> JSON.numberNode(integer(field));
			case DECIMAL -> JSON.numberNode(0.5);
			case FLAG -> JSON.booleanNode(true);
			case DATE -> JSON.stringNode(Times.day(field.name()));
			case TIME -> JSON.stringNode(Times.moment(field.name()));
			case FILE -> throw field.place().fault("a file has no sample");
		};
	}

	private static JsonNode text(Field field) {
		String text = field.knownValues().isEmpty() ? TextSamples.of(field) : known(field, field.knownValues());
		// The simulator knows the key only when it is called
		return field.sensitive() ? JSON.objectNode().put("$encrypt", text) : JSON.stringNode(text);
	}

	private static long integer(Field field) {
		return Long
			.parseLong(field.knownValues().isEmpty() ? IntegerSamples.of(field) : known(field, field.knownValues()));
	}

	/** The first value that tells of a success; failing that, the first that may. */
	private static String known(Field field, List<String> values) {
		if (field.defaultValue() != null) {
			return field.defaultValue();
		}
		return values.stream()
			.filter((value) -> WELL.matcher(value).matches())
			.findFirst()
			.or(() -> values.stream().filter((value) -> !NOT_WELL.matcher(value).matches()).findFirst())
			.orElse(values.get(0));
	}

}
