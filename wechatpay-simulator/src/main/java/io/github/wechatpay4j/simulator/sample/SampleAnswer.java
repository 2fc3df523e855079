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

import java.util.Map;

import io.github.wechatpay4j.simulator.http.Call;
import io.github.wechatpay4j.simulator.sample.Shape.Field;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns a sample into the answer to a call: the caller's numbers, the caller's values,
 * sensitive fields encrypted for the caller.
 */
final class SampleAnswer {

	private final Call call;

	private final Echo echo;

	private final Map<String, String> known;

	SampleAnswer(Call call, Echo echo) {
		this.call = call;
		this.echo = echo;
		this.known = Map.of("${mchid}", call.merchant().mchid(), "${appid}", call.merchant().appid(), "${url}",
				call.baseUrl(), "${token}", SampleFile.TOKEN, "${sha1}", SampleFile.sha1());
	}

	ObjectNode of(JsonNode sample) {
		ObjectNode answer = JsonNodeFactory.instance.objectNode();
		sample.properties().forEach((field) -> answer.set(field.getKey(), value(field.getKey(), field.getValue())));
		return answer;
	}

	private JsonNode value(String name, JsonNode sample) {
		JsonNode secret = Field.secretIn(sample);
		if (secret.isString()) {
			String text = this.echo.secret(name, secret.stringValue());
			return JsonNodeFactory.instance.stringNode(this.call.merchant().encryptor().encrypt(text));
		}
		if (sample.isObject()) {
			return of(sample);
		}
		if (sample.isArray()) {
			ArrayNode items = JsonNodeFactory.instance.arrayNode();
			sample.forEach((item) -> items.add(value(name, item)));
			return items;
		}
		return this.echo.plain(name, sample.isString() ? known(sample.stringValue()) : sample);
	}

	private JsonNode known(String text) {
		String result = text;
		for (Map.Entry<String, String> value : this.known.entrySet()) {
			result = result.replace(value.getKey(), value.getValue());
		}
		return JsonNodeFactory.instance.stringNode(result);
	}

}
