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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is known of the answer to an operation.
 *
 * @param place where it is described
 * @param echoes fields of the answer that repeat an input, and the input
 * @param certain fields that every answer has
 */
public record AnswerMarks(Place place, Map<String, String> echoes, List<String> certain) {

	static final String ECHO = "x-wechatpay-echo";

	static final String CERTAIN = "x-wechatpay-certain";

	static AnswerMarks read(YamlNode operation) {
		YamlNode at = operation.find(ECHO).or(() -> operation.find(CERTAIN)).orElse(operation);
		Map<String, String> echoes = operation.entries(ECHO)
			.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (echo) -> echo.getValue().text(), (first, second) -> first,
					LinkedHashMap::new));
		return new AnswerMarks(at.place(), echoes, operation.texts(CERTAIN));
	}

	boolean isEmpty() {
		return this.echoes.isEmpty() && this.certain.isEmpty();
	}

}
