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

package io.github.wechatpay4j.simulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.wechatpay4j.api.payments.JsapiPayments;
import io.github.wechatpay4j.json.WechatPayJson;
import io.github.wechatpay4j.operation.NoContent;
import io.github.wechatpay4j.operation.UnverifiedFile;
import io.github.wechatpay4j.simulator.RawCall.Answer;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every operation of {@code wechatpay-api} is answered.
 */
class SampleCoverageTests extends SimulatorTestSupport {

	private final WechatPayJson json = new WechatPayJson();

	@Test
	void answersEveryOperation() throws Exception {
		JsonNode samples = MinimalRequest.samples();
		MinimalRequest minimal = new MinimalRequest(samples.path("types"), this.simulator.merchants().get(0),
				this.caller.merchant().trust().current().block().encryptor());
		Map<String, JsonNode> operations = new HashMap<>();
		samples.path("operations").forEach((operation) -> operations.put(key(operation), operation));
		Map<String, String> answeredBy = answeredBy();
		SoftAssertions softly = new SoftAssertions();
		List<String[]> lines = lines();
		for (String[] line : lines) {
			String key = line[0] + " " + line[1];
			RawCall call = new RawCall(this.caller.merchant());
			minimal.writeTo(call, operations.get(key));
			Answer answer = call.send(this.simulator.url());
			softly.check(() -> {
				if ("sample".equals(answeredBy.get(key))) {
					checkSample(key, operations.get(key), answer, Class.forName(line[3]));
				}
				else {
					assertThat(answer.headers()).as(key).doesNotContainKey("x-wechatpay-simulator");
					assertThat(answer.status()).as(key).isNotEqualTo(500);
				}
			});
		}
		softly.assertAll();
		assertThat(answeredBy).hasSize(lines.size()).hasSizeGreaterThan(1000);
	}

	private void checkSample(String key, JsonNode operation, Answer answer, Class<?> type) {
		assertThat(answer.status()).as(key + " " + answer.body()).isEqualTo(operation.path("status").intValue());
		assertThat(answer.headers()).as(key).containsEntry("x-wechatpay-simulator", "sample");
		if (type == UnverifiedFile.class) {
			assertThat(answer.body()).as(key).isNotEmpty();
			return;
		}
		assertThat(answer.headers()).as(key).containsKey("wechatpay-signature");
		if (type == NoContent.class) {
			assertThat(answer.body()).as(key).isEmpty();
			return;
		}
		assertThat(answer.body()).as(key).doesNotContain("$");
		Object value = this.json.read(answer.body().getBytes(StandardCharsets.UTF_8), type,
				this.caller.merchant().credentials().decryptor());
		assertThat(value).as(key).isInstanceOf(type);
	}

	private static String key(JsonNode operation) {
		return operation.path("method").stringValue() + " " + operation.path("path").stringValue();
	}

	private Map<String, String> answeredBy() throws Exception {
		RawCall call = new RawCall(this.caller.merchant()).get("/_simulator/operations");
		Map<String, String> answeredBy = new HashMap<>();
		call.send(this.simulator.url())
			.json()
			.forEach((operation) -> answeredBy.put(key(operation), operation.path("answeredBy").stringValue()));
		return answeredBy;
	}

	/** Method, path, request type and response type. */
	private static List<String[]> lines() throws IOException {
		try (BufferedReader reader = new BufferedReader(new InputStreamReader(
				Objects.requireNonNull(JsapiPayments.class.getResourceAsStream("/META-INF/wechatpay/operations.csv")),
				StandardCharsets.UTF_8))) {
			return reader.lines().map((line) -> line.split(",")).toList();
		}
	}

}
