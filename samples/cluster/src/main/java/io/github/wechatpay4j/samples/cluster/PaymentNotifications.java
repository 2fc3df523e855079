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

package io.github.wechatpay4j.samples.cluster;

import io.github.wechatpay4j.api.payments.TransactionNotification;
import io.github.wechatpay4j.api.payments.transaction.TradeState;
import io.github.wechatpay4j.notification.WechatPayDeadLetter;
import io.github.wechatpay4j.notification.WechatPayListener;

import org.springframework.stereotype.Component;

/**
 * What WeChat Pay tells the application. Which node runs these methods, and how often it
 * takes until one of them succeeds, is the starter's business.
 */
@Component
class PaymentNotifications {

	private final OrderStore orders;

	private final PaymentStore payments;

	PaymentNotifications(OrderStore orders, PaymentStore payments) {
		this.orders = orders;
		this.payments = payments;
	}

	@WechatPayListener
	void paid(TransactionNotification paid) {
		if (!TradeState.SUCCESS.equals(paid.tradeState())) {
			return;
		}
		Order order = this.orders.find(paid.outTradeNo())
			.orElseThrow(() -> new IllegalStateException("A paid order is not known here"));
		if (paid.amount().total() != order.total()) {
			throw new IllegalStateException("An order was paid with another amount");
		}
		this.payments.record(order.id(), paid.transactionId(), order.total());
	}

	/** Money came, and it could not be told for what: a case for people. */
	@WechatPayDeadLetter
	void parked(TransactionNotification paid) {
		this.payments.alarm(paid.outTradeNo(), paid.transactionId());
	}

}
