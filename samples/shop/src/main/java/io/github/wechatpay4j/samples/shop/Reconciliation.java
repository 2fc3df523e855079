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

import java.time.Duration;

import io.github.wechatpay4j.ApiException;
import io.github.wechatpay4j.api.payments.Transactions;
import io.github.wechatpay4j.client.WechatPayClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Notifications can get lost: asks for whatever has been open for long.
 */
@Component
class Reconciliation {

	private static final Logger logger = LoggerFactory.getLogger(Reconciliation.class);

	private static final Duration AGE = Duration.ofMinutes(1);

	/** A QR code lives two hours. */
	private static final Duration EXPIRY = Duration.ofHours(2);

	private final WechatPayClient wechatPay;

	private final Checkout checkout;

	private final OrderStore orders;

	private final RefundStore refunds;

	private final RefundDesk refundDesk;

	private final Notifications notifications;

	Reconciliation(WechatPayClient wechatPay, Checkout checkout, OrderStore orders, RefundStore refunds,
			RefundDesk refundDesk, Notifications notifications) {
		this.wechatPay = wechatPay;
		this.checkout = checkout;
		this.orders = orders;
		this.refunds = refunds;
		this.refundDesk = refundDesk;
		this.notifications = notifications;
	}

	@Scheduled(initialDelayString = "${shop.reconcile-every:30s}", fixedDelayString = "${shop.reconcile-every:30s}")
	void run() {
		this.orders.pendingFor(AGE).forEach((order) -> attempt(order.id(), () -> query(order)));
		this.orders.pendingFor(EXPIRY).forEach((order) -> attempt(order.id(), () -> this.checkout.close(order.id())));
		this.refunds.processingFor(AGE)
			.forEach((refund) -> attempt(refund.id(), () -> this.refundDesk.reconcile(refund)));
	}

	private void query(Order order) {
		try {
			this.notifications.settle(this.wechatPay.execute(Transactions.queryByOutTradeNo(order.id())));
		}
		catch (ApiException ex) {
			// WeChat Pay has never heard of it. Anybody else's 404 says nothing
			if (!"ORDER_NOT_EXIST".equals(ex.code())) {
				throw ex;
			}
			this.orders.markClosed(order.id());
		}
	}

	private static void attempt(String number, Runnable task) {
		try {
			task.run();
		}
		catch (RuntimeException ex) {
			// The others are to have their turn, whatever is wrong with this one
			logger.warn("{} stays open: {}", number, ex.getMessage());
		}
	}

}
