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

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import io.github.wechatpay4j.codegen.description.ApiOperation.Answer;
import io.github.wechatpay4j.codegen.description.FieldType.Scalar;
import io.github.wechatpay4j.codegen.description.Input.Position;
import io.github.wechatpay4j.operation.Idempotency;
import org.jspecify.annotations.Nullable;

/**
 * Reads the operations of one file.
 */
final class OperationReader {

	private static final Set<String> KEYS = Set.of("operationId", "summary", "description", "externalDocs",
			"parameters", "requestBody", "responses", "deprecated", "x-wechatpay-request", "x-wechatpay-idempotency",
			"x-wechatpay-business-number", "x-wechatpay-subpackage", "x-wechatpay-verified", "x-wechatpay-upload",
			"x-wechatpay-download", "x-wechatpay-pays-out", AnswerMarks.ECHO, AnswerMarks.CERTAIN);

	private static final Pattern VARIABLE = Pattern.compile("\\{([^}]*)}");

	private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

	private final SchemaReader schemas;

	private final String packageName;

	private final YamlNode components;

	OperationReader(SchemaReader schemas, String packageName, YamlNode components) {
		this.schemas = schemas;
		this.packageName = packageName;
		this.components = components;
	}

	List<ApiOperation> operations(YamlNode paths) {
		List<ApiOperation> operations = new ArrayList<>();
		paths.entries()
			.forEach((path, item) -> item.knowing(METHODS)
				.entries()
				.forEach((method, node) -> operations.add(operation(method, path, node.knowing(KEYS)))));
		return operations;
	}

	private ApiOperation operation(String method, String path, YamlNode node) {
		YamlNode id = node.get("operationId");
		if (!id.text().matches("[A-Z][A-Za-z0-9]+\\.[a-z][A-Za-z0-9]+")) {
			throw id.fault("operationId '" + id.text() + "' is not of the form Product.verb");
		}
		String subpackage = node.text("x-wechatpay-subpackage", "");
		Map<String, Input> inputs = new LinkedHashMap<>();
		parameters(node, inputs);
		RequestBodyReader body = new RequestBodyReader(this.schemas, this.components, node);
		body.addTo(inputs);
		YamlNode answer = answer(node);
		TypeKey answerType = answer.find("content")
			.flatMap((content) -> content.find("application/json"))
			.map((json) -> this.schemas.reference(json.get("schema").get("$ref")))
			.orElse(null);
		String businessNumber = node.find("x-wechatpay-business-number").map(YamlNode::text).orElse(null);
		ApiOperation operation = new ApiOperation(node.place(), id.text().substring(0, id.text().indexOf('.')),
				id.text().substring(id.text().indexOf('.') + 1), method.toUpperCase(Locale.ROOT), path,
				node.get("summary").text(), node.text("description", ""),
				node.find("externalDocs").map((docs) -> docs.get("url").text()).orElse(""),
				subpackage.isEmpty() ? this.packageName : this.packageName + "." + subpackage,
				node.get("x-wechatpay-request").text(), idempotency(node, businessNumber, inputs), businessNumber,
				node.isDated("x-wechatpay-verified"), node.flag("deprecated"), List.copyOf(inputs.values()),
				body.alternatives(), body.isJson(), body.upload(), kind(node, answerType), answerType,
				node.get("responses").find("202").isPresent(), node.flag("x-wechatpay-pays-out"),
				AnswerMarks.read(node));
		bindPath(operation);
		return operation;
	}

	private void parameters(YamlNode node, Map<String, Input> inputs) {
		for (YamlNode parameter : node.find("parameters").map(YamlNode::items).orElse(List.of())) {
			YamlNode name = parameter.knowing(Set.of("name", "in", "required", "schema")).get("name");
			Position position = position(name, parameter.get("in"));
			Field field = this.schemas.field(name.text(), parameter.get("schema"), parameter.flag("required"));
			if (field.sensitive() && (position != Position.QUERY || field.type() != Scalar.TEXT)) {
				throw name.fault("only a string in the query or in the body can be sensitive");
			}
			if (inputs.put(name.text(), new Input(field, EnumSet.of(position))) != null) {
				throw name.fault("parameter '" + name.text() + "' is there twice");
			}
		}
	}

	private static Position position(YamlNode name, YamlNode in) {
		if ("header".equals(in.text()) && !"Idempotency-Key".equals(name.text())) {
			throw name.fault("the only header that a request can set is Idempotency-Key");
		}
		return switch (in.text()) {
			case "path" -> Position.PATH;
			case "query" -> Position.QUERY;
			case "header" -> Position.HEADER;
			default -> throw in.fault("'" + in.text() + "' is none of path, query, header");
		};
	}

	private static YamlNode answer(YamlNode node) {
		Map<String, YamlNode> answers = node.get("responses").knowing(Set.of("200", "202", "204")).entries();
		if (answers.size() != 1) {
			throw node.get("responses").fault("exactly one answer is expected: 200, 202 or 204");
		}
		return answers.values().iterator().next();
	}

	private static Answer kind(YamlNode node, @Nullable TypeKey type) {
		if (node.flag("x-wechatpay-download")) {
			return Answer.FILE;
		}
		return (type != null) ? Answer.OBJECT : Answer.NONE;
	}

	private static Idempotency idempotency(YamlNode node, @Nullable String businessNumber, Map<String, Input> inputs) {
		YamlNode idempotency = node.get("x-wechatpay-idempotency");
		if (businessNumber != null && !inputs.containsKey(businessNumber)) {
			throw node.get("x-wechatpay-business-number").fault("'" + businessNumber + "' is not among the inputs");
		}
		return switch (idempotency.text()) {
			case "safe" -> Idempotency.SAFE;
			case "none" -> Idempotency.NONE;
			case "keyed" -> {
				node.get("x-wechatpay-business-number");
				yield Idempotency.KEYED;
			}
			default -> throw idempotency.fault("'" + idempotency.text() + "' is none of safe, keyed, none");
		};
	}

	private static void bindPath(ApiOperation operation) {
		List<String> bound = operation.inputs()
			.stream()
			.filter((input) -> input.isIn(Position.PATH))
			.map((input) -> input.field().name())
			.toList();
		List<String> variables = VARIABLE.matcher(operation.path())
			.results()
			.map((variable) -> variable.group(1))
			.toList();
		if (!Set.copyOf(bound).equals(Set.copyOf(variables))) {
			throw operation.place()
				.fault("the path has the variables " + variables + " but the parameters in the path are " + bound);
		}
	}

}
