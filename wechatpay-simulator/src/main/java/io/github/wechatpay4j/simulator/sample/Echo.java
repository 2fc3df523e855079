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

import java.util.HashMap;
import java.util.Map;

import io.github.wechatpay4j.simulator.http.Call;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What a request says, to be said again where the answer has a field of the same name and
 * type.
 */
final class Echo {

	private final Map<String, JsonNode> values = new HashMap<>();

	private final Map<String, String> secrets;

	private Echo(Map<String, String> secrets) {
		this.secrets = secrets;
	}

	static Echo of(Call call, Map<String, String> variables, Map<String, String> secrets) {
		Echo echo = new Echo(secrets);
		echo.add(call.query().root());
		echo.add(call.body().root());
		variables.forEach((name, value) -> echo.values.put(name, JsonNodeFactory.instance.stringNode(value)));
		// A cipher text for the platform is of no use to the merchant
		secrets.keySet().forEach(echo.values::remove);
		return echo;
	}

	private void add(JsonNode fields) {
		fields.properties()
			.stream()
			.filter((field) -> field.getValue().isValueNode())
			.forEach((field) -> this.values.put(field.getKey(), field.getValue()));
	}

	JsonNode plain(String name, JsonNode sample) {
		JsonNode value = this.values.get(name);
		if (value == null) {
			return sample;
		}
		if (value.getNodeType() == sample.getNodeType()) {
			return value;
		}
		// Path and query have nothing but texts
		return (sample.isIntegralNumber() && value.asString().matches("[0-9]{1,18}"))
				? JsonNodeFactory.instance.numberNode(Long.parseLong(value.asString())) : sample;
	}

	String secret(String name, String sample) {
		JsonNode value = this.values.get(name);
		return this.secrets.getOrDefault(name, (value != null && value.isString()) ? value.stringValue() : sample);
	}

}
