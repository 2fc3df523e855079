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

import java.lang.reflect.AnnotatedElement;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.wechatpay4j.operation.Incubating;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is outside the promise of compatibility.
 */
class IncubatingTests {

	private static final Set<Class<?>> UNVERIFIED_PAYLOADS = Description.webhooks()
		.filter((webhook) -> !webhook.node().has("x-wechatpay-verified"))
		.flatMap((webhook) -> Stream.of(webhook.payloadType(), webhook.answerType()))
		.filter(Objects::nonNull)
		.collect(Collectors.toSet());

	static Stream<DescribedOperation> operations() {
		return Description.operations();
	}

	static Stream<DescribedComponent> components() {
		return Description.components();
	}

	private static boolean isOfVerifiedProduct(Node node) {
		return Description.file(node.file()).text("x-wechatpay-status").equals("verified");
	}

	private static boolean isMarked(AnnotatedElement element) {
		return element.isAnnotationPresent(Incubating.class);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("operations")
	void marksOperationsThatNobodyVerified(DescribedOperation operation) {
		boolean verified = operation.node().has("x-wechatpay-verified");
		assertThat(isMarked(operation.requestType())).isEqualTo(!verified);
		assertThat(Requests.factories(operation)).isNotEmpty().allMatch((factory) -> isMarked(factory) == !verified);
		assertThat(isMarked(operation.productType())).isEqualTo(!isOfVerifiedProduct(operation.node()));
		assertThat(operation.requestType().isAnnotationPresent(Deprecated.class))
			.isEqualTo(operation.node().flag("deprecated"));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("components")
	void marksTypesOfProductsThatNobodyVerified(DescribedComponent component) {
		boolean verified = isOfVerifiedProduct(component.node()) && !UNVERIFIED_PAYLOADS.contains(component.type());
		assertThat(isMarked(component.type())).isEqualTo(!verified);
	}

}
