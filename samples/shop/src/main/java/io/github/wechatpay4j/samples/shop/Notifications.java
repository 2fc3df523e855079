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

import java.util.Objects;

import io.github.wechatpay4j.api.payments.TransactionNotification;
import io.github.wechatpay4j.api.payments.transaction.TradeState;
import io.github.wechatpay4j.api.payments.transaction.Transaction;
import io.github.wechatpay4j.api.payments.transaction.TransactionAmount;
import io.github.wechatpay4j.api.refunds.RefundNotification;
import io.github.wechatpay4j.merchant.MerchantRegistry;
import io.github.wechatpay4j.notification.WechatPayListener;

import org.springframework.stereotype.Component;

/**
 * What WeChat Pay tells the shop. Signature and decryption have been dealt with when
 * these methods run; whether the payment fits the order is the shop's own business.
 */
@Component
class Notifications {

	private final OrderStore orders;

	private final RefundDesk refunds;

	private final MerchantRegistry merchants;

	Notifications(OrderStore orders, RefundDesk refunds, MerchantRegistry merchants) {
		this.orders = orders;
		this.refunds = refunds;
		this.merchants = merchants;
	}

	@WechatPayListener
	void paid(TransactionNotification notification) {
		settle(notification.transaction());
	}

	@WechatPayListener
	void refunded(RefundNotification refund) {
		this.refunds.settle(refund.outRefundNo(), refund.refundStatus());
	}

	/** The same for a transaction that came by notification and one that was queried. */
	void settle(Transaction transaction) {
		if (TradeState.SUCCESS.equals(transaction.tradeState()) || TradeState.REFUND.equals(transaction.tradeState())) {
			Order order = this.orders.find(transaction.outTradeNo())
				.orElseThrow(
						() -> new IllegalStateException("Paid order " + transaction.outTradeNo() + " is not ours"));
			check(order, transaction);
			this.orders.markPaid(order.id(), Objects.requireNonNull(transaction.transactionId()));
		}
		else if (TradeState.CLOSED.equals(transaction.tradeState())) {
			this.orders.markClosed(transaction.outTradeNo());
		}
	}

	private void check(Order order, Transaction transaction) {
		TransactionAmount amount = transaction.amount();
		if (amount == null || amount.total() != order.total() || !"CNY".equals(amount.currency())) {
			throw new IllegalStateException("Order " + order.id() + " was paid with another amount or currency");
		}
		if (!Objects.equals(transaction.appid(), this.merchants.primary().appid())) {
			throw new IllegalStateException("Order " + order.id() + " was paid in another application");
		}
	}

}
