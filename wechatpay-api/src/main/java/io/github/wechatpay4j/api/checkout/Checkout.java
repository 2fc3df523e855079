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

import java.util.Objects;
import java.util.function.Consumer;

import io.github.wechatpay4j.api.combine.CombineAppPrepayRequest;
import io.github.wechatpay4j.api.combine.CombineJsapiPrepayRequest;
import io.github.wechatpay4j.api.partner.PartnerAppPrepayRequest;
import io.github.wechatpay4j.api.partner.PartnerJsapiPrepayRequest;
import io.github.wechatpay4j.api.payments.AppPrepayRequest;
import io.github.wechatpay4j.api.payments.H5Payments;
import io.github.wechatpay4j.api.payments.H5PrepayRequest;
import io.github.wechatpay4j.api.payments.JsapiPrepayRequest;
import io.github.wechatpay4j.api.payments.NativePayments;
import io.github.wechatpay4j.api.payments.NativePrepayRequest;
import io.github.wechatpay4j.client.WechatPayClient;
import io.github.wechatpay4j.merchant.AppInvocation;
import io.github.wechatpay4j.merchant.JsapiInvocation;

/**
 * Orders and signs in one call: takes what the product classes take, and gives back what
 * the payer's device needs to open the payment. Repeating a call with the same number and
 * content is the same order. Nothing of this says that anything was paid: that is what
 * notifications and queries do. Immutable and safe for use by many threads.
 *
 * <pre class="code">
 * JsapiInvocation forThePage = Checkout.of(wechatPay).jsapi(r -&gt; r
 *         .description("Coffee").outTradeNo(orderId).amount(a -&gt; a.total(1800)).payer(p -&gt; p.openid(openid)));
 * </pre>
 *
 * @see ReactiveCheckout
 * @see <a href="https://pay.weixin.qq.com/doc/v3/merchant/4012365341">Signing for the
 * payer's device</a>
 */
public final class Checkout {

	private final WechatPayClient client;

	private Checkout(WechatPayClient client) {
		this.client = client;
	}

	/**
	 * A checkout of the client's merchant.
	 * @param client places the orders
	 * @return the checkout
	 */
	public static Checkout of(WechatPayClient client) {
		return new Checkout(Objects.requireNonNull(client, "client"));
	}

	/**
	 * Makes an order that is paid on a page in WeChat or in a mini program.
	 * @param order sets the fields of the order
	 * @return what {@code WeixinJSBridge} or {@code wx.requestPayment} takes, signed for
	 * the order's appid
	 * @throws io.github.wechatpay4j.WechatPayException if there is no order to be paid,
	 * or none is known of
	 * @throws IllegalArgumentException if the order cannot be sent as it is
	 */
	public JsapiInvocation jsapi(Consumer<JsapiPrepayRequest.Builder> order) {
		return place(Placement.jsapi(order));
	}

	/**
	 * Makes an order that is paid from an app.
	 * @param order sets the fields of the order
	 * @return what the Open SDK takes, signed for the order's appid
	 * @throws io.github.wechatpay4j.WechatPayException if there is no order to be paid,
	 * or none is known of
	 * @throws IllegalArgumentException if the order cannot be sent as it is
	 */
	public AppInvocation app(Consumer<AppPrepayRequest.Builder> order) {
		return place(Placement.app(order));
	}

	/**
	 * Makes an order that is paid by scanning a QR code.
	 * @param order sets the fields of the order
	 * @return the {@code code_url}: the text to show as a QR code, good for two hours
	 * @throws io.github.wechatpay4j.WechatPayException if there is no order to be paid,
	 * or none is known of
	 * @throws IllegalArgumentException if the order cannot be sent as it is
	 */
	public String nativeQr(Consumer<NativePrepayRequest.Builder> order) {
		return this.client.execute(NativePayments.prepay(order)).codeUrl();
	}

	/**
	 * Makes an order that is paid from a browser outside WeChat.
	 * @param order sets the fields of the order
	 * @return the {@code h5_url} to send the browser to, good for five minutes
	 * @throws io.github.wechatpay4j.WechatPayException if there is no order to be paid,
	 * or none is known of
	 * @throws IllegalArgumentException if the order cannot be sent as it is
	 */
	public String h5(Consumer<H5PrepayRequest.Builder> order) {
		return this.client.execute(H5Payments.prepay(order)).h5Url();
	}

	/**
	 * Makes a sub-merchant's order that is paid on a page in WeChat or in a mini program.
	 * @param order sets the fields of the order
	 * @return what the page takes, signed for the order's {@code sub_appid} if it names
	 * one, else for its {@code sp_appid}
	 * @throws io.github.wechatpay4j.WechatPayException if there is no order to be paid,
	 * or none is known of
	 * @throws IllegalArgumentException if the order cannot be sent as it is
	 */
	public JsapiInvocation partnerJsapi(Consumer<PartnerJsapiPrepayRequest.Builder> order) {
		return place(Placement.partnerJsapi(order));
	}

	/**
	 * Makes a sub-merchant's order that is paid from an app.
	 * @param order sets the fields of the order
	 * @return what the Open SDK takes, signed for the order's {@code sub_appid} if it
	 * names one, else for its {@code sp_appid}
	 * @throws io.github.wechatpay4j.WechatPayException if there is no order to be paid,
	 * or none is known of
	 * @throws IllegalArgumentException if the order cannot be sent as it is
	 */
	public AppInvocation partnerApp(Consumer<PartnerAppPrepayRequest.Builder> order) {
		return place(Placement.partnerApp(order));
	}

	/**
	 * Makes several orders that are paid at once, on a page in WeChat or in a mini
	 * program.
	 * @param order sets the fields of the order
	 * @return what the page takes, signed for the {@code combine_appid}
	 * @throws io.github.wechatpay4j.WechatPayException if there is no order to be paid,
	 * or none is known of
	 * @throws IllegalArgumentException if the order cannot be sent as it is
	 */
	public JsapiInvocation combineJsapi(Consumer<CombineJsapiPrepayRequest.Builder> order) {
		return place(Placement.combineJsapi(order));
	}

	/**
	 * Makes several orders that are paid at once, from an app.
	 * @param order sets the fields of the order
	 * @return what the Open SDK takes, signed for the {@code combine_appid}
	 * @throws io.github.wechatpay4j.WechatPayException if there is no order to be paid,
	 * or none is known of
	 * @throws IllegalArgumentException if the order cannot be sent as it is
	 */
	public AppInvocation combineApp(Consumer<CombineAppPrepayRequest.Builder> order) {
		return place(Placement.combineApp(order));
	}

	private <A, R> R place(Placement<A, R> placement) {
		A answer = this.client.execute(placement.request());
		return placement.signed().apply(this.client.invocations(), answer);
	}

}
