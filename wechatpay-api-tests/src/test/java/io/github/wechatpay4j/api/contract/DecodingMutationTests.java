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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

import io.github.wechatpay4j.json.UnreadableJsonException;
import io.github.wechatpay4j.json.WechatPayJson;
import io.github.wechatpay4j.operation.Echo;
import io.github.wechatpay4j.operation.WechatPayRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Answers and notifications with marks in thousands of other shapes: nothing that decides
 * is ever bent, nothing else hides the rest, and no order is taken for another.
 */
class DecodingMutationTests {

	private static final int MUTATIONS = 150;

	/** Printed with every failure; set it to see one again. */
	private static final long SEED = Long.getLong("wechatpay.test.seed", ThreadLocalRandom.current().nextLong());

	private static final WechatPayJson JSON = new WechatPayJson();

	static Stream<Arguments> payloads() {
		Stream<Arguments> answers = AnswerMarksTests.marked()
			.map((operation) -> Arguments.of(operation.toString(), operation.answer()));
		Stream<Arguments> notifications = Description.webhooks()
			.filter((webhook) -> webhook.resource()
				.properties()
				.values()
				.stream()
				.anyMatch((schema) -> schema.has("x-wechatpay-role")))
			.map((webhook) -> Arguments.of(webhook.toString(), webhook.resource()));
		return Stream.concat(answers, notifications);
	}

	private static Object read(String json, Class<?> type) {
		return JSON.read(json.getBytes(StandardCharsets.UTF_8), type, (sealed) -> sealed);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("payloads")
	void readWhatFitsAndRefuseWhatDecidesAndDoesNot(String name, Node payload) {
		long seed = SEED + name.hashCode();
		Mutations mutations = new Mutations(new SplittableRandom(seed));
		Map<String, Node> properties = payload.properties();
		ObjectNode sample = Samples.toReceive().object(properties);
		for (int i = 0; i < MUTATIONS; i++) {
			String text = mutations.mutate(sample).toString();
			JsonNode json = Mutations.parse(text);
			String about = "seed " + SEED + ", " + text;
			if (StrictReading.isReadable(json, properties)) {
				StrictReading.check(read(text, payload.referredType()), properties, json, about);
			}
			else {
				assertThat(catchThrowable(() -> read(text, payload.referredType()))).as(about)
					.isInstanceOf(UnreadableJsonException.class);
			}
			String twice = mutations.twice(sample);
			assertThatExceptionOfType(UnreadableJsonException.class).as(about + twice)
				.isThrownBy(() -> read(twice, payload.referredType()));
		}
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("io.github.wechatpay4j.api.contract.AnswerMarksTests#marked")
	void neverTakeAnotherOrderForTheOneThatWasAskedFor(DescribedOperation operation) {
		Marks marks = new Marks(operation);
		ObjectNode asked = Samples.toSend().of(operation);
		WechatPayRequest<?> request = Requests.byFactory(operation, asked);
		Mutations mutations = new Mutations(new SplittableRandom(SEED + operation.toString().hashCode()));
		Map<String, Node> properties = operation.answer().properties();
		ObjectNode fitting = marks.fit(Samples.toReceive().object(properties), asked);
		for (int i = 0; i < MUTATIONS; i++) {
			String text = mutations.mutate(fitting).toString();
			JsonNode json = Mutations.parse(text);
			if (StrictReading.isReadable(json, properties)) {
				boolean fits = marks.echoes()
					.entrySet()
					.stream()
					.allMatch((echo) -> json.path(echo.getKey()).asString("").isEmpty()
							|| json.path(echo.getKey()).asString().equals(asked.path(echo.getValue()).asString()));
				assertThat(fits(request, read(text, operation.answer().referredType())))
					.as("seed " + SEED + ", " + text)
					.isEqualTo(fits);
			}
		}
	}

	private static <T> boolean fits(WechatPayRequest<T> request, Object answer) {
		T decoded = request.operation().responseType().cast(answer);
		List<Echo<T>> echoes = new ArrayList<>(request.operation().echoes());
		return echoes.stream().allMatch((echo) -> echo.fits(request, decoded));
	}

	@Test
	void areThousands() {
		System.out.println("DecodingMutationTests: -Dwechatpay.test.seed=" + SEED);
		assertThat(payloads().count() * MUTATIONS).isGreaterThan(10_000);
	}

}
