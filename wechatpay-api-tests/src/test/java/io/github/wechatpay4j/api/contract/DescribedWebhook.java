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

import java.util.List;

/**
 * A notification as it is described.
 *
 * @param node the description
 */
record DescribedWebhook(Node node) {

	Node resource() {
		return this.node.get("requestBody", "content", "application/json", "schema");
	}

	Class<?> payloadType() {
		return resource().referredType();
	}

	/** What the answer carries; not present where it carries nothing. */
	Node answer() {
		return this.node.get("responses", "200", "content", "application/json", "schema");
	}

	Class<?> answerType() {
		return answer().isPresent() ? answer().referredType() : null;
	}

	boolean isAnswerSigned() {
		return this.node.flag("x-wechatpay-signed-answer");
	}

	List<String> events() {
		return this.node.texts("x-wechatpay-events");
	}

	String originalType() {
		return this.node.text("x-wechatpay-original-type");
	}

	List<String> with() {
		return this.node.texts("x-wechatpay-with");
	}

	List<String> without() {
		return this.node.texts("x-wechatpay-without");
	}

	@Override
	public String toString() {
		return resource().text("$ref").replaceAll(".*/", "");
	}

}
