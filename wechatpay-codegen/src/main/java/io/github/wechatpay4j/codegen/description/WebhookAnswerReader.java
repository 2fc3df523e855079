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

import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Reads what the answer to a notification carries.
 */
final class WebhookAnswerReader {

	private static final String SIGNED = "x-wechatpay-signed-answer";

	private WebhookAnswerReader() {
	}

	/** The fields of the answer, {@code null} for an answer without any. */
	static @Nullable TypeKey answer(SchemaReader schemas, YamlNode webhook) {
		YamlNode responses = webhook.get("responses").knowing(Set.of("200", "204"));
		Map<String, YamlNode> answers = responses.entries();
		if (answers.size() != 1) {
			throw responses.fault("exactly one answer is expected: 200 with fields, or 204");
		}
		YamlNode answer = answers.get("200");
		if (answer != null) {
			return reference(schemas, answer.knowing(Set.of("description", "content")));
		}
		responses.get("204").knowing(Set.of("description"));
		return null;
	}

	static boolean isSigned(YamlNode webhook, @Nullable TypeKey answer) {
		if (answer == null) {
			webhook.find(SIGNED).ifPresent((signed) -> {
				throw signed.fault("an answer without fields is not signed");
			});
		}
		return webhook.flag(SIGNED);
	}

	static TypeKey reference(SchemaReader schemas, YamlNode message) {
		return schemas.reference(message.get("content").get("application/json").get("schema").get("$ref"));
	}

}
