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

import java.util.function.UnaryOperator;

import io.github.wechatpay4j.api.Wire;
import io.github.wechatpay4j.api.payments.transaction.InstallmentInfo;
import io.github.wechatpay4j.api.payments.transaction.TradeState;
import io.github.wechatpay4j.api.payments.transaction.TransactionPayer;
import io.github.wechatpay4j.operation.NoContent;
import io.github.wechatpay4j.operation.WechatPayRequest;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CombineTransactionsTests {

	static final String PAID = """
			{"combine_appid":"wx1","combine_mchid":"1900000109","combine_out_trade_no":"P2026",
			"combine_transaction_id":"4300","combine_payer_info":{"openid":"o1"},"scene_info":{"device_id":"POS1"},
			"sub_orders":[{"mchid":"1230000109","trade_type":"JSAPI","trade_state":"SUCCESS","bank_type":"CMC",
			"attach":"table 7","amount":{"total_amount":10,"currency":"CNY","payer_amount":9,"payer_currency":"CNY",
			"settlement_rate":100000000},"success_time":"2018-06-08T10:34:56+08:00","transaction_id":"4200",
			"out_trade_no":"2026-1","sub_mchid":"1900000110","sub_appid":"wx2","sub_openid":"o2",
			"promotion_detail":[{"coupon_id":"109519","amount":1}]}],
			"installment_info":{"use_subsidy":true,"selected_installment_number":3}}""";

	@Test
	void asksByTheNumberOfTheWhole() {
		WechatPayRequest<CombineTransaction> query = CombineTransactions.queryByCombineOutTradeNo("P2026");
		assertThat(query.operation().method()).isEqualTo(HttpMethod.GET);
		assertThat(query.target(UnaryOperator.identity())).isEqualTo("/v3/combine-transactions/out-trade-no/P2026");
		assertThatIllegalArgumentException().isThrownBy(() -> CombineTransactions.queryByCombineOutTradeNo(""))
			.withMessageContaining("'combine_out_trade_no'");
	}

	@Test
	void closesAllOrders() {
		WechatPayRequest<NoContent> close = CombineTransactions.close((r) -> r.combineOutTradeNo("P2026")
			.addSubOrder((o) -> o.mchid("1230000109").outTradeNo("2026-1"))
			.addSubOrder((o) -> o.mchid("1900000109").outTradeNo("2026-2").subMchid("1900000110").subAppid("wx2")));
		assertThat(close.operation().method()).isEqualTo(HttpMethod.POST);
		assertThat(close.target(UnaryOperator.identity()))
			.isEqualTo("/v3/combine-transactions/out-trade-no/P2026/close");
		assertThat(Wire.completedBody(close)).isEqualTo(Wire.compact("""
				{"combine_appid":"wx0000000000000001","sub_orders":[{"mchid":"1230000109","out_trade_no":"2026-1"},
				{"mchid":"1900000109","out_trade_no":"2026-2","sub_mchid":"1900000110","sub_appid":"wx2"}]}"""));
	}

	@Test
	void refusesToCloseNothing() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> CombineTransactions.close((r) -> r.combineOutTradeNo("P2026")))
			.withMessageContaining("'sub_orders'");
	}

	@Test
	void readsTheTransactions() {
		CombineTransaction paid = Wire.read(PAID, CombineTransaction.class);
		assertThat(paid.combinePayerInfo()).isEqualTo(new TransactionPayer("o1"));
		assertThat(paid.installmentInfo()).isEqualTo(new InstallmentInfo(true, 3L));
		assertThat(paid.subOrders()).singleElement().satisfies((order) -> {
			assertThat(order.tradeState()).isEqualTo(TradeState.SUCCESS);
			assertThat(order.amount()).isEqualTo(new CombineTransactionAmount(10L, "CNY", 9L, "CNY", 100000000L));
			assertThat(order.promotionDetail()).hasSize(1);
		});
	}

	@Test
	void readsTheNotificationAsTheSameTransactions() {
		assertThat(Wire.read(PAID, CombineTransactionNotification.class).transaction())
			.isEqualTo(Wire.read(PAID, CombineTransaction.class));
	}

}
