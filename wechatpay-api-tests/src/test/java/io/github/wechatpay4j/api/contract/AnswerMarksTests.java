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

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.github.wechatpay4j.OutcomeUnknownException;
import io.github.wechatpay4j.UnreadableResponseException;
import io.github.wechatpay4j.UnreadableResponseException.Reason;
import io.github.wechatpay4j.client.WechatPayClient;
import io.github.wechatpay4j.operation.AnswerField;
import io.github.wechatpay4j.operation.Echo;
import io.github.wechatpay4j.operation.Operation;
import io.github.wechatpay4j.operation.WechatPayRequest;
import io.github.wechatpay4j.testing.FakePlatform;
import io.github.wechatpay4j.testing.TestMerchants;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Whether an answer belongs to its request, for every operation whose answer shows it.
 */
class AnswerMarksTests {

	private static final String OTHER = "OTHER-1";

	@RegisterExtension
	static final FakePlatform platform = new FakePlatform();

	private static WechatPayClient client;

	@BeforeAll
	static void makeClient() {
		client = platform.client();
	}

	static Stream<DescribedOperation> marked() {
		return Description.operations().filter((operation) -> new Marks(operation).arePresent());
	}

	private static ObjectNode fitting(DescribedOperation operation) {
		ObjectNode sample = Samples.toReceive().object(operation.answer().properties());
		return new Marks(operation).fit(sample, Samples.toSend().of(operation));
	}

	private static Object execute(DescribedOperation operation, ObjectNode asked, ObjectNode answer) {
		return execute(operation, asked, Answers.json(answer, operation.answer().properties()));
	}

	private static Object execute(DescribedOperation operation, ObjectNode asked, String answer) {
		platform.answers(platform.signed(operation.status(), answer));
		return client.execute(Requests.byFactory(operation, asked));
	}

	private static void isTaken(DescribedOperation operation, ObjectNode answer) {
		assertThat(execute(operation, Samples.toSend().of(operation), answer))
			.isExactlyInstanceOf(operation.answer().referredType());
	}

	private static void isRefused(DescribedOperation operation, ObjectNode asked, ObjectNode answer, Reason reason,
			String field) {
		String sent = Answers.json(answer, operation.answer().properties());
		Throwable thrown = catchThrowable(() -> execute(operation, asked, sent));
		boolean query = operation.node().text("x-wechatpay-idempotency").equals("safe");
		assertThat(thrown).as(operation + " " + field)
			.isInstanceOf(query ? UnreadableResponseException.class : OutcomeUnknownException.class);
		UnreadableResponseException ex = (UnreadableResponseException) (query ? thrown : thrown.getCause());
		assertThat(ex.reason()).as(field).isEqualTo(reason);
		assertThat(ex).hasMessageContaining("'" + field + "'");
		assertThat(ex.toString()).doesNotContain(OTHER);
		assertThat(ex.rawJson()).isEqualTo(sent);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("marked")
	void areThoseThatAreDescribed(DescribedOperation operation) {
		Marks marks = new Marks(operation);
		WechatPayRequest<?> request = Requests.byFactory(operation, Samples.toSend().of(operation));
		Operation<?> described = request.operation();
		assertThat(described.echoes()).extracting(Echo::field).containsExactlyElementsOf(marks.echoes().keySet());
		assertThat(described.certain()).extracting(AnswerField::name).containsExactlyElementsOf(marks.certain());
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("marked")
	void takeAnAnswerAboutWhatWasAskedAndRefuseOneAboutAnother(DescribedOperation operation) {
		isTaken(operation, fitting(operation));
		new Marks(operation).echoes()
			.keySet()
			.forEach((field) -> isRefused(operation, Samples.toSend().of(operation),
					fitting(operation).put(field, OTHER), Reason.OTHER_REQUEST, field));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("marked")
	void refuseAnAnswerWithoutWhatIsCertain(DescribedOperation operation) {
		ObjectNode asked = Samples.toSend().of(operation);
		List<String> certain = new Marks(operation).certain();
		for (String field : certain) {
			isRefused(operation, asked, fitting(operation).remove(List.of(field)), Reason.INCOMPLETE, field);
			isRefused(operation, asked, fitting(operation).putNull(field), Reason.INCOMPLETE, field);
			isRefused(operation, asked, fitting(operation).put(field, ""), Reason.INCOMPLETE, field);
		}
		Set<String> echoes = new Marks(operation).echoes().keySet();
		isTaken(operation,
				fitting(operation).remove(echoes.stream().filter((name) -> !certain.contains(name)).toList()));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("marked")
	void compareWhatTheConfigurationFilledIn(DescribedOperation operation) {
		for (Map.Entry<String, String> echo : new Marks(operation).echoes().entrySet()) {
			Node input = operation.inputs().get(echo.getValue());
			if ("mchid".equals(input.text("x-wechatpay-filled-from"))) {
				ObjectNode asked = Samples.toSend().of(operation).remove(List.of(echo.getValue()));
				execute(operation, asked, fitting(operation).put(echo.getKey(), TestMerchants.MCHID));
				isRefused(operation, asked, fitting(operation).put(echo.getKey(), OTHER), Reason.OTHER_REQUEST,
						echo.getKey());
			}
		}
	}

	@Test
	void coverWhatPaysAndWhatPaysOut() {
		assertThat(marked().filter((operation) -> !new Marks(operation).echoes().isEmpty()))
			.extracting((operation) -> operation.node().text("operationId"))
			.contains("Transactions.queryByOutTradeNo", "Transactions.queryByTransactionId", "CodePayments.pay",
					"PartnerTransactions.queryByOutTradeNo", "CombineTransactions.queryByCombineOutTradeNo",
					"Refunds.create", "Refunds.queryByOutRefundNo", "Transfers.create", "Transfers.queryByOutBillNo",
					"Transfers.cancel", "ProfitSharing.create", "ProfitSharing.query", "ProfitSharing.unfreeze",
					"ProfitSharingReturns.create");
	}

}
