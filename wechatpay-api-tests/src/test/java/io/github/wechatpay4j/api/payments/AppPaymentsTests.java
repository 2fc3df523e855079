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

package io.github.wechatpay4j.api.payments;

import java.util.function.UnaryOperator;

import io.github.wechatpay4j.api.Wire;
import io.github.wechatpay4j.operation.WechatPayRequest;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class AppPaymentsTests {

	@Test
	void postsTheOrder() {
		WechatPayRequest<PrepayResponse> order = AppPayments.prepay((r) -> r.description("Coffee")
			.outTradeNo("20261123-0001")
			.amount((a) -> a.total(1800))
			.subsidyInfo((s) -> s.addSubsidyDetail((d) -> d.subsidyPeriodType("DAILY")
				.addSubsidyPlan((p) -> p.subsidyInstallmentNum(3).subsidyPercent(0)))));
		assertThat(order.operation().method()).isEqualTo(HttpMethod.POST);
		assertThat(order.target(UnaryOperator.identity())).isEqualTo("/v3/pay/transactions/app");
		assertThat(Wire.completedBody(order)).isEqualTo(Wire.compact("""
				{"appid":"wx0000000000000001","mchid":"1900000109","description":"Coffee",
				"out_trade_no":"20261123-0001","notify_url":"https://shop.example/wechatpay/notifications",
				"amount":{"total":1800},"subsidy_info":{"subsidy_detail":[{"subsidy_period_type":"DAILY",
				"subsidy_plan":[{"subsidy_installment_num":3,"subsidy_percent":0}]}]}}"""));
	}

	@Test
	void refusesAnOrderWithoutAmount() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> AppPayments.prepay((r) -> r.description("Coffee").outTradeNo("20261123-0001")))
			.withMessageContaining("'amount'");
	}

}
