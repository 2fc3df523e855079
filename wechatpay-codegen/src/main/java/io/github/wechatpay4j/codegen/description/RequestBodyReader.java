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

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.github.wechatpay4j.codegen.description.ApiOperation.Upload;
import io.github.wechatpay4j.codegen.description.FieldType.Scalar;
import io.github.wechatpay4j.codegen.description.Input.Position;
import org.jspecify.annotations.Nullable;

/**
 * Reads what an operation sends in its body: JSON, or an upload.
 */
final class RequestBodyReader {

	/** Signed fields that the library computes. */
	private static final List<String> NAMES = List.of("filename", "file_name");

	private static final List<String> HASHES = List.of("sha256", "file_digest");

	private final SchemaReader schemas;

	private final YamlNode components;

	private final YamlNode operation;

	private final @Nullable YamlNode json;

	private final @Nullable YamlNode multipart;

	RequestBodyReader(SchemaReader schemas, YamlNode components, YamlNode operation) {
		this.schemas = schemas;
		this.components = components;
		this.operation = operation;
		YamlNode content = operation.find("requestBody").map((body) -> body.get("content")).orElse(null);
		if (content == null) {
			this.json = null;
			this.multipart = null;
			return;
		}
		content.knowing(Set.of("application/json", "multipart/form-data"));
		this.json = content.find("application/json").map(this::component).orElse(null);
		this.multipart = content.find("multipart/form-data").map((part) -> part.get("schema")).orElse(null);
	}

	private YamlNode component(YamlNode media) {
		YamlNode reference = media.get("schema").get("$ref");
		TypeKey key = this.schemas.reference(reference);
		String request = this.operation.get("x-wechatpay-request").text();
		if (!key.name().equals(request) || !key.file().equals(this.operation.place().file())) {
			throw reference.fault("the body of this request must be the component '" + request + "' of this file");
		}
		return this.components.get(request);
	}

	boolean isJson() {
		return this.json != null;
	}

	/** How the file is sent, if this is an upload. */
	@Nullable Upload upload() {
		if (this.multipart == null) {
			return null;
		}
		YamlNode meta = meta();
		if (meta == null) {
			return new Upload(filePart(), "filename", "sha256");
		}
		List<String> signed = this.schemas.fields(meta).stream().map(Field::name).toList();
		return new Upload(filePart(), first(NAMES, signed), first(HASHES, signed));
	}

	private static String first(List<String> known, List<String> signed) {
		return known.stream().filter(signed::contains).findFirst().orElse("");
	}

	private String filePart() {
		return Objects.requireNonNull(this.multipart)
			.entries("properties")
			.entrySet()
			.stream()
			.filter((property) -> "application/octet-stream".equals(property.getValue().text("contentMediaType", "")))
			.map(Map.Entry::getKey)
			.findFirst()
			.orElseThrow(() -> this.operation
				.fault("an upload needs a part with contentMediaType application/octet-stream"));
	}

	/** What is signed, where that is not just the file's name and hash. */
	private @Nullable YamlNode meta() {
		return Objects.requireNonNull(this.multipart)
			.get("properties")
			.get("meta")
			.find("contentSchema")
			.map((schema) -> this.components.get(this.schemas.reference(schema.get("$ref")).name()))
			.orElse(null);
	}

	List<List<String>> alternatives() {
		return (this.json != null) ? this.schemas.alternatives(this.json) : List.of();
	}

	void addTo(Map<String, Input> inputs) {
		if (this.json != null) {
			this.schemas.fields(this.json).forEach((field) -> add(field, Position.BODY, inputs));
		}
		if (this.multipart == null) {
			return;
		}
		String file = filePart();
		List<String> required = this.multipart.texts("required");
		this.multipart.entries("properties").forEach((name, part) -> {
			if (name.equals(file)) {
				inputs.put(name, new Input(file(name, part), EnumSet.of(Position.FILE)));
			}
			else if (!"meta".equals(name)) {
				Field field = this.schemas.field(name, part, required.contains(name));
				if (field.sensitive()) {
					throw field.place().fault("a text part of an upload cannot be sensitive");
				}
				add(field, Position.FORM, inputs);
			}
		});
		YamlNode meta = meta();
		if (meta != null) {
			this.schemas.fields(meta)
				.stream()
				.filter((field) -> !NAMES.contains(field.name()) && !HASHES.contains(field.name()))
				.forEach((field) -> add(field, Position.BODY, inputs));
		}
	}

	private static Field file(String name, YamlNode part) {
		return new Field(part.place(), name, Scalar.FILE, true, false, part.text("title", ""),
				part.text("description", ""), "", "", List.of(), "", null, List.of(), List.of(), "");
	}

	/** A number that is in the path and in the body is one input. */
	private static void add(Field field, Position position, Map<String, Input> inputs) {
		Input other = inputs.get(field.name());
		if (other == null) {
			inputs.put(field.name(), new Input(field, EnumSet.of(position)));
			return;
		}
		if (!other.field().type().equals(field.type()) || !other.field().filledFrom().equals(field.filledFrom())) {
			throw field.place().fault("'" + field.name() + "' is in the path or query too, but not with the same type");
		}
		EnumSet<Position> positions = EnumSet.copyOf(other.positions());
		positions.add(position);
		inputs.put(field.name(), new Input(other.field().required() ? other.field() : field, positions));
	}

}
