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

import java.util.Locale;
import java.util.stream.Stream;

import io.github.wechatpay4j.operation.Idempotency;
import io.github.wechatpay4j.operation.WechatPayRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whether a request may be repeated.
 */
class IdempotencyTests {

	static Stream<DescribedOperation> operations() {
		return Description.operations();
	}

	static Stream<DescribedOperation> operationsWithOptionalNumber() {
		return operations()
			.filter((operation) -> numberOf(operation) != null && !operation.required().contains(numberOf(operation)));
	}

	private static String numberOf(DescribedOperation operation) {
		return operation.node().text("x-wechatpay-business-number");
	}

	private static Idempotency described(DescribedOperation operation) {
		return Idempotency.valueOf(operation.node().text("x-wechatpay-idempotency").toUpperCase(Locale.ROOT));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("operations")
	void isAsDescribed(DescribedOperation operation) {
		ObjectNode sample = Samples.toSend().of(operation);
		WechatPayRequest<?> request = Requests.build(operation, sample);
		assertThat(request.idempotency()).isEqualTo(described(operation));
		String number = numberOf(operation);
		assertThat(request.businessNumber()).isEqualTo((number != null) ? sample.get(number).asString() : null);
		assertThat(request.operation().name()).isEqualTo(operation.node().text("operationId"));
		assertThat(request.operation().isAnsweringAccepted()).isEqualTo(operation.status() == 202);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("operationsWithOptionalNumber")
	void endsWithTheNumber(DescribedOperation operation) {
		ObjectNode sample = Samples.toSend().of(operation);
		sample.remove(numberOf(operation));
		WechatPayRequest<?> request = Requests.build(operation, sample);
		assertThat(request.businessNumber()).isNull();
		assertThat(request.idempotency())
			.isEqualTo((described(operation) == Idempotency.SAFE) ? Idempotency.SAFE : Idempotency.NONE);
	}

}
