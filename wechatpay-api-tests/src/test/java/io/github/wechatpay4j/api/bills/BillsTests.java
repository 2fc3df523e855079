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

package io.github.wechatpay4j.api.bills;

import java.time.LocalDate;
import java.util.function.UnaryOperator;

import io.github.wechatpay4j.api.Wire;
import io.github.wechatpay4j.operation.Downloadable;
import io.github.wechatpay4j.operation.WechatPayRequest;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class BillsTests {

	private static final LocalDate DAY = LocalDate.of(2026, 11, 2);

	@Test
	void asksForATradeBill() {
		WechatPayRequest<BillResponse> bill = Bills.tradeBill(DAY);
		assertThat(bill.operation().method()).isEqualTo(HttpMethod.GET);
		assertThat(bill.target(UnaryOperator.identity())).isEqualTo("/v3/bill/tradebill?bill_date=2026-11-02");
		assertThat(Bills.tradeBill(DAY, (b) -> b.billType(TradeBillType.REFUND).tarType("GZIP").subMchid("1900000110"))
			.target(UnaryOperator.identity()))
			.isEqualTo("/v3/bill/tradebill?bill_date=2026-11-02&sub_mchid=1900000110&bill_type=REFUND&tar_type=GZIP");
	}

	@Test
	void asksForAFundFlowBill() {
		assertThat(Bills.fundFlowBill(DAY).target(UnaryOperator.identity()))
			.isEqualTo("/v3/bill/fundflowbill?bill_date=2026-11-02");
		assertThat(Bills
			.fundFlowBill(DAY, (b) -> b.accountType(FundAccountType.OPERATION).tarType("GZIP").subMchid("1900000110"))
			.target(UnaryOperator.identity()))
			.isEqualTo("/v3/bill/fundflowbill?bill_date=2026-11-02"
					+ "&sub_mchid=1900000110&account_type=OPERATION&tar_type=GZIP");
	}

	@Test
	void refusesABillOfNoDay() {
		assertThatIllegalArgumentException().isThrownBy(() -> TradeBillRequest.builder().build())
			.withMessageContaining("'bill_date'");
		assertThatIllegalArgumentException().isThrownBy(() -> FundFlowBillRequest.builder().build())
			.withMessageContaining("'bill_date'");
	}

	@Test
	void readsWhereTheBillIs() {
		Downloadable bill = Wire.read("""
				{"hash_type":"SHA1","hash_value":"79bb0f45fc4c42234a918000b2668d689e2bde04",
				"download_url":"https://api.mch.weixin.qq.com/v3/billdownload/file?token=6XIv"}""", BillResponse.class);
		assertThat(bill.hashType()).isEqualTo("SHA1");
		assertThat(bill.hashValue()).isEqualTo("79bb0f45fc4c42234a918000b2668d689e2bde04");
		assertThat(bill.downloadUrl()).isEqualTo("https://api.mch.weixin.qq.com/v3/billdownload/file?token=6XIv");
	}

}
