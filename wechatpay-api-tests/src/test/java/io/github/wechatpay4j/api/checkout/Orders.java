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

package io.github.wechatpay4j.api.checkout;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import io.github.wechatpay4j.api.combine.CombineAppPrepayRequest;
import io.github.wechatpay4j.api.combine.CombineJsapiPrepayRequest;
import io.github.wechatpay4j.api.partner.PartnerAppPrepayRequest;
import io.github.wechatpay4j.api.partner.PartnerJsapiPrepayRequest;
import io.github.wechatpay4j.api.payments.AppPrepayRequest;
import io.github.wechatpay4j.api.payments.H5PrepayRequest;
import io.github.wechatpay4j.api.payments.JsapiPrepayRequest;
import io.github.wechatpay4j.api.payments.NativePrepayRequest;
import io.github.wechatpay4j.crypto.CryptoSuite;
import io.github.wechatpay4j.merchant.AppInvocation;
import io.github.wechatpay4j.merchant.JsapiInvocation;
import io.github.wechatpay4j.testing.TestKeys;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A coffee, ordered in every way.
 */
final class Orders {

	static final String PREPAID = "{\"prepay_id\":\"wx26\"}";

	private static final String NUMBER = "20261123-0001";

	private Orders() {
	}

	static void jsapi(JsapiPrepayRequest.Builder order) {
		order.description("Coffee").outTradeNo(NUMBER).amount((a) -> a.total(1800)).payer((p) -> p.openid("oUpF8uMuA"));
	}

	static void app(AppPrepayRequest.Builder order) {
		order.description("Coffee").outTradeNo(NUMBER).amount((a) -> a.total(1800));
	}

	static void nativeQr(NativePrepayRequest.Builder order) {
		order.description("Coffee").outTradeNo(NUMBER).amount((a) -> a.total(1800));
	}

	static void h5(H5PrepayRequest.Builder order) {
		order.description("Coffee")
			.outTradeNo(NUMBER)
			.amount((a) -> a.total(1800))
			.sceneInfo((s) -> s.payerClientIp("203.0.113.7").h5Info((h) -> h.type("Wap")));
	}

	static void partnerJsapi(PartnerJsapiPrepayRequest.Builder order) {
		order.subMchid("1900000109")
			.description("Coffee")
			.outTradeNo(NUMBER)
			.amount((a) -> a.total(1800))
			.payer((p) -> p.subOpenid("oUpF8uMuA"));
	}

	static void partnerApp(PartnerAppPrepayRequest.Builder order) {
		order.subMchid("1900000109").description("Coffee").outTradeNo(NUMBER).amount((a) -> a.total(1800));
	}

	static void combineJsapi(CombineJsapiPrepayRequest.Builder order) {
		order.combineOutTradeNo(NUMBER)
			.combinePayerInfo((p) -> p.openid("oUpF8uMuA"))
			.addSubOrder((o) -> o.mchid("1900000109")
				.attach("x")
				.outTradeNo("20261123-0002")
				.description("Coffee")
				.amount((a) -> a.totalAmount(1800).currency("CNY")));
	}

	static void combineApp(CombineAppPrepayRequest.Builder order) {
		order.combineOutTradeNo(NUMBER)
			.addSubOrder((o) -> o.mchid("1900000109")
				.attach("x")
				.outTradeNo("20261123-0002")
				.description("Coffee")
				.amount((a) -> a.totalAmount(1800).currency("CNY")));
	}

	/** The device accepts it: the right order, for the right appid, by our key. */
	static void assertSigned(JsapiInvocation invocation, String appid) {
		assertThat(invocation.appId()).isEqualTo(appid);
		assertThat(invocation.packageValue()).isEqualTo("prepay_id=wx26");
		assertSigned(invocation.paySign(),
				appid + "\n" + invocation.timeStamp() + "\n" + invocation.nonceStr() + "\nprepay_id=wx26\n");
	}

	static void assertSigned(AppInvocation invocation, String appid) {
		assertThat(invocation.appid()).isEqualTo(appid);
		assertThat(invocation.prepayid()).isEqualTo("wx26");
		assertSigned(invocation.sign(),
				appid + "\n" + invocation.timestamp() + "\n" + invocation.noncestr() + "\nwx26\n");
	}

	private static void assertSigned(String signature, String message) {
		assertThat(CryptoSuite.rsa()
			.verifier(TestKeys.MERCHANT.getPublic())
			.verify(message.getBytes(StandardCharsets.UTF_8), Base64.getDecoder().decode(signature))).isTrue();
	}

}
