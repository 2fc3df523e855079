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

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.security.GeneralSecurityException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

import io.github.wechatpay4j.client.WechatPayClient;
import io.github.wechatpay4j.operation.RequestBody;
import io.github.wechatpay4j.operation.UploadFile;
import io.github.wechatpay4j.operation.WechatPayRequest;
import io.github.wechatpay4j.testing.FakePlatform;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every operation over HTTP, compared with the description.
 */
class OperationRequestTests {

	@RegisterExtension
	static final FakePlatform platform = new FakePlatform();

	private static WechatPayClient client;

	@BeforeAll
	static void makeClient() {
		client = platform.client();
	}

	static Stream<DescribedOperation> operations() {
		return Description.operations();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("operations")
	void sendsEveryInputAsDescribed(DescribedOperation operation) throws GeneralSecurityException {
		ObjectNode sample = Samples.toSend().of(operation);
		WechatPayRequest<?> request = Requests.byFactory(operation, sample);
		assertThat(request).isInstanceOf(operation.requestType());
		platform.answers(Answers.least(platform, operation, sample));
		client.execute(request);
		new SentRequest(operation, platform.onlyRequest()).carries(sample);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("operations")
	void hasFactoriesThatSayTheSameAsTheBuilder(DescribedOperation operation) {
		ObjectNode sample = Samples.toSend().of(operation);
		assertThat(Requests.factories(operation)).isNotEmpty().allSatisfy((factory) -> {
			ObjectNode taken = Requests.takesConsumer(factory) ? sample : arguments(factory, operation, sample);
			WechatPayRequest<?> request = Requests.byFactory(factory, operation, taken);
			if (!operation.isUpload()) {
				assertThat(request).isEqualTo(Requests.build(operation, taken));
				return;
			}
			UploadFile file = ((RequestBody.Upload) request.body()).file();
			assertThat(file.filename()).isEqualTo(Requests.FILE.filename());
			assertThat(file.content()).isEqualTo(Requests.FILE.content());
		});
	}

	/** What a factory takes has to be what is required. */
	private static ObjectNode arguments(Method factory, DescribedOperation operation, ObjectNode sample) {
		Set<String> names = new LinkedHashSet<>();
		for (Parameter parameter : factory.getParameters()) {
			if (!operation.isUpload() || operation.inputs()
				.keySet()
				.stream()
				.anyMatch((name) -> Types.isNamed(parameter.getName(), name))) {
				names.add(Requests.argument(parameter, operation));
			}
		}
		if (!operation.isUpload()) {
			assertThat(names).isEqualTo(operation.demanded());
		}
		return sample.deepCopy().retain(names);
	}

}
