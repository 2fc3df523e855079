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

package io.github.wechatpay4j.api.combine;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.UnaryOperator;

import io.github.wechatpay4j.api.Wire;
import io.github.wechatpay4j.api.payments.PrepayResponse;
import io.github.wechatpay4j.operation.WechatPayRequest;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CombineJsapiPaymentsTests {

	private static CombineSubOrder subOrder(String outTradeNo) {
		return CombineSubOrder.builder()
			.mchid("1230000109")
			.attach("table 7")
			.amount((a) -> a.totalAmount(10))
			.outTradeNo(outTradeNo)
			.description("Coffee")
			.build();
	}

	@Test
	void postsTheOrders() {
		WechatPayRequest<PrepayResponse> orders = CombineJsapiPayments.prepay((r) -> r.combineOutTradeNo("P2026")
			.sceneInfo((s) -> s.deviceId("POS1").payerClientIp("14.17.22.32"))
			.subOrders(List.of(subOrder("2026-1")))
			.addSubOrder((o) -> o.mchid("1900000109")
				.attach("table 8")
				.amount((a) -> a.totalAmount(20).currency("CNY"))
				.outTradeNo("2026-2")
				.subMchid("1900000110")
				.detail("Espresso")
				.goodsTag("WXG")
				.description("Coffee")
				.settleInfo((s) -> s.profitSharing(true).subsidyAmount(5))
				.subAppid("wx2")
				.profitSharing(true))
			.combinePayerInfo((p) -> p.openid("o1").subOpenid("o2"))
			.timeStart(OffsetDateTime.parse("2026-11-23T10:00:00+08:00"))
			.timeExpire(OffsetDateTime.parse("2026-11-23T11:00:00+08:00"))
			.limitPay(List.of("no_debit")));
		assertThat(orders.operation().method()).isEqualTo(HttpMethod.POST);
		assertThat(orders.operation().businessNumber()).isEqualTo("combine_out_trade_no");
		assertThat(orders.target(UnaryOperator.identity())).isEqualTo("/v3/combine-transactions/jsapi");
		assertThat(Wire.completedBody(orders)).isEqualTo(Wire.compact("""
				{"combine_appid":"wx0000000000000001","combine_mchid":"1900000109","combine_out_trade_no":"P2026",
				"scene_info":{"device_id":"POS1","payer_client_ip":"14.17.22.32"},
				"sub_orders":[{"mchid":"1230000109","attach":"table 7","amount":{"total_amount":10,"currency":"CNY"},
				"out_trade_no":"2026-1","description":"Coffee"},
				{"mchid":"1900000109","attach":"table 8","amount":{"total_amount":20,"currency":"CNY"},
				"out_trade_no":"2026-2","sub_mchid":"1900000110","detail":"Espresso","goods_tag":"WXG",
				"description":"Coffee","settle_info":{"profit_sharing":true,"subsidy_amount":5},"sub_appid":"wx2",
				"profit_sharing":true}],
				"combine_payer_info":{"openid":"o1","sub_openid":"o2"},"time_start":"2026-11-23T10:00:00+08:00",
				"time_expire":"2026-11-23T11:00:00+08:00",
				"notify_url":"https://shop.example/wechatpay/notifications","limit_pay":["no_debit"]}"""));
	}

	@Test
	void neverGuessesWhoseAnOrderIs() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> CombineJsapiPayments.prepay((r) -> r.addSubOrder((o) -> o.attach("table 7"))))
			.withMessageContaining("'sub_orders.mchid'");
	}

	@Test
	void refusesOrdersThatLackARequiredField() {
		assertThatIllegalArgumentException().isThrownBy(() -> CombineJsapiPayments.prepay((r) -> {
		})).withMessageContaining("'combine_out_trade_no'");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> CombineJsapiPayments.prepay((r) -> r.combineOutTradeNo("P2026")))
			.withMessageContaining("'sub_orders'");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> CombineJsapiPayments
				.prepay((r) -> r.combineOutTradeNo("P2026").subOrders(List.of(subOrder("1")))))
			.withMessageContaining("'combine_payer_info'");
	}

}
