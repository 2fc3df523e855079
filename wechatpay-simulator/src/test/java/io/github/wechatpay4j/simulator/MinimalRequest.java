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

package io.github.wechatpay4j.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;

import io.github.wechatpay4j.crypto.FieldEncryptor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes requests that have what the description requires and nothing else.
 */
final class MinimalRequest {

	private static final String FILE = "content";

	private final JsonNode types;

	private final SimulatorMerchant merchant;

	private final FieldEncryptor encryptor;

	MinimalRequest(JsonNode types, SimulatorMerchant merchant, FieldEncryptor encryptor) {
		this.types = types;
		this.merchant = merchant;
		this.encryptor = encryptor;
	}

	/** What the build has made from the description. */
	static JsonNode samples() throws IOException {
		try (InputStream stream = WechatPaySimulator.class.getResourceAsStream("sample/answers.json")) {
			return Caller.JSON.readTree(Objects.requireNonNull(stream));
		}
	}

	void writeTo(RawCall call, JsonNode operation) throws Exception {
		call.method = operation.path("method").stringValue();
		call.target = target(operation);
		call.headers.put("Wechatpay-Serial", this.merchant.publicKeyId());
		call.body = operation.has("body") ? object(operation.path("body").stringValue(), List.of()).toString() : "";
		if (operation.has("upload")) {
			upload(call, operation);
		}
	}

	private String target(JsonNode operation) {
		String path = operation.path("path").stringValue();
		for (JsonNode variable : operation.path("variables")) {
			path = path.replace("{" + variable.path("name").stringValue() + "}",
					encode(value(variable.path("sample")).asString()));
		}
		StringBuilder query = new StringBuilder();
		for (JsonNode field : operation.path("query")) {
			if (isRequired(field, List.of())) {
				JsonNode value = value(field.path("sample"));
				query.append(query.isEmpty() ? '?' : '&')
					.append(field.path("name").stringValue())
					.append('=')
					.append(encode((value.isArray() ? value.get(0) : value).asString()));
			}
		}
		return path + query;
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
	}

	private void upload(RawCall call, JsonNode operation) throws Exception {
		JsonNode upload = operation.path("upload");
		ObjectNode meta = fields(operation.path("meta"), List.of());
		meta.put(upload.path("name").stringValue(), "sample.png");
		meta.put(upload.path("hash").stringValue(),
				HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(FILE.getBytes())));
		meta.remove("");
		call.signedBody = meta.toString();
		StringBuilder body = new StringBuilder(part("name=\"meta\"", call.signedBody));
		for (JsonNode field : operation.path("form")) {
			body.append(part("name=\"" + field.path("name").stringValue() + "\"", field.path("sample").asString()));
		}
		body.append(part("name=\"" + upload.path("part").stringValue() + "\"; filename=\"sample.png\"", FILE));
		call.body = body + "--x--\r\n";
		call.headers.put("Content-Type", "multipart/form-data; boundary=x");
	}

	private static String part(String head, String content) {
		return "--x\r\nContent-Disposition: form-data; " + head + "\r\n\r\n" + content + "\r\n";
	}

	private ObjectNode object(String type, List<String> requiredHere) {
		JsonNode shape = this.types.path(type);
		List<String> required = StreamSupport.stream(shape.path("anyOf").path(0).spliterator(), false)
			.map(JsonNode::stringValue)
			.toList();
		return fields(shape.path("fields"), required.isEmpty() ? requiredHere : required);
	}

	private ObjectNode fields(JsonNode fields, List<String> requiredHere) {
		ObjectNode json = JsonNodeFactory.instance.objectNode();
		for (JsonNode field : fields) {
			if (isRequired(field, requiredHere)) {
				json.set(field.path("name").stringValue(),
						field.has("type") ? nested(field) : value(field.path("sample")));
			}
		}
		return json;
	}

	private JsonNode nested(JsonNode field) {
		ObjectNode object = object(field.path("type").stringValue(),
				StreamSupport.stream(field.path("requiredWithin").spliterator(), false)
					.map(JsonNode::stringValue)
					.toList());
		return field.path("list").booleanValue(false) ? JsonNodeFactory.instance.arrayNode().add(object) : object;
	}

	private static boolean isRequired(JsonNode field, List<String> requiredHere) {
		return field.path("required").booleanValue(false) || requiredHere.contains(field.path("name").stringValue());
	}

	private JsonNode value(JsonNode sample) {
		if (sample.isArray()) {
			return JsonNodeFactory.instance.arrayNode().add(value(sample.get(0)));
		}
		if (sample.has("$encrypt")) {
			String text = sample.path("$encrypt").stringValue();
			return JsonNodeFactory.instance.stringNode(this.encryptor.encrypt(text));
		}
		return sample.isString() ? JsonNodeFactory.instance.stringNode(sample.stringValue()
			.replace("${mchid}", this.merchant.mchid())
			.replace("${appid}", this.merchant.appid())) : sample;
	}

}
