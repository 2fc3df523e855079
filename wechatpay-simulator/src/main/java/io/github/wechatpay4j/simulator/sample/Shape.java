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

package io.github.wechatpay4j.simulator.sample;

import java.util.List;

import tools.jackson.databind.JsonNode;

/**
 * What an object of a request looks like.
 *
 * @param fields its fields
 * @param anyOf sets of fields of which one is required
 */
record Shape(List<Field> fields, List<List<String>> anyOf) {

	static Shape of(List<Field> fields) {
		return new Shape(fields, List.of());
	}

	/**
	 * A field: with a sample, or an object or a list of objects with a shape.
	 *
	 * @param name its name
	 * @param required whether it is required
	 * @param sample a value, missing where there is a shape
	 * @param type the name of its shape, empty where there is a sample
	 * @param list whether it is a list of objects of that shape
	 * @param requiredWithin fields of that shape that are required here
	 */
	record Field(String name, boolean required, JsonNode sample, String type, boolean list,
			List<String> requiredWithin) {

		/** Whether its text, or each of its texts, travels encrypted. */
		boolean isSensitive() {
			return secretIn(this.sample.isArray() ? this.sample.path(0) : this.sample).isString();
		}

		boolean isList() {
			return this.list || this.sample.isArray();
		}

		/** What is to be encrypted for whoever is answered; missing for all else. */
		static JsonNode secretIn(JsonNode sample) {
			return sample.path("$encrypt");
		}

	}

}
