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

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.wechatpay4j.simulator.sample.SampleOperation.FileInput;
import io.github.wechatpay4j.simulator.sample.Shape.Field;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Reads the resource that the build makes from the description.
 */
final class CatalogReader {

	private CatalogReader() {
	}

	static SampleCatalog read() {
		JsonNode root = load();
		Map<String, Shape> shapes = new HashMap<>();
		root.path("types").properties().forEach((type) -> shapes.put(type.getKey(), shape(type.getValue())));
		List<SampleOperation> operations = new ArrayList<>();
		root.path("operations").forEach((operation) -> operations.add(operation(operation)));
		return new SampleCatalog(operations, shapes);
	}

	private static JsonNode load() {
		try (InputStream stream = CatalogReader.class.getResourceAsStream("answers.json")) {
			return new JsonMapper().readTree(Objects.requireNonNull(stream, "answers.json"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static SampleOperation operation(JsonNode json) {
		return new SampleOperation(text(json, "name"), text(json, "method"),
				PathPatternParser.defaultInstance.parse(text(json, "path")), json.path("status").intValue(),
				json.path("file").booleanValue(false), json.path("answer"), Shape.of(fields(json.path("query"))),
				text(json, "body"), upload(json));
	}

	private static @Nullable FileInput upload(JsonNode json) {
		JsonNode upload = json.path("upload");
		return upload.isMissingNode() ? null : new FileInput(text(upload, "part"), text(upload, "name"),
				text(upload, "hash"), Shape.of(fields(json.path("meta"))), Shape.of(fields(json.path("form"))));
	}

	private static Shape shape(JsonNode json) {
		List<List<String>> anyOf = new ArrayList<>();
		json.path("anyOf").forEach((names) -> anyOf.add(texts(names)));
		return new Shape(fields(json.path("fields")), anyOf);
	}

	private static List<Field> fields(JsonNode json) {
		List<Field> fields = new ArrayList<>();
		json.forEach((field) -> fields
			.add(new Field(text(field, "name"), field.path("required").booleanValue(false), field.path("sample"),
					text(field, "type"), field.path("list").booleanValue(false), texts(field.path("requiredWithin")))));
		return fields;
	}

	private static List<String> texts(JsonNode json) {
		List<String> texts = new ArrayList<>();
		json.forEach((text) -> texts.add(text.stringValue()));
		return texts;
	}

	private static String text(JsonNode json, String name) {
		return json.path(name).stringValue("");
	}

}
