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

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.wechatpay4j.client.WechatPayClient;
import io.github.wechatpay4j.json.WechatPayJson;
import io.github.wechatpay4j.operation.NoContent;
import io.github.wechatpay4j.operation.UnverifiedFile;
import io.github.wechatpay4j.testing.FakePlatform;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The answer to every operation over HTTP, compared with the description.
 */
class OperationAnswerTests {

	@RegisterExtension
	static final FakePlatform platform = new FakePlatform();

	private static final WechatPayJson JSON = new WechatPayJson();

	private static WechatPayClient client;

	@BeforeAll
	static void makeClient() {
		client = platform.client();
	}

	static Stream<DescribedOperation> operationsWithJson() {
		return Description.operations().filter((operation) -> operation.answer().isPresent());
	}

	static Stream<DescribedOperation> operationsWithoutJson() {
		return Description.operations().filter((operation) -> !operation.answer().isPresent());
	}

	private static Object execute(DescribedOperation operation) {
		return client.execute(Requests.byFactory(operation, Samples.toSend().of(operation)));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("operationsWithJson")
	void decodesEveryField(DescribedOperation operation) {
		Map<String, Node> properties = operation.answer().properties();
		ObjectNode sample = new Marks(operation).fit(Samples.toReceive().object(properties),
				Samples.toSend().of(operation));
		platform.answers(platform.signed(operation.status(), Answers.json(sample, properties)));
		Object decoded = execute(operation);
		assertThat(decoded).isExactlyInstanceOf(operation.answer().referredType());
		Received.isSample(decoded, properties, sample, operation.answer().referredType().getSimpleName());
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("operationsWithJson")
	void decodesAnEmptyObject(DescribedOperation operation) throws ReflectiveOperationException {
		Object decoded = JSON.read("{}".getBytes(StandardCharsets.UTF_8), operation.answer().referredType(),
				(sealed) -> sealed);
		for (RecordComponent component : decoded.getClass().getRecordComponents()) {
			Object value = component.getAccessor().invoke(decoded);
			assertThat(value).as(component.getName()).isEqualTo((component.getType() == List.class) ? List.of() : null);
		}
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("operationsWithoutJson")
	void takesAnAnswerWithoutJson(DescribedOperation operation) {
		platform.answers(Answers.withoutJson(platform, operation));
		Object decoded = execute(operation);
		if (!operation.isDownload()) {
			assertThat(decoded).isSameAs(NoContent.INSTANCE);
			return;
		}
		assertThat(decoded).isInstanceOfSatisfying(UnverifiedFile.class, (file) -> {
			assertThat(file.contentType()).isEqualTo("application/pdf");
			assertThat(file.content()).asString(StandardCharsets.UTF_8).isEqualTo(Answers.FILE);
		});
	}

}
