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

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.github.wechatpay4j.operation.Downloadable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static io.github.wechatpay4j.simulator.Refusals.assertRefused;
import static io.github.wechatpay4j.simulator.Refusals.assertWrongField;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Bills: layout, hash, compression, days.
 */
class BillTests extends SimulatorTestSupport {

	private static final String DAY = "2026-11-23";

	@Override
	SimulatorSettings settings() {
		return super.settings().withClock(this.clock).withSettleDelay(Duration.ZERO);
	}

	@BeforeAll
	void aDayPasses() throws Exception {
		paid("bill-order-1", 10_000);
		paid("bill-order-2", 1);
		prepay("bill-order-3", 5);
		this.caller.post("/v3/refund/domestic/refunds",
				Caller.refund("bill-order-1", "bill-refund-1", 2_500, 10_000, this.receiver.url()));
		this.receiver.next();
		assertWrongField("bill_date", () -> this.caller.get("/v3/bill/tradebill?bill_date=" + DAY));
		assertThat(this.simulator.closeDay()).isEqualTo(DAY);
		assertThat(download("/v3/bill/tradebill?bill_date=" + DAY)).as("whoever does not want to wait until tomorrow")
			.contains("bill-order-1");
		this.clock.advance(Duration.ofDays(1));
	}

	private String download(String target) {
		JsonNode answer = this.caller.get(target);
		assertThat(answer.path("download_url").stringValue())
			.startsWith(this.simulator.url() + "/v3/billdownload/file?");
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		this.caller.client().download(new Bill(answer), file);
		return file.toString(StandardCharsets.UTF_8);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "&tar_type=GZIP" })
	void tradeBillHasTheOfficialLayout(String compression) {
		String[] lines = download("/v3/bill/tradebill?bill_date=" + DAY + compression).split("\r\n");
		assertThat(lines).hasSize(6);
		assertThat(lines[0]).startsWith("\uFEFF交易时间,公众账号ID,商户号,特约商户号,").endsWith(",费率备注");
		assertThat(lines[0].split(",")).hasSize(27);
		assertThat(lines[1].split(",", -1)).hasSize(27).allSatisfy((cell) -> assertThat(cell).startsWith("`"));
		assertThat(lines[1]).startsWith("`2026-11-23 10:00:00,`wxd678efh567hg6787,`1900000001,`0,`,`4200")
			.contains(",`bill-order-1,", ",`SUCCESS,`OTHERS,`CNY,`100.00,`0.00,`0,`0,`0.00,")
			.endsWith(",`Coffee,`table 7,`0.60000,`0.60%,`100.00,`0.00,`");
		assertThat(lines[3]).contains(",`REFUND,`OTHERS,`CNY,`0.00,", ",`bill-refund-1,`25.00,`0.00,`ORIGINAL,`")
			.endsWith(",`-0.15000,`0.60%,`0.00,`25.00,`");
		assertThat(lines[4]).isEqualTo("总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额");
		assertThat(lines[5]).isEqualTo("`3,`100.01,`25.00,`0.00,`0.45000,`100.01,`25.00");
	}

	@Test
	void tradeBillHasOnlyWhatWasAskedFor() {
		assertThat(download("/v3/bill/tradebill?bill_type=SUCCESS&bill_date=" + DAY)).contains("bill-order-2")
			.doesNotContain("bill-refund-1", "bill-order-3");
		assertThat(download("/v3/bill/tradebill?bill_type=REFUND&bill_date=" + DAY)).contains("bill-refund-1")
			.doesNotContain("bill-order-2");
	}

	@Test
	void fundFlowBillHasTheOfficialLayout() {
		String[] lines = download("/v3/bill/fundflowbill?tar_type=GZIP&bill_date=" + DAY).split("\r\n");
		assertThat(lines[0]).isEqualTo("\uFEFF记账时间,微信支付业务单号,资金流水单号,业务名称,业务类型,收支类型,收支金额(元),账户结余(元),资金变更提交申请人,备注,业务凭证号");
		assertThat(lines[1]).contains(",`交易,`交易,`收入,`100.00,`1000100.00,`1900000001API,");
		assertThat(lines[2]).contains(",`扣除交易手续费,`扣除交易手续费,`支出,`0.60,`1000099.40,");
		assertThat(lines[4]).contains(",`退款,`退款,`支出,`24.85,`1000074.56,")
			.endsWith(",`退款总金额25.00元;含手续费0.15元,`bill-refund-1");
		assertThat(lines[5]).isEqualTo("资金流水总笔数,收入笔数,收入金额,支出笔数,支出金额");
		assertThat(lines[6]).isEqualTo("`4,`2,`100.01,`2,`25.45");
	}

	@Test
	void thereIsNoBillOfADayWithoutAnything() {
		for (String kind : new String[] { "tradebill", "fundflowbill" }) {
			assertRefused(400, "NO_STATEMENT_EXIST",
					() -> this.caller.get("/v3/bill/" + kind + "?bill_date=2026-11-22"));
		}
		assertRefused(400, "NO_STATEMENT_EXIST",
				() -> this.caller.get("/v3/bill/fundflowbill?account_type=FEES&bill_date=" + DAY));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "bill_date=", "bill_date=20261123", "bill_date=2026-11-24", "bill_date=2026-01-01", "x=1" })
	void refusesDay(String query) {
		assertWrongField("bill_date", () -> this.caller.get("/v3/bill/tradebill?" + query));
	}

	@Test
	void refusesUnknownKinds() {
		assertWrongField("bill_type", () -> this.caller.get("/v3/bill/tradebill?bill_type=X&bill_date=" + DAY));
		assertWrongField("tar_type", () -> this.caller.get("/v3/bill/tradebill?tar_type=ZIP&bill_date=" + DAY));
		assertWrongField("account_type",
				() -> this.caller.get("/v3/bill/fundflowbill?account_type=X&bill_date=" + DAY));
		assertWrongField("token", () -> this.caller.get("/v3/billdownload/file"));
		assertRefused(400, "INVALID_REQUEST", () -> this.caller.get("/v3/billdownload/file?token=unknown"));
	}

	private record Bill(String downloadUrl, String hashType, String hashValue) implements Downloadable {

		Bill(JsonNode answer) {
			this(answer.path("download_url").stringValue(), answer.path("hash_type").stringValue(),
					answer.path("hash_value").stringValue());
		}

	}

}
