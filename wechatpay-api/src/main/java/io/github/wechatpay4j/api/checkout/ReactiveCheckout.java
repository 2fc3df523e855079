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
import io.github.wechatpay4j.api.payments.H5PrepayResponse;
import io.github.wechatpay4j.api.payments.JsapiPrepayRequest;
import io.github.wechatpay4j.api.payments.NativePayments;
import io.github.wechatpay4j.api.payments.NativePrepayRequest;
import io.github.wechatpay4j.api.payments.NativePrepayResponse;
import io.github.wechatpay4j.client.ReactiveWechatPayClient;
import io.github.wechatpay4j.merchant.AppInvocation;
import io.github.wechatpay4j.merchant.JsapiInvocation;
import reactor.core.publisher.Mono;

/**
 * Orders and signs in one call, without blocking: the twin of {@link Checkout}. Nothing
 * is ordered before somebody subscribes; a further subscription is the same order, signed
 * anew. Errors are those of {@link Checkout}. Immutable and safe for use by many threads.
 */
public final class ReactiveCheckout {

	private final ReactiveWechatPayClient client;

	private ReactiveCheckout(ReactiveWechatPayClient client) {
		this.client = client;
	}

	/**
	 * A checkout of the client's merchant.
	 * @param client places the orders
	 * @return the checkout
	 */
	public static ReactiveCheckout of(ReactiveWechatPayClient client) {
		return new ReactiveCheckout(Objects.requireNonNull(client, "client"));
	}

	/**
	 * Makes an order that is paid on a page in WeChat or in a mini program.
	 * @param order sets the fields of the order
	 * @return what {@code WeixinJSBridge} or {@code wx.requestPayment} takes, signed for
	 * the order's appid
	 * @throws IllegalArgumentException at once if a required field is missing
	 */
	public Mono<JsapiInvocation> jsapi(Consumer<JsapiPrepayRequest.Builder> order) {
		return place(Placement.jsapi(order));
	}

	/**
	 * Makes an order that is paid from an app.
	 * @param order sets the fields of the order
	 * @return what the Open SDK takes, signed for the order's appid
	 * @throws IllegalArgumentException at once if a required field is missing
	 */
	public Mono<AppInvocation> app(Consumer<AppPrepayRequest.Builder> order) {
		return place(Placement.app(order));
	}

	/**
	 * Makes an order that is paid by scanning a QR code.
	 * @param order sets the fields of the order
	 * @return the {@code code_url}: the text to show as a QR code, good for two hours
	 * @throws IllegalArgumentException at once if a required field is missing
	 */
	public Mono<String> nativeQr(Consumer<NativePrepayRequest.Builder> order) {
		return this.client.execute(NativePayments.prepay(order)).map(NativePrepayResponse::codeUrl);
	}

	/**
	 * Makes an order that is paid from a browser outside WeChat.
	 * @param order sets the fields of the order
	 * @return the {@code h5_url} to send the browser to, good for five minutes
	 * @throws IllegalArgumentException at once if a required field is missing
	 */
	public Mono<String> h5(Consumer<H5PrepayRequest.Builder> order) {
		return this.client.execute(H5Payments.prepay(order)).map(H5PrepayResponse::h5Url);
	}

	/**
	 * Makes a sub-merchant's order that is paid on a page in WeChat or in a mini program.
	 * @param order sets the fields of the order
	 * @return what the page takes, signed for the order's {@code sub_appid} if it names
	 * one, else for its {@code sp_appid}
	 * @throws IllegalArgumentException at once if a required field is missing
	 */
	public Mono<JsapiInvocation> partnerJsapi(Consumer<PartnerJsapiPrepayRequest.Builder> order) {
		return place(Placement.partnerJsapi(order));
	}

	/**
	 * Makes a sub-merchant's order that is paid from an app.
	 * @param order sets the fields of the order
	 * @return what the Open SDK takes, signed for the order's {@code sub_appid} if it
	 * names one, else for its {@code sp_appid}
	 * @throws IllegalArgumentException at once if a required field is missing
	 */
	public Mono<AppInvocation> partnerApp(Consumer<PartnerAppPrepayRequest.Builder> order) {
		return place(Placement.partnerApp(order));
	}

	/**
	 * Makes several orders that are paid at once, on a page in WeChat or in a mini
	 * program.
	 * @param order sets the fields of the order
	 * @return what the page takes, signed for the {@code combine_appid}
	 * @throws IllegalArgumentException at once if a required field is missing
	 */
	public Mono<JsapiInvocation> combineJsapi(Consumer<CombineJsapiPrepayRequest.Builder> order) {
		return place(Placement.combineJsapi(order));
	}

	/**
	 * Makes several orders that are paid at once, from an app.
	 * @param order sets the fields of the order
	 * @return what the Open SDK takes, signed for the {@code combine_appid}
	 * @throws IllegalArgumentException at once if a required field is missing
	 */
	public Mono<AppInvocation> combineApp(Consumer<CombineAppPrepayRequest.Builder> order) {
		return place(Placement.combineApp(order));
	}

	private <A, R> Mono<R> place(Placement<A, R> placement) {
		return this.client.execute(placement.request())
			.map((answer) -> placement.signed().apply(this.client.invocations(), answer));
	}

}
