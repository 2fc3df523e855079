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

import java.time.OffsetDateTime;
import java.util.function.UnaryOperator;

import io.github.wechatpay4j.api.Wire;
import io.github.wechatpay4j.api.payments.transaction.CloseTransactionRequest;
import io.github.wechatpay4j.api.payments.transaction.InstallmentInfo;
import io.github.wechatpay4j.api.payments.transaction.PromotionDetail;
import io.github.wechatpay4j.api.payments.transaction.PromotionGoodsDetail;
import io.github.wechatpay4j.api.payments.transaction.TradeState;
import io.github.wechatpay4j.api.payments.transaction.TradeType;
import io.github.wechatpay4j.api.payments.transaction.Transaction;
import io.github.wechatpay4j.api.payments.transaction.TransactionAmount;
import io.github.wechatpay4j.api.payments.transaction.TransactionPayer;
import io.github.wechatpay4j.api.payments.transaction.TransactionSceneInfo;
import io.github.wechatpay4j.operation.Idempotency;
import io.github.wechatpay4j.operation.NoContent;
import io.github.wechatpay4j.operation.RequestBody;
import io.github.wechatpay4j.operation.WechatPayRequest;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TransactionsTests {

	static final String PAID = """
			{"transaction_id":"1217752501201407033233368018","amount":{"payer_total":90,"total":100,"currency":"CNY",
			"payer_currency":"CNY"},"mchid":"1900000109","trade_state":"SUCCESS","bank_type":"CMC",
			"promotion_detail":[{"amount":10,"wechatpay_contribute":0,"coupon_id":"109519","scope":"GLOBAL",
			"merchant_contribute":10,"name":"Ten off","other_contribute":0,"currency":"CNY","stock_id":"931386",
			"type":"CASH","goods_detail":[{"goods_remark":"hot","quantity":1,"discount_amount":10,"goods_id":"M1006",
			"unit_price":100}]}],"success_time":"2018-06-08T10:34:56+08:00","payer":{"openid":"oUpF8uMuAJO"},
			"out_trade_no":"1217752501201407033233368018","appid":"wxd678efh567hg6787","trade_state_desc":"paid",
			"trade_type":"MICROPAY","attach":"table 7","scene_info":{"device_id":"013467007045764"},
			"installment_info":{"use_subsidy":true,"selected_installment_number":6},
			"from_the_future":{"a":1}}""";

	@Test
	void asksByTheNumberAtWechatPay() {
		WechatPayRequest<Transaction> query = Transactions.queryByTransactionId("1217752501201407033233368018");
		assertThat(query.operation().method()).isEqualTo(HttpMethod.GET);
		assertThat(query.operation().idempotency()).isEqualTo(Idempotency.SAFE);
		assertThat(query.withDefaults(Wire.BARE).target(UnaryOperator.identity()))
			.isEqualTo("/v3/pay/transactions/id/1217752501201407033233368018?mchid=1900000109");
		assertThat(query.body()).isEqualTo(RequestBody.none());
	}

	@Test
	void asksByTheNumberAtTheMerchant() {
		assertThat(Transactions.queryByOutTradeNo("2026-*_1").withDefaults(Wire.BARE).target(UnaryOperator.identity()))
			.isEqualTo("/v3/pay/transactions/out-trade-no/2026-%2A_1?mchid=1900000109");
	}

	@Test
	void doesNotLetANumberLeaveItsPlaceInThePath() {
		assertThat(Transactions.queryByOutTradeNo("../a?b=c").withDefaults(Wire.BARE).target(UnaryOperator.identity()))
			.isEqualTo("/v3/pay/transactions/out-trade-no/..%2Fa%3Fb%3Dc?mchid=1900000109");
	}

	@Test
	void asksForAnotherMerchant() {
		assertThat(Transactions.queryByTransactionId("1", (r) -> r.mchid("1230000109"))
			.withDefaults(Wire.BARE)
			.target(UnaryOperator.identity())).endsWith("?mchid=1230000109");
		assertThat(Transactions.queryByOutTradeNo("1", (r) -> r.mchid("1230000109"))
			.withDefaults(Wire.BARE)
			.target(UnaryOperator.identity())).endsWith("?mchid=1230000109");
		assertThat(Wire.completedBody(Transactions.close("1", (r) -> r.mchid("1230000109"))))
			.isEqualTo("{\"mchid\":\"1230000109\"}");
	}

	@Test
	void closesAnOrder() {
		WechatPayRequest<NoContent> close = Transactions.close("20261123-0001");
		assertThat(close.operation().method()).isEqualTo(HttpMethod.POST);
		assertThat(close.operation().idempotency()).isEqualTo(Idempotency.KEYED);
		assertThat(close.target(UnaryOperator.identity()))
			.isEqualTo("/v3/pay/transactions/out-trade-no/20261123-0001/close");
		assertThat(Wire.completedBody(close)).isEqualTo("{\"mchid\":\"1900000109\"}");
	}

	@Test
	void readsAClosingsBodyWithoutItsPath() {
		assertThat(Wire.read("{\"mchid\":\"1900000109\"}", CloseTransactionRequest.class).mchid())
			.isEqualTo("1900000109");
	}

	@Test
	void refusesEmptyNumbers() {
		assertThatIllegalArgumentException().isThrownBy(() -> Transactions.queryByTransactionId(""))
			.withMessageContaining("'transaction_id'");
		assertThatIllegalArgumentException().isThrownBy(() -> Transactions.queryByOutTradeNo(""))
			.withMessageContaining("'out_trade_no'");
		assertThatIllegalArgumentException().isThrownBy(() -> Transactions.close(""))
			.withMessageContaining("'out_trade_no'");
	}

	@Test
	void readsAPaidTransaction() {
		Transaction paid = Wire.read(PAID, Transaction.class);
		assertThat(paid.transactionId()).isEqualTo("1217752501201407033233368018");
		assertThat(paid.tradeState()).isEqualTo(TradeState.SUCCESS);
		assertThat(paid.tradeType()).isEqualTo(TradeType.MICROPAY);
		assertThat(paid.successTime()).isEqualTo(OffsetDateTime.parse("2018-06-08T10:34:56+08:00"));
		assertThat(paid.amount()).isEqualTo(new TransactionAmount(100L, 90L, "CNY", "CNY"));
		assertThat(paid.payer()).isEqualTo(new TransactionPayer("oUpF8uMuAJO"));
		assertThat(paid.sceneInfo()).isEqualTo(new TransactionSceneInfo("013467007045764"));
		assertThat(paid.installmentInfo()).isEqualTo(new InstallmentInfo(true, 6L));
		assertThat(paid.promotionDetail()).singleElement()
			.returns("109519", PromotionDetail::couponId)
			.returns(10L, PromotionDetail::merchantContribute)
			.extracting(PromotionDetail::goodsDetail)
			.asInstanceOf(InstanceOfAssertFactories.list(PromotionGoodsDetail.class))
			.containsExactly(new PromotionGoodsDetail("M1006", 1L, 100L, 10L, "hot"));
	}

	@Test
	void readsAnUnpaidTransaction() {
		Transaction unpaid = Wire.read("""
				{"mchid":"1900000109","out_trade_no":"20261123-0001","trade_state":"NOTPAY","success_time":"",
				"promotion_detail":null}""", Transaction.class);
		assertThat(unpaid.tradeState()).isEqualTo(TradeState.NOTPAY);
		assertThat(unpaid.amount()).isNull();
		assertThat(unpaid.payer()).isNull();
		assertThat(unpaid.successTime()).isNull();
		assertThat(unpaid.promotionDetail()).isEmpty();
	}

	@Test
	void keepsStatesItDoesNotKnow() {
		Transaction strange = Wire.read("""
				{"mchid":"1900000109","out_trade_no":"20261123-0001","trade_state":"ACCEPT","trade_type":"PALM"}""",
				Transaction.class);
		assertThat(strange.tradeState()).isEqualTo(new TradeState("ACCEPT")).hasToString("ACCEPT");
		assertThat(strange.tradeType()).isEqualTo(new TradeType("PALM"));
	}

	@Test
	void readsTheNotificationAsTheSameTransaction() {
		TransactionNotification notification = Wire.read(PAID, TransactionNotification.class);
		assertThat(notification.transaction()).isEqualTo(Wire.read(PAID, Transaction.class));
		assertThat(notification.amount().total()).isEqualTo(100);
		assertThat(notification.outTradeNo()).isEqualTo("1217752501201407033233368018");
	}

}
