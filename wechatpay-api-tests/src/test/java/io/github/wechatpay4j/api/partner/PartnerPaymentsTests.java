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

package io.github.wechatpay4j.api.partner;

import java.util.function.UnaryOperator;

import io.github.wechatpay4j.api.Wire;
import io.github.wechatpay4j.api.payments.PrepayResponse;
import io.github.wechatpay4j.api.payments.transaction.TradeState;
import io.github.wechatpay4j.operation.NoContent;
import io.github.wechatpay4j.operation.WechatPayRequest;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PartnerPaymentsTests {

	static final String PAID = """
			{"sp_appid":"wx1","sp_mchid":"1900000109","sub_appid":"wx2","sub_mchid":"1900000110",
			"out_trade_no":"20261123-0001","transaction_id":"4200","trade_type":"JSAPI","trade_state":"SUCCESS",
			"trade_state_desc":"paid","bank_type":"CMC","attach":"table 7","success_time":"2018-06-08T10:34:56+08:00",
			"payer":{"sp_openid":"o1","sub_openid":"o2"},"amount":{"total":100,"payer_total":100,"currency":"CNY",
			"payer_currency":"CNY"},"scene_info":{"device_id":"013467"},"promotion_detail":[]}""";

	@Test
	void postsTheOrder() {
		WechatPayRequest<PrepayResponse> order = PartnerJsapiPayments.prepay((r) -> r.subMchid("1900000110")
			.subAppid("wx2")
			.description("Coffee")
			.outTradeNo("20261123-0001")
			.amount((a) -> a.total(1800))
			.settleInfo((s) -> s.profitSharing(true).subsidyAmount(10))
			.payer((p) -> p.spOpenid("o1").subOpenid("o2")));
		assertThat(order.operation().method()).isEqualTo(HttpMethod.POST);
		assertThat(order.target(UnaryOperator.identity())).isEqualTo("/v3/pay/partner/transactions/jsapi");
		assertThat(Wire.completedBody(order)).isEqualTo(Wire.compact("""
				{"sp_appid":"wx0000000000000001","sp_mchid":"1900000109","sub_appid":"wx2","sub_mchid":"1900000110",
				"description":"Coffee","out_trade_no":"20261123-0001",
				"notify_url":"https://shop.example/wechatpay/notifications","amount":{"total":1800},
				"payer":{"sp_openid":"o1","sub_openid":"o2"},
				"settle_info":{"profit_sharing":true,"subsidy_amount":10}}"""));
	}

	@Test
	void keepsWhatTheCallerSet() {
		WechatPayRequest<PrepayResponse> order = PartnerJsapiPayments.prepay((r) -> r.spAppid("wx9")
			.spMchid("1230000109")
			.subMchid("1900000110")
			.notifyUrl("https://other.example/paid")
			.description("Coffee")
			.outTradeNo("20261123-0001")
			.amount((a) -> a.total(1800))
			.payer((p) -> p.spOpenid("o1")));
		assertThat(Wire.completedBody(order)).contains("\"sp_appid\":\"wx9\"", "\"sp_mchid\":\"1230000109\"",
				"\"notify_url\":\"https://other.example/paid\"");
	}

	@Test
	void takesEitherOpenid() {
		assertThat(PartnerPayer.builder().subOpenid("o2").build().subOpenid()).isEqualTo("o2");
		assertThatIllegalArgumentException().isThrownBy(() -> PartnerPayer.builder().build())
			.withMessageContaining("'sp_openid or sub_openid'");
	}

	@Test
	void refusesAnOrderOfNobody() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> PartnerJsapiPayments.prepay((r) -> r.description("Coffee")))
			.withMessageContaining("'sub_mchid'");
	}

	@Test
	void asksByEitherNumber() {
		assertThat(PartnerTransactions.queryByTransactionId("4200", "1900000110")
			.withDefaults(Wire.BARE)
			.target(UnaryOperator.identity()))
			.isEqualTo("/v3/pay/partner/transactions/id/4200?sp_mchid=1900000109&sub_mchid=1900000110");
		assertThat(PartnerTransactions.queryByOutTradeNo("2026-1", "1900000110")
			.withDefaults(Wire.BARE)
			.target(UnaryOperator.identity()))
			.isEqualTo("/v3/pay/partner/transactions/out-trade-no/2026-1?sp_mchid=1900000109&sub_mchid=1900000110");
	}

	@Test
	void closesAnOrder() {
		WechatPayRequest<NoContent> close = PartnerTransactions.close("2026-1", "1900000110");
		assertThat(close.target(UnaryOperator.identity()))
			.isEqualTo("/v3/pay/partner/transactions/out-trade-no/2026-1/close");
		assertThat(Wire.completedBody(close)).isEqualTo("{\"sp_mchid\":\"1900000109\",\"sub_mchid\":\"1900000110\"}");
	}

	@Test
	void refusesEmptyNumbers() {
		assertThatIllegalArgumentException().isThrownBy(() -> PartnerTransactions.queryByOutTradeNo("1", ""))
			.withMessageContaining("'sub_mchid'");
		assertThatIllegalArgumentException().isThrownBy(() -> PartnerTransactions.close("", "1900000110"))
			.withMessageContaining("'out_trade_no'");
	}

	@Test
	void readsTheTransaction() {
		PartnerTransaction paid = Wire.read(PAID, PartnerTransaction.class);
		assertThat(paid.spMchid()).isEqualTo("1900000109");
		assertThat(paid.subMchid()).isEqualTo("1900000110");
		assertThat(paid.tradeState()).isEqualTo(TradeState.SUCCESS);
		assertThat(paid.payer()).isEqualTo(new PartnerTransactionPayer("o1", "o2"));
	}

	@Test
	void readsTheNotificationAsTheSameTransaction() {
		assertThat(Wire.read(PAID, PartnerTransactionNotification.class).transaction())
			.isEqualTo(Wire.read(PAID, PartnerTransaction.class));
	}

}
