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

package io.github.wechatpay4j.documentation;

import java.nio.file.Path;
import java.time.LocalDate;

import io.github.wechatpay4j.api.bills.Bills;
import io.github.wechatpay4j.api.payments.JsapiPayments;
import io.github.wechatpay4j.api.payments.PrepayResponse;
import io.github.wechatpay4j.api.payments.TransactionNotification;
import io.github.wechatpay4j.api.payments.Transactions;
import io.github.wechatpay4j.api.payments.transaction.Transaction;
import io.github.wechatpay4j.api.refunds.Refund;
import io.github.wechatpay4j.api.refunds.Refunds;
import io.github.wechatpay4j.client.ReactiveWechatPayClient;
import io.github.wechatpay4j.client.WechatPayClient;
import io.github.wechatpay4j.merchant.JsapiInvocation;
import io.github.wechatpay4j.notification.WechatPayListener;
import io.github.wechatpay4j.operation.RawRequest;
import io.github.wechatpay4j.operation.RawResponse;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Service;

/**
 * The examples of README.md, so that they compile. {@link DocumentationTests} compares.
 */
class ReadmeExamples {

	// @formatter:off
@Service
class Checkout {

	private final WechatPayClient wechatPay;

	Checkout(WechatPayClient wechatPay) {
		this.wechatPay = wechatPay;
	}

	JsapiInvocation order(String orderId, String openid) {
		PrepayResponse order = this.wechatPay.execute(JsapiPayments.prepay((r) -> r.description("Coffee")
			.outTradeNo(orderId)
			.amount((a) -> a.total(1800))
			.payer((p) -> p.openid(openid))));
		return this.wechatPay.invocations().jsapi(order.prepayId()); // for the page
	}

	@WechatPayListener
	void paid(TransactionNotification paid) {
		// Compare amount and currency with the own order, then mark it paid
	}

}
	// @formatter:on

	Object[] calls(WechatPayClient wechatPay, ReactiveWechatPayClient reactiveWechatPay, String orderId,
			String refundId) {
		// @formatter:off
Transaction transaction = wechatPay.execute(Transactions.queryByOutTradeNo(orderId));
Refund refund = wechatPay.execute(Refunds.create((r) -> r.outTradeNo(orderId)
	.outRefundNo(refundId)
	.amount((a) -> a.refund(500).total(1800))));
Mono<Transaction> later = reactiveWechatPay.execute(Transactions.queryByOutTradeNo(orderId));
Transaction other = wechatPay.merchant("shop-b").execute(Transactions.queryByOutTradeNo(orderId));
wechatPay.download(wechatPay.execute(Bills.tradeBill(LocalDate.of(2026, 11, 22))), Path.of("bill.csv"));
RawResponse raw = wechatPay.execute(RawRequest.get("/v3/anything/not/typed/yet?mchid=1900000001"));
		// @formatter:on
		return new Object[] { transaction, refund, later, other, raw };
	}

}
