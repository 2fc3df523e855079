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

import java.util.function.BiFunction;
import java.util.function.Consumer;

import io.github.wechatpay4j.api.combine.CombineAppPrepayRequest;
import io.github.wechatpay4j.api.combine.CombineAppPrepayResponse;
import io.github.wechatpay4j.api.combine.CombineJsapiPrepayRequest;
import io.github.wechatpay4j.api.partner.PartnerAppPrepayRequest;
import io.github.wechatpay4j.api.partner.PartnerJsapiPrepayRequest;
import io.github.wechatpay4j.api.payments.AppPrepayRequest;
import io.github.wechatpay4j.api.payments.JsapiPrepayRequest;
import io.github.wechatpay4j.api.payments.PrepayResponse;
import io.github.wechatpay4j.merchant.AppInvocation;
import io.github.wechatpay4j.merchant.Invocations;
import io.github.wechatpay4j.merchant.JsapiInvocation;
import io.github.wechatpay4j.operation.NestedBuilder;
import io.github.wechatpay4j.operation.WechatPayRequest;
import org.jspecify.annotations.Nullable;

/**
 * An order and how its answer becomes what the device needs. Both checkouts place the
 * same ones.
 *
 * @param request the order
 * @param signed signs the answer
 * @param <A> what the platform answers
 * @param <R> what the device needs
 */
record Placement<A, R>(WechatPayRequest<A> request, BiFunction<Invocations, A, R> signed) {

	static Placement<PrepayResponse, JsapiInvocation> jsapi(Consumer<JsapiPrepayRequest.Builder> order) {
		JsapiPrepayRequest request = build(JsapiPrepayRequest.builder(), order);
		return jsapi(request, request.appid());
	}

	static Placement<PrepayResponse, AppInvocation> app(Consumer<AppPrepayRequest.Builder> order) {
		AppPrepayRequest request = build(AppPrepayRequest.builder(), order);
		return app(request, request.appid());
	}

	/**
	 * The appid under which the payer is known: that of the openid which the order has.
	 */
	static Placement<PrepayResponse, JsapiInvocation> partnerJsapi(Consumer<PartnerJsapiPrepayRequest.Builder> order) {
		PartnerJsapiPrepayRequest request = build(PartnerJsapiPrepayRequest.builder(), order);
		boolean bySubMerchant = request.payer().subOpenid() != null;
		return jsapi(request, bySubMerchant ? subAppidOr(request.subAppid(), request.spAppid()) : request.spAppid());
	}

	static Placement<PrepayResponse, AppInvocation> partnerApp(Consumer<PartnerAppPrepayRequest.Builder> order) {
		PartnerAppPrepayRequest request = build(PartnerAppPrepayRequest.builder(), order);
		return app(request, subAppidOr(request.subAppid(), request.spAppid()));
	}

	static Placement<PrepayResponse, JsapiInvocation> combineJsapi(Consumer<CombineJsapiPrepayRequest.Builder> order) {
		CombineJsapiPrepayRequest request = build(CombineJsapiPrepayRequest.builder(), order);
		return jsapi(request, request.combineAppid());
	}

	static Placement<CombineAppPrepayResponse, AppInvocation> combineApp(
			Consumer<CombineAppPrepayRequest.Builder> order) {
		CombineAppPrepayRequest request = build(CombineAppPrepayRequest.builder(), order);
		return new Placement<>(request,
				(invocations, answer) -> app(invocations, answer.prepayId(), request.combineAppid()));
	}

	private static <T, B extends NestedBuilder<T>> T build(B builder, Consumer<B> order) {
		order.accept(builder);
		return builder.build();
	}

	/** The platform refuses the device's sp_appid once the order names a sub_appid. */
	private static @Nullable String subAppidOr(@Nullable String subAppid, @Nullable String spAppid) {
		return (subAppid != null) ? subAppid : spAppid;
	}

	private static Placement<PrepayResponse, JsapiInvocation> jsapi(WechatPayRequest<PrepayResponse> request,
			@Nullable String appid) {
		return new Placement<>(request, (invocations, answer) -> (appid != null)
				? invocations.jsapi(answer.prepayId(), appid) : invocations.jsapi(answer.prepayId()));
	}

	private static Placement<PrepayResponse, AppInvocation> app(WechatPayRequest<PrepayResponse> request,
			@Nullable String appid) {
		return new Placement<>(request, (invocations, answer) -> app(invocations, answer.prepayId(), appid));
	}

	private static AppInvocation app(Invocations invocations, String prepayId, @Nullable String appid) {
		return (appid != null) ? invocations.app(prepayId, appid) : invocations.app(prepayId);
	}

}
