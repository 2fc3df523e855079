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

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import io.github.wechatpay4j.json.WechatPayJson;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Raw JSON of answers and notifications, read by mappers that know nothing of WeChat Pay,
 * such as the application's own.
 */
class AnyMapperTests {

	private static final WechatPayJson JSON = new WechatPayJson();

	private static final List<JsonMapper> MAPPERS = Stream
		.of(JsonMapper.builder(), JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE),
				JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE))
		.map((builder) -> builder.disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE).build())
		.toList();

	static Stream<Node> payloads() {
		return Stream
			.concat(OperationAnswerTests.operationsWithJson().map(DescribedOperation::answer),
					Description.webhooks().map(DescribedWebhook::resource))
			.distinct();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("payloads")
	void readWhatTheLibraryReads(Node payload) {
		String json = Samples.toReceive().object(payload.properties()).toString();
		Object expected = JSON.read(json.getBytes(StandardCharsets.UTF_8), payload.referredType(), (sealed) -> sealed);
		for (JsonMapper mapper : MAPPERS) {
			Object read = mapper.readValue(json, payload.referredType());
			assertThat(read).isEqualTo(expected);
			assertThat(mapper.readTree(mapper.writeValueAsString(read)).propertyNames())
				.containsExactlyElementsOf(payload.properties().keySet());
		}
	}

}
