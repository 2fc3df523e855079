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
import java.util.List;
import java.util.Map;

import io.github.wechatpay4j.simulator.http.Call;
import io.github.wechatpay4j.simulator.http.Call.Upload;
import io.github.wechatpay4j.simulator.official.Fields;
import io.github.wechatpay4j.simulator.official.Refusal;
import io.github.wechatpay4j.simulator.sample.SampleOperation.FileInput;
import io.github.wechatpay4j.simulator.sample.Shape.Field;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Checks one request against the description: required fields, types, and that sensitive
 * fields can be decrypted. It knows no rule that a page only tells in words.
 */
final class RequestCheck {

	private static final String MISSING = "必填字段缺失";

	private final Map<String, Shape> shapes;

	private final Call call;

	private final Map<String, String> secrets = new HashMap<>();

	RequestCheck(Map<String, Shape> shapes, Call call) {
		this.shapes = shapes;
		this.call = call;
	}

	/**
	 * Checks everything.
	 * @return the sensitive fields of the outermost objects, decrypted
	 * @throws Refusal naming the field that is wrong
	 */
	Map<String, String> check(SampleOperation operation) {
		object(this.call.query(), "", operation.query(), List.of());
		if (!operation.body().isEmpty()) {
			object(this.call.body(), "", shape(operation.body()), List.of());
		}
		if (operation.upload() != null && this.call.file() != null) {
			upload(operation.upload(), this.call.file());
		}
		return this.secrets;
	}

	private Shape shape(String name) {
		return this.shapes.getOrDefault(name, Shape.of(List.of()));
	}

	private void upload(FileInput input, Upload file) {
		Fields meta = this.call.body();
		if (!input.nameField().isEmpty()) {
			meta.text("/" + input.nameField(), 256);
		}
		if (!input.hashField().isEmpty()) {
			meta.text("/" + input.hashField(), 64);
		}
		if ("sha256".equals(input.hashField())) {
			file.requireSha256(meta, "/sha256");
		}
		object(meta, "", input.meta(), List.of());
		ObjectNode form = JsonNodeFactory.instance.objectNode();
		file.texts().forEach(form::put);
		object(new Fields(form, "form"), "", input.form(), List.of());
	}

	private void object(Fields in, String pointer, Shape shape, List<String> requiredHere) {
		for (Field field : shape.fields()) {
			String at = pointer + "/" + field.name();
			JsonNode value = in.root().at(at);
			if (!value.isMissingNode()) {
				value(in, at, value, field);
			}
			else if (field.required() || requiredHere.contains(field.name())) {
				throw in.wrong(at, MISSING);
			}
		}
		if (!shape.anyOf().isEmpty()
				&& shape.anyOf().stream().noneMatch((names) -> names.stream().allMatch(in.root().at(pointer)::has))) {
			throw in.wrong(pointer + "/" + shape.anyOf().get(0).get(0), MISSING + "，至少填写其一: " + shape.anyOf());
		}
	}

	private void value(Fields in, String at, JsonNode value, Field field) {
		if (field.required() && ("".equals(value.stringValue(null)) || (value.isArray() && value.isEmpty()))) {
			throw in.wrong(at, MISSING);
		}
		if (!"body".equals(in.location())) {
			// Nothing but texts there
			text(in, at, value.asString(), field);
			return;
		}
		if (!field.isList()) {
			item(in, at, value, field, field.sample());
			return;
		}
		if (!value.isArray()) {
			throw in.wrong(at, "字段类型应为array");
		}
		for (int i = 0; i < value.size(); i++) {
			item(in, at + "/" + i, value.get(i), field, field.sample().path(0));
		}
	}

	private void text(Fields in, String at, String text, Field field) {
		if (field.isSensitive()) {
			this.secrets.put(field.name(), this.call.decrypt(in, at));
		}
		else if (field.sample().isIntegralNumber() && !text.matches("-?[0-9]{1,18}")) {
			throw in.wrong(at, "字段类型应为integer");
		}
	}

	private void item(Fields in, String at, JsonNode value, Field field, JsonNode sample) {
		if (!field.type().isEmpty()) {
			requireType(in, at, value.isObject(), "object");
			object(in, at, shape(field.type()), field.requiredWithin());
		}
		else if (field.isSensitive()) {
			String secret = this.call.decrypt(in, at);
			if (at.lastIndexOf('/') == 0) {
				this.secrets.put(field.name(), secret);
			}
		}
		else if (sample.isString()) {
			requireType(in, at, value.isString(), "string");
		}
		else if (sample.isBoolean()) {
			requireType(in, at, value.isBoolean(), "boolean");
		}
		else {
			requireType(in, at, sample.isIntegralNumber() ? value.isIntegralNumber() : value.isNumber(), "number");
		}
	}

	private static void requireType(Fields in, String at, boolean right, String type) {
		if (!right) {
			throw in.wrong(at, "字段类型应为" + type);
		}
	}

}
