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
import io.github.wechatpay4j.merchant.JsapiInvocation;
import io.github.wechatpay4j.testing.FakePlatform;
import io.github.wechatpay4j.testing.TestMerchants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ReactiveCheckoutTests {

	@RegisterExtension
	static final FakePlatform platform = new FakePlatform();

	private final ReactiveCheckout checkout = ReactiveCheckout.of(platform.reactiveClient());

	@BeforeEach
	void answersOrders() {
		platform.answers(platform.signed(200, Orders.PREPAID));
	}

	@Test
	void ordersWhenSubscribedToAndSignsAnewEachTime() {
		Mono<JsapiInvocation> invocation = this.checkout.jsapi(Orders::jsapi);
		assertThat(platform.requests()).isEmpty();
		JsapiInvocation first = invocation.block();
		JsapiInvocation second = invocation.block();
		Orders.assertSigned(first, TestMerchants.APPID);
		Orders.assertSigned(second, TestMerchants.APPID);
		assertThat(second.nonceStr()).isNotEqualTo(first.nonceStr());
		assertThat(platform.requests()).hasSize(2)
			.extracting((request) -> request.getBodyAsString())
			.containsOnly(platform.requests().get(0).getBodyAsString());
	}

	@Test
	void signsForTheSameAppidsAsTheBlockingCheckout() {
		Orders.assertSigned(this.checkout.jsapi((r) -> {
			Orders.jsapi(r);
			r.appid("wxMiniProgram");
		}).block(), "wxMiniProgram");
		Orders.assertSigned(this.checkout.app(Orders::app).block(), TestMerchants.APPID);
		Orders.assertSigned(this.checkout.partnerJsapi((r) -> {
			Orders.partnerJsapi(r);
			r.subAppid("wxSub");
		}).block(), "wxSub");
		Orders.assertSigned(this.checkout.partnerApp(Orders::partnerApp).block(), TestMerchants.APPID);
		Orders.assertSigned(this.checkout.combineJsapi(Orders::combineJsapi).block(), TestMerchants.APPID);
		Orders.assertSigned(this.checkout.combineApp(Orders::combineApp).block(), TestMerchants.APPID);
	}

	@Test
	void givesTheCodeAndTheAddress() {
		platform.answers(
				platform.signed(200, "{\"code_url\":\"weixin://wxpay/1\",\"h5_url\":\"https://wx.tenpay.com/1\"}"));
		StepVerifier.create(this.checkout.nativeQr(Orders::nativeQr)).expectNext("weixin://wxpay/1").verifyComplete();
		StepVerifier.create(this.checkout.h5(Orders::h5)).expectNext("https://wx.tenpay.com/1").verifyComplete();
	}

	@Test
	void endsWithTheErrorsOfTheOrder() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.checkout.jsapi((r) -> r.description("Coffee")));
		platform.answers(FakePlatform.with(400, "{\"code\":\"PARAM_ERROR\"}", Map.of()));
		StepVerifier.create(this.checkout.app(Orders::app)).expectError(ApiException.class).verify();
	}

}
