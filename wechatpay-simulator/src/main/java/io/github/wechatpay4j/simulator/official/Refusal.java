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

package io.github.wechatpay4j.simulator.official;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The platform says no: an official error code with the status it comes with.
 */
public final class Refusal extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final int status;

	private final String code;

	private final transient @Nullable ObjectNode detail;

	private Refusal(int status, String code, String message, @Nullable ObjectNode detail) {
		super(message, null, false, false);
		this.status = status;
		this.code = code;
		this.detail = detail;
	}

	/**
	 * A refusal.
	 * @param status the HTTP status that the code is documented with
	 * @param code the official code
	 * @param message what a person should know
	 * @return the refusal
	 */
	public static Refusal of(int status, String code, String message) {
		return new Refusal(status, code, message, null);
	}

	/**
	 * A refusal with details.
	 * @param status the HTTP status that the code is documented with
	 * @param code the official code
	 * @param message what a person should know
	 * @param detail the official {@code detail} object
	 * @return the refusal
	 */
	public static Refusal detailed(int status, String code, String message, ObjectNode detail) {
		return new Refusal(status, code, message, detail);
	}

	/**
	 * A wrong field.
	 * @param location where it is, such as {@code body}
	 * @param field its JSON pointer or name
	 * @param value its value, if it has one
	 * @param issue what is wrong with it
	 * @return the refusal, {@code PARAM_ERROR}
	 */
	public static Refusal parameter(String location, String field, @Nullable JsonNode value, String issue) {
		ObjectNode detail = JsonNodeFactory.instance.objectNode();
		detail.put("location", location);
		detail.put("field", field);
		if (value != null && !value.isMissingNode()) {
			detail.set("value", value);
		}
		detail.put("issue", issue);
		return new Refusal(400, "PARAM_ERROR", "参数错误: " + issue, detail);
	}

	/**
	 * A request that breaks a business rule.
	 * @param message what a person should know
	 * @return the refusal, {@code INVALID_REQUEST}
	 */
	public static Refusal invalidRequest(String message) {
		return of(400, "INVALID_REQUEST", message);
	}

	/**
	 * The HTTP status.
	 * @return the status
	 */
	public int status() {
		return this.status;
	}

	/**
	 * The official code.
	 * @return the code
	 */
	public String code() {
		return this.code;
	}

	/**
	 * The error as the platform writes it.
	 * @return an object with {@code code}, {@code message} and perhaps {@code detail}
	 */
	public ObjectNode toJson() {
		ObjectNode json = JsonNodeFactory.instance.objectNode();
		json.put("code", this.code);
		json.put("message", String.valueOf(getMessage()));
		if (this.detail != null) {
			json.set("detail", this.detail);
		}
		return json;
	}

}
