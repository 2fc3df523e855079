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

import java.time.Duration;
import java.util.stream.IntStream;

import io.github.wechatpay4j.ApiException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static io.github.wechatpay4j.simulator.Refusals.assertRefused;
import static io.github.wechatpay4j.simulator.Refusals.assertWrongField;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Refunds: states and error codes.
 */
class RefundTests extends SimulatorTestSupport {

	@Override
	SimulatorSettings settings() {
		// Only notifications that a test asks for
		return super.settings().withSettleDelay(Duration.ofMinutes(5));
	}

	private JsonNode refund(String outTradeNo, String outRefundNo, long amount, long total) {
		return this.caller.post("/v3/refund/domestic/refunds",
				Caller.refund(outTradeNo, outRefundNo, amount, total, this.receiver.url()));
	}

	@Test
	void sameRefundTwiceIsOneRefund() throws Exception {
		paid("repeated-1", 100);
		assertThat(refund("repeated-1", "repeated-refund", 60, 100))
			.isEqualTo(refund("repeated-1", "repeated-refund", 60, 100));
		assertRefused(400, "INVALID_REQUEST", () -> refund("repeated-1", "repeated-refund", 40, 100));
		assertThat(refund("repeated-1", "second-refund", 40, 100).path("status").stringValue()).isEqualTo("PROCESSING");
	}

	@Test
	void refusesMoreThanWasPaid() throws Exception {
		paid("too-much", 100);
		assertRefused(403, "NOT_ENOUGH", () -> refund("too-much", "too-much-1", 101, 100));
		refund("too-much", "too-much-2", 99, 100);
		assertRefused(403, "NOT_ENOUGH", () -> refund("too-much", "too-much-3", 2, 100));
	}

	@Test
	void refusesAnotherTotal() throws Exception {
		paid("other-total", 100);
		assertRefused(400, "INVALID_REQUEST", () -> refund("other-total", "other-total-1", 10, 99));
	}

	@Test
	void refusesWhatWasNeverOrderedOrPaid() {
		assertRefused(404, "RESOURCE_NOT_EXISTS", () -> refund("never-ordered", "no-refund", 1, 1));
		prepay("unpaid-order", 100);
		assertRefused(400, "INVALID_REQUEST", () -> refund("unpaid-order", "no-refund", 1, 100));
		assertRefused(404, "RESOURCE_NOT_EXISTS", () -> this.caller.get("/v3/refund/domestic/refunds/no-refund"));
	}

	@Test
	void refusesRequestThatNamesNoOrder() {
		assertWrongField("/transaction_id", () -> this.caller.post("/v3/refund/domestic/refunds",
				"{\"out_refund_no\":\"r\",\"amount\":{\"refund\":1,\"total\":1,\"currency\":\"CNY\"}}"));
		assertWrongField("/amount/currency", () -> this.caller.post("/v3/refund/domestic/refunds",
				"{\"out_trade_no\":\"o\",\"out_refund_no\":\"r\",\"amount\":{\"refund\":1,\"total\":1}}"));
	}

	@Test
	void refundsByTransactionId() throws Exception {
		paid("by-transaction", 100);
		String transactionId = this.caller.transaction("by-transaction").path("transaction_id").stringValue();
		JsonNode refund = this.caller.post("/v3/refund/domestic/refunds", """
				{"transaction_id":"%s","out_refund_no":"by-transaction-1",
				"amount":{"refund":1,"total":100,"currency":"CNY"}}""".formatted(transactionId));
		assertThat(refund.path("out_trade_no").stringValue()).isEqualTo("by-transaction");
		assertThat(this.caller.get("/v3/refund/domestic/refunds/by-transaction-1")).isEqualTo(refund);
	}

	@Test
	void allowsFiftyPartialRefunds() throws Exception {
		paid("fifty-parts", 100);
		for (int i = 1; i <= 50; i++) {
			refund("fifty-parts", "part-" + i, 1, 100);
		}
		assertRefused(400, "INVALID_REQUEST", () -> refund("fifty-parts", "part-51", 1, 100));
		assertThat(state("fifty-parts")).isEqualTo("REFUND");
	}

	@Test
	void neverRefundsMoreThanWasPaidHoweverManyAskAtOnce() throws Exception {
		paid("crowded-1", 100);
		long granted = IntStream.range(0, 24).parallel().filter((i) -> isGranted("crowded-1", "crowd-" + i)).count();
		assertThat(granted).isEqualTo(10);
		paid("crowded-2", 100);
		assertThat(IntStream.range(0, 12)
			.parallel()
			.mapToObj((i) -> refund("crowded-2", "crowd-same", 10, 100).path("refund_id").stringValue())
			.distinct()).hasSize(1);
	}

	private boolean isGranted(String outTradeNo, String outRefundNo) {
		try {
			refund(outTradeNo, outRefundNo, 10, 100);
			return true;
		}
		catch (ApiException ex) {
			assertThat(ex.code()).isEqualTo("NOT_ENOUGH");
			return false;
		}
	}

	@Test
	void needsMoneyOnTheAccount() throws Exception {
		try (WechatPaySimulator poor = WechatPaySimulator.start(settings().withOpeningBalance(0));
				Caller other = Caller.of(poor)) {
			other.prepay("poor-1", 100, this.receiver.url());
			poor.pay("poor-1");
			this.receiver.next();
			String half = Caller.refund("poor-1", "half-1", 50, 100, this.receiver.url());
			other.post("/v3/refund/domestic/refunds", half);
			// The fee of the payment is not given back where refunds are too small for
			// one
			assertRefused(403, "NOT_ENOUGH",
					() -> other.post("/v3/refund/domestic/refunds", half.replace("half-1", "half-2")));
			assertRefused(404, "RESOURCE_NOT_EXISTS", () -> other.get("/v3/refund/domestic/refunds/half-2"));
			other.post("/v3/refund/domestic/refunds", Caller.refund("poor-1", "rest-1", 49, 100, this.receiver.url()));
		}
	}

}
