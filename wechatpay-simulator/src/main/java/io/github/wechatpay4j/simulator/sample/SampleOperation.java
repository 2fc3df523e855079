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

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.web.util.pattern.PathPattern;

/**
 * An operation of the description.
 *
 * @param name its name
 * @param method the HTTP method
 * @param path the path template
 * @param status the status of a success
 * @param file whether a success is a file
 * @param answer a success, missing where it has no body
 * @param query the parameters of the query
 * @param body the name of the body's shape, empty for none
 * @param upload how a file is sent, if one is
 */
record SampleOperation(String name, String method, PathPattern path, int status, boolean file, JsonNode answer,
		Shape query, String body, @Nullable FileInput upload) {

	/** Method and path without the names of variables: what a route stands for. */
	String key() {
		return key(this.method, this.path.getPatternString());
	}

	static String key(String method, String path) {
		return method + " " + path.replaceAll("\\{[^}]*}", "{}");
	}

	/**
	 * How a file is sent.
	 *
	 * @param part the name of its part
	 * @param nameField the signed field that holds its name, empty for none
	 * @param hashField the signed field that holds its hash, empty for none
	 * @param meta more fields that are signed
	 * @param form the parts that are texts
	 */
	record FileInput(String part, String nameField, String hashField, Shape meta, Shape form) {

	}

}
