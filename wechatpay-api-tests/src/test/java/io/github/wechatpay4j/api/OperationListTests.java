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

package io.github.wechatpay4j.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.github.wechatpay4j.operation.Idempotency;
import io.github.wechatpay4j.operation.Operation;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;

class OperationListTests {

	private static List<String> listed() throws IOException {
		try (InputStream list = OperationListTests.class.getResourceAsStream("/META-INF/wechatpay/operations.csv")) {
			assertThat(list).isNotNull();
			return new String(list.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
		}
	}

	@Test
	void listsEveryTypedOperationAndNothingElse() throws IOException {
		List<String> typed = ModuleTypes.requests().stream().map((request) -> {
			Operation<?> operation = ModuleTypes.operation(request);
			return operation.method() + "," + operation.path() + "," + request.getName() + ","
					+ operation.responseType().getName();
		}).toList();
		assertThat(typed).isNotEmpty();
		assertThat(listed()).containsExactlyInAnyOrderElementsOf(typed);
	}

	@Test
	void namesEachOperationOnce() {
		assertThat(ModuleTypes.requests()).extracting((request) -> ModuleTypes.operation(request).name())
			.doesNotHaveDuplicates()
			.allMatch((name) -> name.matches("[A-Z]\\w+\\.[a-z]\\w+"));
	}

	@Test
	void knowsWhichOperationsMoveMoneyOut() {
		List<String> payingOut = ModuleTypes.requests()
			.stream()
			.map(ModuleTypes::operation)
			.filter(Operation::isPayingOut)
			.map(Operation::name)
			.toList();
		assertThat(payingOut).contains("Refunds.create", "Refunds.applyAbnormalRefund", "Transfers.create",
				"PartnerTransfers.create", "TransferBatches.create", "ProfitSharing.create",
				"ProfitSharingReturns.create", "BrandRedPackets.create", "Withdrawals.create", "Transactions.reverse");
		assertThat(payingOut).doesNotContain("JsapiPayments.prepay", "Transactions.close", "Transfers.cancel");
		// A new operation whose number names money that leaves is marked, or listed here
		assertThat(ModuleTypes.requests()).map(ModuleTypes::operation)
			.filteredOn((operation) -> operation.idempotency() == Idempotency.KEYED
					&& operation.name().endsWith("create") && !operation.name().contains("Receipts")
					&& List.of("out_refund_no", "out_bill_no", "out_return_no", "out_subsidy_no")
						.contains(String.valueOf(operation.businessNumber())))
			.allMatch(Operation::isPayingOut);
	}

	@Test
	void knowsOfEachOperationWhetherItMayBeRepeated() {
		assertThat(ModuleTypes.requests()).allSatisfy((request) -> {
			Operation<?> operation = ModuleTypes.operation(request);
			assertThat(operation.idempotency() == Idempotency.KEYED).as(operation.name())
				.isEqualTo(operation.businessNumber() != null && operation.idempotency() != Idempotency.SAFE);
			assertThat(operation.isPayingOut() && operation.idempotency() == Idempotency.SAFE).as(operation.name())
				.isFalse();
			if (HttpMethod.GET.equals(operation.method())) {
				assertThat(operation.idempotency()).isEqualTo(Idempotency.SAFE);
			}
		});
	}

}
