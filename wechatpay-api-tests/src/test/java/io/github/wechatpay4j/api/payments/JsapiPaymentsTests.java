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
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.github.wechatpay4j.api.Wire;
import io.github.wechatpay4j.operation.Idempotency;
import io.github.wechatpay4j.operation.WechatPayRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class JsapiPaymentsTests {

	private static WechatPayRequest<PrepayResponse> coffee() {
		return JsapiPayments.prepay((r) -> r.description("Coffee")
			.outTradeNo("20261123-0001")
			.amount((a) -> a.total(1800))
			.payer((p) -> p.openid("oUpF8uMuAJO")));
	}

	@Test
	void postsToTheJsapiPath() {
		assertThat(coffee().operation().method()).isEqualTo(HttpMethod.POST);
		assertThat(coffee().target(UnaryOperator.identity())).isEqualTo("/v3/pay/transactions/jsapi");
		assertThat(coffee().operation().name()).isEqualTo("JsapiPayments.prepay");
	}

	@Test
	void isTheSameOrderWhenRepeatedWithTheSameNumber() {
		assertThat(coffee().operation().idempotency()).isEqualTo(Idempotency.KEYED);
		assertThat(coffee().operation().businessNumber()).isEqualTo("out_trade_no");
	}

	@Test
	void fillsInWhatIsConfigured() {
		assertThat(Wire.completedBody(coffee())).isEqualTo(Wire.compact("""
				{"appid":"wx0000000000000001","mchid":"1900000109","description":"Coffee",
				"out_trade_no":"20261123-0001","notify_url":"https://shop.example/wechatpay/notifications",
				"amount":{"total":1800},"payer":{"openid":"oUpF8uMuAJO"}}"""));
	}

	@Test
	void keepsWhatTheCallerSet() {
		WechatPayRequest<PrepayResponse> order = JsapiPayments.prepay((r) -> r.appid("wx2")
			.mchid("1230000109")
			.notifyUrl("https://other.example/paid")
			.description("Coffee")
			.outTradeNo("20261123-0001")
			.amount((a) -> a.total(1800))
			.payer((p) -> p.openid("oUpF8uMuAJO")));
		assertThat(Wire.completedBody(order)).contains("\"appid\":\"wx2\"", "\"mchid\":\"1230000109\"",
				"\"notify_url\":\"https://other.example/paid\"");
	}

	@Test
	void saysHowToGiveWhatIsNeitherSetNorConfigured() {
		assertThatIllegalArgumentException().isThrownBy(() -> coffee().withDefaults(Wire.BARE))
			.withMessageContaining("'appid'")
			.withMessageContaining("wechatpay.appid");
		WechatPayRequest<PrepayResponse> withAppid = JsapiPayments.prepay((r) -> r.appid("wx2")
			.description("Coffee")
			.outTradeNo("20261123-0001")
			.amount((a) -> a.total(1800))
			.payer((p) -> p.openid("oUpF8uMuAJO")));
		assertThatIllegalArgumentException().isThrownBy(() -> withAppid.withDefaults(Wire.BARE))
			.withMessageContaining("'notify_url'")
			.withMessageContaining("wechatpay.notification.base-url");
	}

	@Test
	void writesEveryField() {
		WechatPayRequest<PrepayResponse> order = JsapiPayments.prepay((r) -> r.description("Coffee")
			.outTradeNo("20261123-0001")
			.timeExpire(OffsetDateTime.parse("2026-11-23T10:34:56+08:00"))
			.attach("table 7")
			.goodsTag("WXG")
			.limitPay(List.of("no_credit"))
			.supportFapiao(true)
			.amount((a) -> a.total(1800).currency("CNY"))
			.payer((p) -> p.openid("oUpF8uMuAJO")
				.identity((i) -> i.type("IDCARD").number("11010519491231002X").name("Zhang San")))
			.detail((d) -> d.costPrice(2000)
				.invoiceId("r-1")
				.addGoodsDetail((g) -> g.merchantGoodsId("1246464644")
					.wechatpayGoodsId("1001")
					.goodsName("Espresso")
					.quantity(2)
					.unitPrice(1000)))
			.sceneInfo((s) -> s.payerClientIp("14.23.150.211")
				.deviceId("013467007045764")
				.storeInfo((o) -> o.id("0001").name("Main street").areaCode("440305").address("1 Main street")))
			.settleInfo((s) -> s.profitSharing(true))
			.subsidyInfo((s) -> s.addSubsidyDetail((d) -> d.subsidyPeriodType("PERIOD")
				.addSubsidyPlan((p) -> p.subsidyInstallmentNum(3).subsidyPercent(100)))));
		assertThat(Wire.completedBody(order)).isEqualTo(Wire.compact("""
				{"appid":"wx0000000000000001","mchid":"1900000109","description":"Coffee",
				"out_trade_no":"20261123-0001","time_expire":"2026-11-23T10:34:56+08:00","attach":"table 7",
				"notify_url":"https://shop.example/wechatpay/notifications","goods_tag":"WXG",
				"limit_pay":["no_credit"],"support_fapiao":true,"amount":{"total":1800,"currency":"CNY"},
				"payer":{"openid":"oUpF8uMuAJO","identity":{"type":"IDCARD","number":"sealed(11010519491231002X)",
				"name":"sealed(Zhang San)"}},
				"detail":{"cost_price":2000,"invoice_id":"r-1","goods_detail":[{"merchant_goods_id":"1246464644",
				"wechatpay_goods_id":"1001","goods_name":"Espresso","quantity":2,"unit_price":1000}]},
				"scene_info":{"payer_client_ip":"14.23.150.211","device_id":"013467007045764",
				"store_info":{"id":"0001","name":"Main street","area_code":"440305","address":"1 Main street"}},
				"settle_info":{"profit_sharing":true},
				"subsidy_info":{"subsidy_detail":[{"subsidy_period_type":"PERIOD",
				"subsidy_plan":[{"subsidy_installment_num":3,"subsidy_percent":100}]}]}}"""));
	}

	@Test
	void canBeReadBackFromItsBody() {
		WechatPayRequest<PrepayResponse> order = coffee().withDefaults(Wire.CONFIGURED);
		assertThat(Wire.read(Wire.body(order), JsapiPrepayRequest.class)).isEqualTo(order);
	}

	@Test
	void doesNotFollowLaterChangesOfTheCallersList() {
		List<String> ways = new ArrayList<>(List.of("no_credit"));
		JsapiPrepayRequest order = JsapiPrepayRequest.builder()
			.description("Coffee")
			.outTradeNo("20261123-0001")
			.amount((a) -> a.total(1800))
			.payer((p) -> p.openid("oUpF8uMuAJO"))
			.limitPay(ways)
			.build();
		ways.add("balance_only");
		assertThat(order.limitPay()).containsExactly("no_credit");
	}

	@Test
	void doesNotShowThePayersIdentity() {
		WechatPayRequest<PrepayResponse> order = JsapiPayments.prepay((r) -> r.description("Coffee")
			.outTradeNo("20261123-0001")
			.amount((a) -> a.total(1800))
			.payer((p) -> p.openid("oUpF8uMuAJO")
				.identity((i) -> i.type("IDCARD").number("11010519491231002X").name("Zhang San"))));
		assertThat(order).asString()
			.contains("20261123-0001", "IDCARD", "***")
			.doesNotContain("11010519491231002X", "Zhang San");
	}

	static Stream<Arguments> incompleteOrders() {
		return Stream.of(lacking("description", (r) -> r.outTradeNo("1")),
				lacking("out_trade_no", (r) -> r.description("Coffee")),
				lacking("out_trade_no", (r) -> r.description("Coffee").outTradeNo("")),
				lacking("amount", (r) -> r.description("Coffee").outTradeNo("1").payer((p) -> p.openid("o"))),
				lacking("amount.total", (r) -> r.amount((a) -> a.currency("CNY"))),
				lacking("payer", (r) -> r.description("Coffee").outTradeNo("1").amount((a) -> a.total(1))),
				lacking("payer.openid",
						(r) -> r.description("Coffee").outTradeNo("1").amount((a) -> a.total(1)).payer((p) -> {
						})),
				lacking("payer.identity.number", (r) -> r.payer((p) -> p.identity((i) -> i.type("IDCARD")))),
				lacking("detail.goods_detail.quantity",
						(r) -> r.detail((d) -> d.addGoodsDetail((g) -> g.merchantGoodsId("1")))),
				lacking("scene_info.store_info.id",
						(r) -> r.sceneInfo((s) -> s.storeInfo((o) -> o.name("Main street")))),
				lacking("subsidy_info.subsidy_detail.subsidy_plan",
						(r) -> r.subsidyInfo((s) -> s.addSubsidyDetail((d) -> d.subsidyPeriodType("DAILY")))));
	}

	private static Arguments lacking(String field, Consumer<JsapiPrepayRequest.Builder> order) {
		return arguments(field, order);
	}

	@ParameterizedTest
	@MethodSource("incompleteOrders")
	void refusesAnOrderThatLacksARequiredField(String field, Consumer<JsapiPrepayRequest.Builder> order) {
		assertThatIllegalArgumentException().isThrownBy(() -> JsapiPayments.prepay(order))
			.withMessageContaining("'" + field + "'");
	}

	@Test
	void readsTheAnswer() {
		assertThat(Wire.read("{\"prepay_id\":\"wx26112221580621e9b071c00d9e093b0000\"}", PrepayResponse.class))
			.isEqualTo(new PrepayResponse("wx26112221580621e9b071c00d9e093b0000"));
	}

}
