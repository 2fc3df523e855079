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

import io.github.wechatpay4j.codegen.description.ApiOperation;
import io.github.wechatpay4j.codegen.description.ApiOperation.Answer;
import io.github.wechatpay4j.codegen.description.ApiOperation.Upload;
import io.github.wechatpay4j.codegen.description.Description;
import io.github.wechatpay4j.codegen.description.Field;
import io.github.wechatpay4j.codegen.description.Input;
import io.github.wechatpay4j.codegen.description.Input.Position;
import io.github.wechatpay4j.codegen.description.TypeKey;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the simulator has to know about operations. What is empty or false is left out.
 */
final class OperationSamples {

	private final Description description;

	private final AnswerSamples answers;

	private final InputShapes shapes;

	OperationSamples(Description description) {
		this.description = description;
		this.answers = new AnswerSamples(description);
		this.shapes = new InputShapes(description);
	}

	String json() {
		ObjectNode root = JsonNodeFactory.instance.objectNode();
		ArrayNode operations = root.putArray("operations");
		this.description.operations().forEach((operation) -> operations.add(of(operation)));
		root.set("types", this.shapes.types());
		return new JsonMapper().writeValueAsString(root);
	}

	private ObjectNode of(ApiOperation operation) {
		ObjectNode json = JsonNodeFactory.instance.objectNode();
		json.put("name", operation.id());
		json.put("method", operation.method());
		json.put("path", operation.path());
		if (operation.answer() == Answer.FILE) {
			json.put("file", true);
		}
		json.put("status", status(operation));
		if (operation.answerType() != null) {
			json.set("answer", this.answers.of(operation.answerType()));
		}
		putInputs(json, operation);
		return json;
	}

	private static int status(ApiOperation operation) {
		if (operation.accepted()) {
			return 202;
		}
		return (operation.answer() == Answer.NONE) ? 204 : 200;
	}

	private void putInputs(ObjectNode json, ApiOperation operation) {
		put(json, "variables", operation, Position.PATH);
		put(json, "query", operation, Position.QUERY);
		if (operation.sendsBody()) {
			// The component itself: what is required in the path may be optional in the
			// body
			TypeKey body = new TypeKey(operation.place().file(), operation.requestType());
			json.put("body", this.shapes.reference(body));
		}
		Upload upload = operation.upload();
		if (upload != null) {
			json.putObject("upload")
				.put("part", upload.part())
				.put("name", upload.nameField())
				.put("hash", upload.hashField());
			put(json, "meta", operation, Position.BODY);
			put(json, "form", operation, Position.FORM);
		}
	}

	private void put(ObjectNode json, String name, ApiOperation operation, Position position) {
		List<Field> fields = operation.inputs()
			.stream()
			.filter((input) -> input.isIn(position))
			.map(Input::field)
			.toList();
		if (!fields.isEmpty()) {
			json.set(name, this.shapes.fields(fields));
		}
	}

}
