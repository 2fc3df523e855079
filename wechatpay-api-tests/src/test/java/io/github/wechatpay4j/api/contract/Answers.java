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

import java.util.Map;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.github.wechatpay4j.testing.FakePlatform;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the platform answers.
 */
final class Answers {

	static final String FILE = "%PDF-1.7 文件";

	private Answers() {
	}

	/** The least that is an answer to a request. */
	static ResponseDefinitionBuilder least(FakePlatform platform, DescribedOperation operation, ObjectNode asked) {
		return operation.answer().isPresent()
				? platform.signed(operation.status(), new Marks(operation).least(asked).toString())
				: withoutJson(platform, operation);
	}

	static ResponseDefinitionBuilder withoutJson(FakePlatform platform, DescribedOperation operation) {
		return operation.isDownload()
				? FakePlatform.with(operation.status(), FILE, Map.of("Content-Type", "application/pdf"))
				: platform.signed(operation.status(), "");
	}

	/** As the platform would send it, and a later version of the platform at that. */
	static String json(ObjectNode sample, Map<String, Node> properties) {
		return withMore(Sealing.translate(sample, properties, Sealing::seal)).toString();
	}

	private static JsonNode withMore(JsonNode tree) {
		if (tree.isObject()) {
			ObjectNode more = JsonNodeFactory.instance.objectNode();
			more.putArray("field_of_tomorrow").addObject().put("id", 1);
			tree.properties().forEach((field) -> more.set(field.getKey(), withMore(field.getValue())));
			return more;
		}
		if (tree.isArray()) {
			return JsonNodeFactory.instance.arrayNode().addAll(tree.values().stream().map(Answers::withMore).toList());
		}
		return tree;
	}

}
