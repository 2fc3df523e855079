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

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes sample values, a different one for each field, in the form that they have in
 * JSON. Nothing is encrypted.
 */
final class Samples {

	private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

	private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

	private final boolean known;

	private int count;

	private Samples(boolean known) {
		this.known = known;
	}

	/** Values that the description knows. */
	static Samples toSend() {
		return new Samples(true);
	}

	/** Values of open enumerations that the description does not know. */
	static Samples toReceive() {
		return new Samples(false);
	}

	ObjectNode of(DescribedOperation operation) {
		ObjectNode sample = object(operation.inputs());
		operation.parameters("header").keySet().forEach((name) -> sample.put(name, "key-of-" + name));
		if (operation.isUpload()) {
			sample.put(new DescribedUpload(operation.multipart()).filePart(), "the file");
		}
		return sample;
	}

	ObjectNode object(Map<String, Node> properties) {
		ObjectNode object = JSON.objectNode();
		properties.forEach((name, schema) -> object.set(name, value(name, schema)));
		return object;
	}

	private JsonNode value(String name, Node schema) {
		this.count++;
		return switch (Kind.of(schema)) {
			case OBJECT -> object(schema.properties());
			case LIST -> list(name, schema.get("items"));
			case ENUMERATION -> JSON.stringNode(choice(schema.resolved()));
			case TEXT -> JSON.stringNode(schema.has("x-wechatpay-enum") ? choice(schema) : text(name, schema));
			case INTEGER -> JSON.numberNode(
					schema.has("x-wechatpay-enum") ? Long.parseLong(known(schema)) : 4_000_000_000L + this.count);
			case DECIMAL -> JSON.numberNode(new BigDecimal(this.count + ".25"));
			case FLAG -> JSON.booleanNode(this.count % 2 == 0);
			case DATE -> JSON.stringNode(DAY.plusDays(this.count).toString());
			case TIME -> JSON.stringNode(time());
		};
	}

	private ArrayNode list(String name, Node item) {
		return JSON.arrayNode().add(value(name, item)).add(value(name, item));
	}

	/**
	 * What has to be escaped in an address or in JSON, but for identifiers of a merchant.
	 */
	private String text(String name, Node schema) {
		String plain = name + "-" + this.count;
		return schema.has("x-wechatpay-filled-from") ? plain : plain + " /中文&=+?#%\"'\\;é";
	}

	private String time() {
		return DAY.plusDays(this.count) + "T%02d:%02d:00+08:00".formatted(this.count % 24, this.count % 60);
	}

	private String choice(Node enumeration) {
		return this.known ? known(enumeration) : "LATER_" + this.count;
	}

	private String known(Node enumeration) {
		List<String> values = enumeration.texts("x-wechatpay-enum");
		return values.get(this.count % values.size());
	}

}
