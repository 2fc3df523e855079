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

import java.util.Map;

import io.github.wechatpay4j.ApiException;
import io.github.wechatpay4j.OutcomeUnknownException;
import io.github.wechatpay4j.SignatureException;
import io.github.wechatpay4j.api.Wire;
import io.github.wechatpay4j.client.WechatPayClient;
import io.github.wechatpay4j.merchant.JsapiInvocation;
import io.github.wechatpay4j.testing.FakePlatform;
import io.github.wechatpay4j.testing.TestMerchants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CheckoutTests {

	@RegisterExtension
	static final FakePlatform platform = new FakePlatform();

	private final WechatPayClient client = platform.client(TestMerchants.merchant(),
			TestMerchants.other("shop-b", "1900000002"));

	private final Checkout checkout = Checkout.of(this.client);

	@BeforeEach
	void answersOrders() {
		platform.answers(platform.signed(200, Orders.PREPAID));
	}

	@Test
	void ordersAndSignsForThePage() {
		Orders.assertSigned(this.checkout.jsapi(Orders::jsapi), TestMerchants.APPID);
		assertThat(platform.onlyRequest().getUrl()).isEqualTo("/v3/pay/transactions/jsapi");
		assertThat(sent("appid")).isEqualTo(TestMerchants.APPID);
		assertThat(sent("mchid")).isEqualTo(TestMerchants.MCHID);
		assertThat(sent("notify_url")).isEqualTo(TestMerchants.NOTIFY_URL);
	}

	@Test
	void signsForTheAppidThatTheOrderNames() {
		Orders.assertSigned(this.checkout.jsapi((r) -> {
			Orders.jsapi(r);
			r.appid("wxMiniProgram");
		}), "wxMiniProgram");
		assertThat(sent("appid")).isEqualTo("wxMiniProgram");
		Orders.assertSigned(this.checkout.app((r) -> {
			Orders.app(r);
			r.appid("wxApp");
		}), "wxApp");
		Orders.assertSigned(this.checkout.app(Orders::app), TestMerchants.APPID);
	}

	@Test
	void signsForTheSubMerchantsAppidOnceTheOrderNamesIt() {
		Orders.assertSigned(this.checkout.partnerJsapi((r) -> {
			Orders.partnerJsapi(r);
			r.spAppid("wxProvider").subAppid("wxSub");
		}), "wxSub");
		assertThat(sent("sub_appid")).isEqualTo("wxSub");
		assertThat(sent("sp_appid")).isEqualTo("wxProvider");
		Orders.assertSigned(this.checkout.partnerApp((r) -> {
			Orders.partnerApp(r);
			r.subAppid("wxSubApp");
		}), "wxSubApp");
	}

	@Test
	void signsForTheAppidUnderWhichThePayerIsKnown() {
		Orders.assertSigned(this.checkout.partnerJsapi((r) -> {
			Orders.partnerJsapi(r);
			r.spAppid("wxProvider").subAppid("wxSub").payer((p) -> p.spOpenid("oProvider"));
		}), "wxProvider");
	}

	@Test
	void signsForTheServiceProvidersAppidOtherwise() {
		Orders.assertSigned(this.checkout.partnerJsapi(Orders::partnerJsapi), TestMerchants.APPID);
		assertThat(sent("sp_appid")).isEqualTo(TestMerchants.APPID);
		Orders.assertSigned(this.checkout.partnerJsapi((r) -> {
			Orders.partnerJsapi(r);
			r.spAppid("wxProvider");
		}), "wxProvider");
		assertThat(this.checkout.partnerApp(Orders::partnerApp).partnerid()).isEqualTo(TestMerchants.MCHID);
	}

	@Test
	void signsForTheAppidOfWhoCombines() {
		Orders.assertSigned(this.checkout.combineJsapi(Orders::combineJsapi), TestMerchants.APPID);
		assertThat(platform.onlyRequest().getUrl()).isEqualTo("/v3/combine-transactions/jsapi");
		Orders.assertSigned(this.checkout.combineJsapi((r) -> {
			Orders.combineJsapi(r);
			r.combineAppid("wxCombines");
		}), "wxCombines");
		Orders.assertSigned(this.checkout.combineApp(Orders::combineApp), TestMerchants.APPID);
		Orders.assertSigned(this.checkout.combineApp((r) -> {
			Orders.combineApp(r);
			r.combineAppid("wxCombines");
		}), "wxCombines");
	}

	@Test
	void givesTheCodeAndTheAddress() {
		platform.answers(platform.signed(200, "{\"code_url\":\"weixin://wxpay/bizpayurl?pr=p4lpSuKzz\"}"));
		assertThat(this.checkout.nativeQr(Orders::nativeQr)).isEqualTo("weixin://wxpay/bizpayurl?pr=p4lpSuKzz");
		platform.answers(platform.signed(200, "{\"h5_url\":\"https://wx.tenpay.com/checkmweb?prepay_id=wx26\"}"));
		assertThat(this.checkout.h5(Orders::h5)).isEqualTo("https://wx.tenpay.com/checkmweb?prepay_id=wx26");
	}

	@Test
	void actsForTheMerchantOfItsClient() {
		JsapiInvocation invocation = Checkout.of(this.client.merchant("shop-b")).jsapi((r) -> {
			Orders.jsapi(r);
			r.appid("wxShopB").notifyUrl("https://shop.example/b");
		});
		assertThat(sent("mchid")).isEqualTo("1900000002");
		assertThat(invocation.appId()).isEqualTo("wxShopB");
		assertThatExceptionOfType(AssertionError.class).as("another merchant's key")
			.isThrownBy(() -> Orders.assertSigned(invocation, "wxShopB"));
	}

	@Test
	void signsNothingThatMayNotHaveBeenOrdered() {
		platform.answers(FakePlatform.with(500, "{\"code\":\"SYSTEM_ERROR\"}", Map.of()));
		assertThatExceptionOfType(OutcomeUnknownException.class).isThrownBy(() -> this.checkout.jsapi(Orders::jsapi))
			.withCauseInstanceOf(ApiException.class);
		platform.answers(FakePlatform.with(200, Orders.PREPAID, Map.of()));
		assertThatExceptionOfType(OutcomeUnknownException.class).isThrownBy(() -> this.checkout.app(Orders::app))
			.withCauseInstanceOf(SignatureException.class);
	}

	@Test
	void sendsNothingWhenAFieldIsMissing() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.checkout.jsapi((r) -> r.description("Coffee")))
			.withMessageContaining("out_trade_no");
		assertThat(platform.requests()).isEmpty();
	}

	private static String sent(String field) {
		JsonNode body = Wire.tree(platform.onlyRequest().getBodyAsString());
		return body.path(field).asString();
	}

}
