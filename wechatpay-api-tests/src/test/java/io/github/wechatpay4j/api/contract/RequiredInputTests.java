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

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * What has to be set, and what need not be.
 */
class RequiredInputTests {

	static Stream<DescribedOperation> operations() {
		return Description.operations();
	}

	static Stream<DescribedOperation> operationsWithAlternatives() {
		return operations().filter((operation) -> !operation.alternatives().isEmpty());
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("operations")
	void refusesToLeaveOutWhatIsRequired(DescribedOperation operation) {
		ObjectNode sample = Samples.toSend().of(operation);
		assertThat(Omission.of(operation))
			.allSatisfy((omission) -> assertThatIllegalArgumentException().as(omission.toString())
				.isThrownBy(() -> Requests.build(operation, omission.applyTo(sample)))
				.satisfies((ex) -> assertThat(omission).matches((left) -> left.isNamedBy(ex.getMessage()),
						"named by: " + ex.getMessage())));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("operations")
	void takesNoMoreThanWhatIsRequired(DescribedOperation operation) {
		ObjectNode least = Reduction.toTheLeast(operation, Samples.toSend().of(operation));
		assertThatNoException().isThrownBy(() -> Requests.build(operation, least));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("operationsWithAlternatives")
	void takesAnyOfTheAlternatives(DescribedOperation operation) {
		for (Set<String> alternative : operation.alternatives()) {
			Set<String> names = new LinkedHashSet<>(operation.demanded());
			names.addAll(alternative);
			ObjectNode sample = Samples.toSend().of(operation).retain(names);
			assertThatNoException().isThrownBy(() -> Requests.build(operation, sample));
		}
	}

	@Test
	void coversEveryKindOfRequirement() {
		List<Omission> omissions = operations().flatMap((operation) -> Omission.of(operation).stream()).toList();
		assertThat(omissions).anyMatch((omission) -> omission.objects().isEmpty())
			.anyMatch((omission) -> omission.objects().size() > 2)
			.anyMatch((omission) -> omission.fields().size() > 1);
	}

}
