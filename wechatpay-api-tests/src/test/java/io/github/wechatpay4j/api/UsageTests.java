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

package io.github.wechatpay4j.api;

import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

import io.github.wechatpay4j.api.bills.Bills;
import io.github.wechatpay4j.api.bills.TradeBillRequest;
import io.github.wechatpay4j.api.payments.JsapiPayments;
import io.github.wechatpay4j.api.payments.JsapiPrepayRequest;
import io.github.wechatpay4j.api.payments.PrepayResponse;
import io.github.wechatpay4j.operation.WechatPayRequest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The builders as an application in another package sees them.
 */
class UsageTests {

	@Test
	void readsLikeTheQuickStart() {
		String orderId = "20261123-0001";
		String openid = "oUpF8uMuAJO";
		WechatPayRequest<PrepayResponse> request = JsapiPayments.prepay(r -> r.description("Coffee")
			.outTradeNo(orderId)
			.amount(a -> a.total(1800))
			.payer(p -> p.openid(openid)));
		assertThat(Wire.body(request)).contains("\"total\":1800");
	}

	@Test
	void chainsSettersInAnyOrder() {
		WechatPayRequest<PrepayResponse> request = JsapiPayments.prepay((r) -> r.payer((p) -> p.openid("o"))
			.appid("wx2")
			.limitPay(List.of("no_credit"))
			.subsidyInfo((s) -> s.subsidyDetail(List.of()))
			.mchid("1230000109")
			.amount((a) -> a.total(1))
			.outTradeNo("1")
			.description("Coffee"));
		assertThat(Wire.body(request)).startsWith("{\"appid\":\"wx2\",\"mchid\":\"1230000109\"");
	}

	@Test
	void offersSettersAsMethodReferences() {
		BiFunction<JsapiPrepayRequest.Builder, String, JsapiPrepayRequest.Builder> appid = JsapiPrepayRequest.Builder::appid;
		BiFunction<TradeBillRequest.Builder, String, TradeBillRequest.Builder> tarType = TradeBillRequest.Builder::tarType;
		assertThat(appid.apply(JsapiPrepayRequest.builder(), "wx2")).isNotNull();
		assertThat(tarType.apply(TradeBillRequest.builder().billDate(LocalDate.of(2026, 11, 2)), "GZIP")
			.build()
			.target(UnaryOperator.identity())).endsWith("&tar_type=GZIP");
		assertThat(Bills.tradeBill(LocalDate.of(2026, 11, 2), (b) -> b.tarType("GZIP").subMchid("1"))
			.target(UnaryOperator.identity())).endsWith("&sub_mchid=1&tar_type=GZIP");
	}

}
