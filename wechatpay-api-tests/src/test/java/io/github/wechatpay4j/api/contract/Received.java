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

import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

/**
 * Compares what was decoded with what was sent, field by field.
 */
final class Received {

	private Received() {
	}

	static void isSample(Object decoded, Map<String, Node> properties, JsonNode sample, String path) {
		assertThat(decoded).as(path).isNotNull();
		assertThat(decoded.getClass().getRecordComponents()).as(path).hasSameSizeAs(properties.keySet());
		properties.forEach((name, schema) -> {
			Object value = Types.read(decoded, name);
			compare(value, schema, sample.get(name), path + "." + name);
		});
	}

	private static void compare(Object value, Node schema, JsonNode sample, String path) {
		switch (Kind.of(schema)) {
			case OBJECT -> {
				assertThat(value).as(path).isInstanceOf(schema.referredType());
				isSample(value, schema.properties(), sample, path);
			}
			case LIST -> {
				assertThat(value).as(path).asInstanceOf(LIST).hasSize(sample.size());
				for (int i = 0; i < sample.size(); i++) {
					compare(((List<?>) value).get(i), schema.get("items"), sample.get(i), path + "[" + i + "]");
				}
			}
			default -> assertThat(value).as(path).isEqualTo(Values.of(schema, sample));
		}
	}

}
