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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.node.ObjectNode;

/**
 * What the description says of the answer to an operation.
 *
 * @param operation the operation
 */
record Marks(DescribedOperation operation) {

	/** Fields of the answer, and the inputs that they repeat. */
	Map<String, String> echoes() {
		Map<String, String> echoes = new LinkedHashMap<>();
		this.operation.node()
			.get("x-wechatpay-echo")
			.entries()
			.forEach((field, input) -> echoes.put(field, input.text()));
		return echoes;
	}

	/** Fields that every answer has. */
	List<String> certain() {
		return this.operation.node().texts("x-wechatpay-certain");
	}

	boolean arePresent() {
		return !echoes().isEmpty() || !certain().isEmpty();
	}

	/** An answer that repeats what was asked, as far as it was. */
	ObjectNode fit(ObjectNode answer, ObjectNode asked) {
		echoes().forEach((field, input) -> {
			if (asked.has(input)) {
				answer.set(field, asked.get(input));
			}
		});
		return answer;
	}

	/** With no more than what every answer has. */
	ObjectNode least(ObjectNode asked) {
		Map<String, Node> properties = new LinkedHashMap<>(this.operation.answer().properties());
		properties.keySet().retainAll(certain());
		return fit(Samples.toReceive().object(properties), asked);
	}

}
