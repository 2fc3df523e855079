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
import java.util.stream.Stream;

import io.github.wechatpay4j.json.WechatPayJson;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Notifications that say the same as the answer to a query.
 */
class SameFactsTests {

	private static final WechatPayJson JSON = new WechatPayJson();

	static Stream<DescribedComponent> components() {
		return Description.components().filter((component) -> component.node().has("x-wechatpay-same-as"));
	}

	private static DescribedComponent other(Node node) {
		String name = node.text("x-wechatpay-same-as");
		return new DescribedComponent(name, Description.file(node.file()).get("components", "schemas", name));
	}

	private static Object read(ObjectNode sample, Class<?> type) {
		return JSON.read(sample.toString().getBytes(StandardCharsets.UTF_8), type, (sealed) -> sealed);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("components")
	void areTheSameObject(DescribedComponent component) {
		Class<?> other = other(component.node()).type();
		ObjectNode sample = Samples.toReceive().object(component.node().properties());
		assertThat(Types.methods(component.type())).filteredOn((method) -> method.getReturnType() == other)
			.singleElement()
			.extracting((method) -> Types.invoke(method, read(sample, component.type())))
			.isEqualTo(read(sample, other));
	}

}
