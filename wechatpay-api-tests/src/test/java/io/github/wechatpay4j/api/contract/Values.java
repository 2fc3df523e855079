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

import java.time.LocalDate;
import java.time.OffsetDateTime;

import tools.jackson.databind.JsonNode;

/**
 * The Java values of samples.
 */
final class Values {

	private Values() {
	}

	static Object of(Node schema, JsonNode sample) {
		return switch (Kind.of(schema)) {
			case TEXT -> sample.stringValue();
			case INTEGER -> sample.longValue();
			case DECIMAL -> sample.decimalValue();
			case FLAG -> sample.booleanValue();
			case DATE -> LocalDate.parse(sample.stringValue());
			case TIME -> OffsetDateTime.parse(sample.stringValue());
			case ENUMERATION -> enumeration(schema.referredType(), sample.stringValue());
			case LIST, OBJECT -> throw new IllegalArgumentException("Not a scalar: " + schema);
		};
	}

	static Object enumeration(Class<?> type, String value) {
		try {
			return type.getConstructor(String.class).newInstance(value);
		}
		catch (ReflectiveOperationException ex) {
			throw new AssertionError(type + " does not take a text", ex);
		}
	}

}
