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

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An operation as it is described.
 *
 * @param method the HTTP method
 * @param path the path template
 * @param node the description
 */
record DescribedOperation(String method, String path, Node node) {

	/**
	 * In the packages of requests lies the product class, above any package of its own.
	 */
	Class<?> productType() {
		String id = this.node.text("operationId");
		return Types.named(Description.packageOf(Description.file(this.node.file())), id.substring(0, id.indexOf('.')));
	}

	String verb() {
		String id = this.node.text("operationId");
		return id.substring(id.indexOf('.') + 1);
	}

	Class<?> requestType() {
		return Types.named(Description.packageOf(this.node), this.node.text("x-wechatpay-request"));
	}

	/** The parameters that are in the path, in the query or in the header. */
	Map<String, Node> parameters(String place) {
		Map<String, Node> parameters = new LinkedHashMap<>();
		this.node.get("parameters")
			.items()
			.stream()
			.filter((parameter) -> parameter.text("in").equals(place))
			.forEach((parameter) -> parameters.put(parameter.text("name"), parameter.get("schema")));
		return parameters;
	}

	boolean sendsJson() {
		return json().isPresent();
	}

	private Node json() {
		return this.node.get("requestBody", "content", "application/json", "schema");
	}

	Map<String, Node> body() {
		return json().properties();
	}

	boolean isUpload() {
		return multipart().isPresent();
	}

	Node multipart() {
		return this.node.get("requestBody", "content", "multipart/form-data", "schema");
	}

	/** Everything that a caller can set, each once. */
	Map<String, Node> inputs() {
		Map<String, Node> inputs = new LinkedHashMap<>();
		List.of("path", "query", "header").forEach((place) -> inputs.putAll(parameters(place)));
		body().forEach(inputs::putIfAbsent);
		if (isUpload()) {
			DescribedUpload upload = new DescribedUpload(multipart());
			inputs.putAll(upload.form());
			inputs.putAll(upload.extras());
		}
		return inputs;
	}

	/** The inputs that a caller has to set, where the configuration knows them or not. */
	Set<String> required() {
		Set<String> required = new LinkedHashSet<>();
		this.node.get("parameters")
			.items()
			.stream()
			.filter((parameter) -> parameter.flag("required"))
			.forEach((parameter) -> required.add(parameter.text("name")));
		required.addAll(json().resolved().texts("required"));
		if (isUpload()) {
			required.addAll(new DescribedUpload(multipart()).required());
		}
		return required;
	}

	/** The inputs that nothing else than the caller can set. */
	Set<String> demanded() {
		Set<String> demanded = new LinkedHashSet<>(required());
		inputs().forEach((name, schema) -> {
			if (schema.has("x-wechatpay-filled-from") || schema.has("default")) {
				demanded.remove(name);
			}
		});
		return demanded;
	}

	List<Set<String>> alternatives() {
		return Types.alternatives(json().resolved());
	}

	/** The answer's schema, which is nothing for an answer without JSON. */
	Node answer() {
		Node answer = this.node.get("responses").entries().values().iterator().next();
		return answer.get("content", "application/json", "schema");
	}

	int status() {
		return Integer.parseInt(this.node.get("responses").entries().keySet().iterator().next());
	}

	boolean isDownload() {
		return this.node.flag("x-wechatpay-download");
	}

	@Override
	public String toString() {
		return this.method + " " + this.path;
	}

}
