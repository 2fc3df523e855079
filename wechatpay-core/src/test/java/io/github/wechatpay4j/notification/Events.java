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

package io.github.wechatpay4j.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.wechatpay4j.claim.CaffeineClaimStore;
import io.github.wechatpay4j.claim.ClaimStore;
import io.github.wechatpay4j.delivery.NotificationProcessor;
import io.github.wechatpay4j.merchant.InMemoryMerchantRegistry;
import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.testing.Delivery;
import io.github.wechatpay4j.testing.Pipelines;
import io.github.wechatpay4j.testing.TestClock;
import io.github.wechatpay4j.testing.TestMerchants;
import tools.jackson.databind.JsonNode;

/**
 * Notification types and a pipeline for the tests. Handlers write down their name.
 */
final class Events {

	static final NotificationType PAID = NotificationType.of(Paid.class, "TRANSACTION.SUCCESS")
		.originalType("transaction")
		.with("out_trade_no")
		.without("sp_mchid")
		.businessNumber("out_trade_no")
		.build();

	static final NotificationType PARTNER_PAID = NotificationType.of(PartnerPaid.class, "TRANSACTION.SUCCESS")
		.originalType("transaction")
		.with("sp_mchid")
		.businessNumber("out_trade_no")
		.build();

	static final NotificationType SHARED = NotificationType.of(Shared.class, "TRANSACTION.SUCCESS")
		.originalType("profitsharing")
		.businessNumber("order_id")
		.build();

	static final NotificationType REFUNDED = NotificationType
		.of(Refunded.class, "REFUND.SUCCESS", "REFUND.ABNORMAL", "REFUND.CLOSED")
		.businessNumber("out_refund_no")
		.build();

	static final NotificationTypes TYPES = new NotificationTypes(List.of(PAID, PARTNER_PAID, SHARED, REFUNDED));

	final List<String> handled = new CopyOnWriteArrayList<>();

	private final List<NotificationSubscription<?>> subscriptions = new ArrayList<>();

	private final ClaimStore claims = new CaffeineClaimStore();

	private boolean acceptUnhandled;

	record Paid(String outTradeNo, String transactionId, Amount amount) {
	}

	record Amount(long total, String currency) {
	}

	record PartnerPaid(String outTradeNo, String subMchid) {
	}

	record Shared(String orderId) {
	}

	record Refunded(String outRefundNo) {
	}

	<T> Events on(Class<T> type, NotificationHandler<T> handler, String... events) {
		this.subscriptions
			.add(new NotificationSubscription<>(type, List.of(events), handler, "handler" + this.subscriptions.size()));
		return this;
	}

	/** A handler that writes its name down. */
	<T> Events on(String name, Class<T> type, String... events) {
		this.subscriptions
			.add(new NotificationSubscription<>(type, List.of(events), (event) -> this.handled.add(name), name));
		return this;
	}

	Events onAnything(String name) {
		return on(name, JsonNode.class, "*");
	}

	Events acceptingUnhandled() {
		this.acceptUnhandled = true;
		return this;
	}

	NotificationHandlers handlers() {
		return new NotificationHandlers(this.subscriptions, TYPES);
	}

	NotificationProcessor processor(Merchant... merchants) {
		return processor(NotificationObserver.none(), merchants);
	}

	NotificationProcessor processor(NotificationObserver observer, Merchant... merchants) {
		return new Pipelines(
				new InMemoryMerchantRegistry(
						(merchants.length > 0) ? List.of(merchants) : List.of(TestMerchants.merchant())),
				new TestClock(), TYPES)
			.direct(handlers(), this.claims, this.acceptUnhandled, observer);
	}

	NotificationOutcome process(Delivery delivery) {
		return processor().process(Merchant.DEFAULT_NAME, delivery.received()).outcome();
	}

}
