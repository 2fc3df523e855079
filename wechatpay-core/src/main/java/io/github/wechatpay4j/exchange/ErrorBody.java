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

package io.github.wechatpay4j.exchange;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.github.wechatpay4j.ApiException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The platform's error form. Its {@code detail} names the field in one of three ways: by
 * {@code field}; by a JSON pointer, or several, in {@code value}; or not at all, and the
 * pointer stands in the message. Elsewhere {@code value} is what was sent.
 *
 * @param tree the answer
 */
record ErrorBody(JsonNode tree) {

	private static final String POINTER = "/(?:body|query|uri_template|path|header)(?:/[\\w.~\\-]{1,100}+){1,20}+";

	private static final Pattern WHOLE = Pattern.compile(POINTER);

	/** As in 输入源“/body/amount/total”映射到, and in translations of it. */
	private static final Pattern QUOTED = Pattern.compile("输入源\\s*[“\"](/[^”\"]{1,200})[”\"]|(" + POINTER + ")");

	void tell(ApiException.Builder error) {
		JsonNode detail = this.tree.path("detail");
		JsonNode code = this.tree.path("code");
		// Only such a code makes the platform's error form
		error.error((code.isString() && !code.asString().isBlank()) ? code.asString() : null,
				text(this.tree.path("message")), field(detail));
		if (!detail.isMissingNode() && !detail.isNull()) {
			error.detail(detail.toString());
		}
	}

	private @Nullable String field(JsonNode detail) {
		String named = text(detail.path("field"));
		if (named != null && !named.isEmpty()) {
			return named;
		}
		String pointers = pointers(detail.path("value"));
		return pointers.isEmpty() ? inMessage() : pointers;
	}

	private static String pointers(JsonNode value) {
		Stream<JsonNode> values = value.isArray() ? StreamSupport.stream(value.spliterator(), false) : Stream.of(value);
		return values.filter(JsonNode::isString)
			.map(JsonNode::stringValue)
			.filter((text) -> WHOLE.matcher(text).matches())
			.collect(Collectors.joining(", "));
	}

	private @Nullable String inMessage() {
		String message = text(this.tree.path("message"));
		if (message == null) {
			return null;
		}
		Matcher matcher = QUOTED.matcher(message);
		if (!matcher.find()) {
			return null;
		}
		return (matcher.group(1) != null) ? matcher.group(1) : matcher.group(2);
	}

	private static @Nullable String text(JsonNode node) {
		return (node.isValueNode() && !node.isNull()) ? node.asString() : null;
	}

}
