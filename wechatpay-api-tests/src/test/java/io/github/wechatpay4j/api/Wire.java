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

package io.github.wechatpay4j.api;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

import io.github.wechatpay4j.json.WechatPayJson;
import io.github.wechatpay4j.operation.RequestBody;
import io.github.wechatpay4j.operation.RequestDefaults;
import io.github.wechatpay4j.operation.WechatPayRequest;
import tools.jackson.databind.JsonNode;

/**
 * What goes over the wire, with a cipher that can be read.
 */
public final class Wire {

	/** A merchant that has configured everything. */
	public static final RequestDefaults CONFIGURED = new RequestDefaults("1900000109", "wx0000000000000001",
			"https://shop.example/wechatpay/notifications");

	/** A merchant that has configured no more than it must. */
	public static final RequestDefaults BARE = new RequestDefaults("1900000109", null, null);

	private static final WechatPayJson JSON = new WechatPayJson();

	private Wire() {
	}

	public static String body(WechatPayRequest<?> request) {
		if (!(request.body() instanceof RequestBody.Json json)) {
			throw new AssertionError("Not a JSON body: " + request.body());
		}
		return new String(JSON.write(json.value(), (plain) -> "sealed(" + plain + ")"), StandardCharsets.UTF_8);
	}

	public static String completedBody(WechatPayRequest<?> request) {
		return body(request.withDefaults(CONFIGURED));
	}

	public static <T> T read(String json, Class<T> type) {
		return JSON.read(json.getBytes(StandardCharsets.UTF_8), type,
				(sealed) -> sealed.substring("sealed(".length(), sealed.length() - 1));
	}

	public static JsonNode tree(String json) {
		return JSON.readTree(json.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Joins the lines of a text block, so that JSON can be compared to the letter.
	 * @param json JSON that is spread over lines
	 * @return the JSON in one line
	 */
	public static String compact(String json) {
		return json.lines().map(String::strip).collect(Collectors.joining());
	}

}
