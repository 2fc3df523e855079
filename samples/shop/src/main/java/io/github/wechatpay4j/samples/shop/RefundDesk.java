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

import io.github.wechatpay4j.ApiException;
import io.github.wechatpay4j.WechatPayException;
import io.github.wechatpay4j.api.refunds.Refund;
import io.github.wechatpay4j.api.refunds.RefundStatus;
import io.github.wechatpay4j.api.refunds.Refunds;
import io.github.wechatpay4j.client.WechatPayClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Service;

/**
 * Gives money back.
 */
@Service
class RefundDesk {

	private static final Logger logger = LoggerFactory.getLogger(RefundDesk.class);

	private final WechatPayClient wechatPay;

	private final Checkout checkout;

	private final RefundStore refunds;

	RefundDesk(WechatPayClient wechatPay, Checkout checkout, RefundStore refunds) {
		this.wechatPay = wechatPay;
		this.checkout = checkout;
		this.refunds = refunds;
	}

	Order refund(String orderId, long amount, String reason) {
		Order order = this.checkout.get(orderId);
		String outRefundNo = UUID.randomUUID().toString().replace("-", "");
		if (!this.refunds.reserve(outRefundNo, orderId, amount, reason)) {
			throw new ShopException(409, "NOT_REFUNDABLE",
					"The order is " + order.status() + ", or less than " + amount + " fen of it is left");
		}
		try {
			execute(order, new RefundStore.Refund(outRefundNo, orderId, amount, reason));
		}
		catch (IllegalArgumentException ex) {
			this.refunds.finish(outRefundNo, RefundStore.Outcome.FAILED);
			throw new ShopException(400, "INVALID", String.valueOf(ex.getMessage()));
		}
		catch (WechatPayException ex) {
			if (isRefused(ex)) {
				this.refunds.finish(outRefundNo, RefundStore.Outcome.FAILED);
				throw ex;
			}
			// Accepted or not: reconciliation finds out
			logger.warn("Refund {} is unknown for now: {}", outRefundNo, ex.getMessage());
		}
		return this.checkout.get(orderId);
	}

	/** Only WeChat Pay's own word counts; a proxy's error page has no code. */
	private static boolean isRefused(WechatPayException ex) {
		return ex instanceof ApiException api && api.code() != null && !ex.isOutcomeUnknown();
	}

	private void execute(Order order, RefundStore.Refund refund) {
		Refund answer = this.wechatPay.execute(Refunds.create((r) -> r.outTradeNo(order.id())
			.outRefundNo(refund.id())
			.reason(refund.reason())
			.amount((a) -> a.refund(refund.amount()).total(order.total()))));
		settle(answer.outRefundNo(), answer.status());
	}

	/**
	 * Finds out what became of a refund. Asks first: how a repetition is answered says
	 * nothing about a refund that was accepted before. One that WeChat Pay has never
	 * heard of is asked for again, under the same number.
	 */
	void reconcile(RefundStore.Refund refund) {
		try {
			Refund known = this.wechatPay.execute(Refunds.queryByOutRefundNo(refund.id()));
			settle(known.outRefundNo(), known.status());
		}
		catch (ApiException ex) {
			if (!"RESOURCE_NOT_EXISTS".equals(ex.code())) {
				throw ex;
			}
			execute(this.checkout.get(refund.orderId()), refund);
		}
	}

	/** The same for a refund that came by notification and one that was asked for. */
	void settle(String outRefundNo, RefundStatus status) {
		if (RefundStatus.SUCCESS.equals(status)) {
			this.refunds.finish(outRefundNo, RefundStore.Outcome.SUCCESS);
		}
		else if (RefundStatus.CLOSED.equals(status)) {
			this.refunds.finish(outRefundNo, RefundStore.Outcome.FAILED);
		}
		else if (RefundStatus.ABNORMAL.equals(status)) {
			// Accepted, but the bank refused. Under a new number it would be refunded
			// twice
			logger.error("Refund {} needs attention on the merchant platform", outRefundNo);
			this.refunds.finish(outRefundNo, RefundStore.Outcome.ABNORMAL);
		}
	}

}
