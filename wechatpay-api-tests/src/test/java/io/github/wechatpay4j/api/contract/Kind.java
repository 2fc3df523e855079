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

/**
 * What a schema describes.
 */
enum Kind {

	TEXT, INTEGER, DECIMAL, FLAG, DATE, TIME, LIST, ENUMERATION, OBJECT;

	static Kind of(Node schema) {
		Node target = schema.resolved();
		return switch (target.text("type")) {
			case "object" -> OBJECT;
			case "array" -> LIST;
			case "integer" -> INTEGER;
			case "number" -> DECIMAL;
			case "boolean" -> FLAG;
			default -> schema.has("$ref") ? ENUMERATION : text(target.text("format", ""));
		};
	}

	private static Kind text(String format) {
		return switch (format) {
			case "date" -> DATE;
			case "date-time" -> TIME;
			default -> TEXT;
		};
	}

}
