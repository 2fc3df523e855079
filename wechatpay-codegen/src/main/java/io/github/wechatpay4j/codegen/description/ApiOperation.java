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

import java.util.List;

import io.github.wechatpay4j.operation.Idempotency;
import org.jspecify.annotations.Nullable;

/**
 * An operation.
 *
 * @param place where it is described
 * @param product the product class
 * @param verb the factory method
 * @param method the HTTP method
 * @param path the path template
 * @param label the official label
 * @param meaning what it does, in English, empty for none
 * @param link the official page, empty for none
 * @param packageName the Java package it belongs to
 * @param requestType the name of the request type
 * @param idempotency whether it may be repeated
 * @param businessNumber the field it is keyed by
 * @param verified whether it was compared field by field
 * @param deprecated whether it should not be used any more
 * @param inputs what it takes
 * @param alternatives sets of inputs of which one is required
 * @param sendsBody whether it sends a JSON body
 * @param upload how the file is sent, if this is an upload
 * @param answer what it answers
 * @param answerType the component that it answers
 * @param accepted whether it answers 202
 * @param payingOut whether it moves money away from its merchant
 * @param marks what is known of the answer
 */
public record ApiOperation(Place place, String product, String verb, String method, String path, String label,
		String meaning, String link, String packageName, String requestType, Idempotency idempotency,
		@Nullable String businessNumber, boolean verified, boolean deprecated, List<Input> inputs,
		List<List<String>> alternatives, boolean sendsBody, @Nullable Upload upload, Answer answer,
		@Nullable TypeKey answerType, boolean accepted, boolean payingOut, AnswerMarks marks) {

	/**
	 * How a file is sent.
	 *
	 * @param part the name of its part
	 * @param nameField the signed field that holds its name, empty for none
	 * @param hashField the signed field that holds its SHA-256, empty for none
	 */
	public record Upload(String part, String nameField, String hashField) {

	}

	/** What kind of answer there is. */
	public enum Answer {

		/** Nothing. */
		NONE,

		/** A JSON object. */
		OBJECT,

		/** An unsigned file. */
		FILE

	}

	/**
	 * The name of the operation.
	 * @return product and verb
	 */
	public String id() {
		return this.product + "." + this.verb;
	}

	/**
	 * Method and path.
	 * @return what the operation is known by in the protocol
	 */
	public String signature() {
		return this.method + " " + this.path;
	}

}
