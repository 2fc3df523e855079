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

package io.github.wechatpay4j.samples.shop;

import java.util.UUID;

import io.github.wechatpay4j.api.payments.JsapiPayments;
import io.github.wechatpay4j.api.payments.NativePayments;
import io.github.wechatpay4j.api.payments.Transactions;
import io.github.wechatpay4j.client.WechatPayClient;
import io.github.wechatpay4j.merchant.JsapiInvocation;
import io.github.wechatpay4j.operation.WechatPayRequest;
import org.springframework.stereotype.Service;

/**
 * Makes and closes orders. An order is written down before WeChat Pay hears of it.
 */
@Service
class Checkout {

	private final WechatPayClient wechatPay;

	private final OrderStore orders;

	Checkout(WechatPayClient wechatPay, OrderStore orders) {
		this.wechatPay = wechatPay;
		this.orders = orders;
	}

	/** An order to be paid by scanning a QR code. */
	Order createNative(String description, long total) {
		String id = start(description, total);
		String codeUrl = prepay(id,
				NativePayments.prepay((r) -> r.description(description).outTradeNo(id).amount((a) -> a.total(total))))
			.codeUrl();
		this.orders.setCodeUrl(id, codeUrl);
		return get(id);
	}

	/** An order to be paid inside WeChat. */
	JsapiOrder createJsapi(String description, long total, String openid) {
		String id = start(description, total);
		String prepayId = prepay(id,
				JsapiPayments.prepay((r) -> r.description(description)
					.outTradeNo(id)
					.amount((a) -> a.total(total))
					.payer((p) -> p.openid(openid))))
			.prepayId();
		return new JsapiOrder(get(id), this.wechatPay.invocations().jsapi(prepayId));
	}

	/** What cannot even be sent is the customer's mistake, such as an emoji in a text. */
	private <T> T prepay(String id, WechatPayRequest<T> request) {
		try {
			return this.wechatPay.execute(request);
		}
		catch (IllegalArgumentException ex) {
			this.orders.markClosed(id);
			throw new ShopException(400, "INVALID", String.valueOf(ex.getMessage()));
		}
	}

	private String start(String description, long total) {
		String id = UUID.randomUUID().toString().replace("-", "");
		this.orders.create(id, description, total);
		return id;
	}

	Order get(String id) {
		return this.orders.find(id)
			.orElseThrow(() -> new ShopException(404, "ORDER_NOT_FOUND", "There is no order " + id));
	}

	Order close(String id) {
		Order order = get(id);
		if (order.status() == Order.Status.PENDING) {
			this.wechatPay.execute(Transactions.close(id));
			this.orders.markClosed(id);
		}
		else if (order.status() != Order.Status.CLOSED) {
			throw new ShopException(409, "ORDER_NOT_PENDING", "The order is " + order.status());
		}
		return get(id);
	}

	/**
	 * An order with what the page needs to open the payment.
	 *
	 * @param order the order
	 * @param invocation the signed parameters
	 */
	record JsapiOrder(Order order, JsapiInvocation invocation) {
	}

}
