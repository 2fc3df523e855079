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

class H5PaymentsTests {

	@Test
	void postsTheOrder() {
		WechatPayRequest<H5PrepayResponse> order = H5Payments.prepay((r) -> r.description("Coffee")
			.outTradeNo("20261123-0001")
			.amount((a) -> a.total(1800))
			.sceneInfo((s) -> s.payerClientIp("14.23.150.211")
				.h5Info((h) -> h.type("iOS")
					.appName("Shop")
					.appUrl("https://shop.example")
					.bundleId("com.shop")
					.packageName("com.shop"))));
		assertThat(order.operation().method()).isEqualTo(HttpMethod.POST);
		assertThat(order.target(UnaryOperator.identity())).isEqualTo("/v3/pay/transactions/h5");
		assertThat(Wire.completedBody(order)).isEqualTo(Wire.compact("""
				{"appid":"wx0000000000000001","mchid":"1900000109","description":"Coffee",
				"out_trade_no":"20261123-0001","notify_url":"https://shop.example/wechatpay/notifications",
				"amount":{"total":1800},"scene_info":{"payer_client_ip":"14.23.150.211","h5_info":{"type":"iOS",
				"app_name":"Shop","app_url":"https://shop.example","bundle_id":"com.shop",
				"package_name":"com.shop"}}}"""));
	}

	@Test
	void refusesAnOrderWithoutScene() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> H5Payments
				.prepay((r) -> r.description("Coffee").outTradeNo("20261123-0001").amount((a) -> a.total(1800))))
			.withMessageContaining("'scene_info'");
	}

	@Test
	void readsTheAnswer() {
		assertThat(Wire.read("{\"h5_url\":\"https://wx.tenpay.com/checkmweb?prepay_id=wx2\"}", H5PrepayResponse.class)
			.h5Url()).isEqualTo("https://wx.tenpay.com/checkmweb?prepay_id=wx2");
	}

}
