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

package io.github.wechatpay4j.api.refunds;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.UnaryOperator;

import io.github.wechatpay4j.api.Wire;
import io.github.wechatpay4j.operation.Idempotency;
import io.github.wechatpay4j.operation.WechatPayRequest;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class RefundsTests {

	private static WechatPayRequest<Refund> partOfAnOrder() {
		return Refunds.create((r) -> r.outTradeNo("20261123-0001")
			.outRefundNo("20261123-0001-1")
			.amount((a) -> a.refund(500).total(1800)));
	}

	@Test
	void postsTheRefund() {
		assertThat(partOfAnOrder().operation().method()).isEqualTo(HttpMethod.POST);
		assertThat(partOfAnOrder().operation().idempotency()).isEqualTo(Idempotency.KEYED);
		assertThat(partOfAnOrder().operation().businessNumber()).isEqualTo("out_refund_no");
		assertThat(partOfAnOrder().target(UnaryOperator.identity())).isEqualTo("/v3/refund/domestic/refunds");
		assertThat(Wire.completedBody(partOfAnOrder())).isEqualTo(Wire.compact("""
				{"out_trade_no":"20261123-0001","out_refund_no":"20261123-0001-1",
				"notify_url":"https://shop.example/wechatpay/notifications",
				"amount":{"refund":500,"total":1800,"currency":"CNY"}}"""));
	}

	@Test
	void needsNoConfiguredAddress() {
		assertThat(Wire.body(partOfAnOrder().withDefaults(Wire.BARE))).doesNotContain("notify_url");
	}

	@Test
	void writesEveryField() {
		WechatPayRequest<Refund> refund = Refunds.create((r) -> r.subMchid("1900000110")
			.transactionId("4200")
			.outRefundNo("20261123-0001-1")
			.reason("Cold")
			.notifyUrl("https://other.example/refunded")
			.fundsAccount("AVAILABLE")
			.amount((a) -> a.refund(500)
				.total(1800)
				.currency("CNY")
				.from(List.of(new RefundFrom("AVAILABLE", 400L)))
				.addFrom((f) -> f.account("UNAVAILABLE").amount(100)))
			.addGoodsDetail((g) -> g.merchantGoodsId("1246464644")
				.wechatpayGoodsId("1001")
				.goodsName("Espresso")
				.unitPrice(1000)
				.refundAmount(500)
				.refundQuantity(1)));
		assertThat(Wire.completedBody(refund)).isEqualTo(Wire.compact("""
				{"sub_mchid":"1900000110","transaction_id":"4200","out_refund_no":"20261123-0001-1","reason":"Cold",
				"notify_url":"https://other.example/refunded","funds_account":"AVAILABLE",
				"amount":{"refund":500,"from":[{"account":"AVAILABLE","amount":400},
				{"account":"UNAVAILABLE","amount":100}],"total":1800,"currency":"CNY"},
				"goods_detail":[{"merchant_goods_id":"1246464644","wechatpay_goods_id":"1001",
				"goods_name":"Espresso","unit_price":1000,"refund_amount":500,"refund_quantity":1}]}"""));
	}

	@Test
	void refusesARefundThatLacksARequiredField() {
		assertThatIllegalArgumentException().isThrownBy(() -> Refunds.create((r) -> r.outRefundNo("1")))
			.withMessageContaining("'transaction_id or out_trade_no'");
		assertThatIllegalArgumentException().isThrownBy(() -> Refunds.create((r) -> r.outTradeNo("1")))
			.withMessageContaining("'out_refund_no'");
		assertThatIllegalArgumentException().isThrownBy(() -> Refunds.create((r) -> r.outTradeNo("1").outRefundNo("1")))
			.withMessageContaining("'amount'");
		assertThatIllegalArgumentException().isThrownBy(() -> Refunds.create((r) -> r.amount((a) -> a.refund(1))))
			.withMessageContaining("'amount.total'");
	}

	@Test
	void asksByTheNumberAtTheMerchant() {
		WechatPayRequest<Refund> query = Refunds.queryByOutRefundNo("2026|1@a");
		assertThat(query.operation().method()).isEqualTo(HttpMethod.GET);
		assertThat(query.target(UnaryOperator.identity())).isEqualTo("/v3/refund/domestic/refunds/2026%7C1%40a");
		assertThat(Refunds.queryByOutRefundNo("1", (r) -> r.subMchid("1900000110")).target(UnaryOperator.identity()))
			.isEqualTo("/v3/refund/domestic/refunds/1?sub_mchid=1900000110");
		assertThatIllegalArgumentException().isThrownBy(() -> Refunds.queryByOutRefundNo(""))
			.withMessageContaining("'out_refund_no'");
	}

	@Test
	void readsTheRefund() {
		Refund refund = Wire.read("""
				{"refund_id":"50000000382019052709732678859","out_refund_no":"20261123-0001-1","transaction_id":"4200",
				"out_trade_no":"20261123-0001","channel":"ORIGINAL","user_received_account":"CMB 0403",
				"success_time":"2020-12-01T16:18:12+08:00","create_time":"2020-12-01T16:18:12+08:00",
				"status":"PROCESSING","funds_account":"UNSETTLED","amount":{"total":1800,"refund":500,
				"from":[{"account":"AVAILABLE","amount":500}],"payer_total":1700,"payer_refund":400,
				"settlement_refund":500,"settlement_total":1800,"discount_refund":100,"currency":"CNY","refund_fee":3},
				"promotion_detail":[{"promotion_id":"109519","scope":"SINGLE","type":"DISCOUNT","amount":100,
				"refund_amount":100,"goods_detail":[{"merchant_goods_id":"1246464644","unit_price":1000,
				"refund_amount":500,"refund_quantity":1}]}]}""", Refund.class);
		assertThat(refund.status()).isEqualTo(RefundStatus.PROCESSING);
		assertThat(refund.createTime()).isEqualTo(OffsetDateTime.parse("2020-12-01T16:18:12+08:00"));
		assertThat(refund.amount()).isEqualTo(new RefundedAmount(1800L, 500L,
				List.of(new RefundFrom("AVAILABLE", 500L)), 1700L, 400L, 500L, 1800L, 100L, "CNY", 3L));
		assertThat(refund.promotionDetail()).containsExactly(new RefundPromotionDetail("109519", "SINGLE", "DISCOUNT",
				100L, 100L, List.of(new RefundGoodsDetail("1246464644", null, null, 1000L, 500L, 1L))));
	}

	@Test
	void keepsStatesItDoesNotKnow() {
		assertThat(
				Wire.read("{\"refund_id\":\"1\",\"out_refund_no\":\"1\",\"status\":\"PAUSED\"}", Refund.class).status())
			.isEqualTo(new RefundStatus("PAUSED"))
			.hasToString("PAUSED");
	}

	@Test
	void readsTheNotification() {
		RefundNotification closed = Wire.read(
				"""
						{"sp_mchid":"1900000109","sub_mchid":"1900000110","transaction_id":"4200","out_trade_no":"20261123-0001",
						"refund_id":"5000","out_refund_no":"20261123-0001-1","refund_status":"CLOSED",
						"user_received_account":"CMB 0403","amount":{"total":1800,"refund":500,"payer_total":1700,
						"payer_refund":400}}""",
				RefundNotification.class);
		assertThat(closed.refundStatus()).isEqualTo(RefundStatus.CLOSED);
		assertThat(closed.mchid()).isNull();
		assertThat(closed.subMchid()).isEqualTo("1900000110");
		assertThat(closed.successTime()).isNull();
		assertThat(closed.amount().refund()).isEqualTo(500);
		assertThat(closed.amount().payerRefund()).isEqualTo(400);
	}

}
