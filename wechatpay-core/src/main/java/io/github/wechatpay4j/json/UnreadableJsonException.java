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

package io.github.wechatpay4j.json;

import java.util.stream.Collectors;

import io.github.wechatpay4j.Printable;
import tools.jackson.core.JacksonException;

/**
 * JSON does not have the expected form. Names the place, never the content, and therefore
 * has no cause: Jackson's own messages quote values.
 */
public final class UnreadableJsonException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private UnreadableJsonException(String message) {
		super(Printable.text(message));
	}

	static UnreadableJsonException of(Class<?> type, JacksonException ex) {
		String path = pathOf(ex);
		String place = path.isEmpty() ? "it is not well-formed JSON of that type" : "'" + path + "' has another form";
		return new UnreadableJsonException("not a " + type.getSimpleName() + ": " + place);
	}

	static String pathOf(JacksonException ex) {
		return ex.getPath()
			.stream()
			.map((step) -> (step.getPropertyName() != null) ? step.getPropertyName() : "[" + step.getIndex() + "]")
			.collect(Collectors.joining("."));
	}

	static UnreadableJsonException isNull(Class<?> type) {
		return new UnreadableJsonException("not a " + type.getSimpleName() + ": it is null");
	}

	static UnreadableJsonException notAnObject() {
		return new UnreadableJsonException("not a JSON object");
	}

}
