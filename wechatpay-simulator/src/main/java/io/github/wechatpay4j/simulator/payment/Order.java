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

package io.github.wechatpay4j.simulator.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.github.wechatpay4j.simulator.official.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * An order and its state. Safe for use by many threads.
 */
public final class Order {

	private static final Duration PREPAY_LIFETIME = Duration.ofHours(2);

	private static final int MAX_REFUNDS = 50;

	private final Terms terms;

	private final Instant createdAt;

	private final @Nullable String combineOutTradeNo;

	private final List<Refund> refunds = new ArrayList<>();

	private String prepayId;

	private Instant prepaidAt;

	private boolean closed;

	private @Nullable Payment payment;

	Order(Terms terms, @Nullable String combineOutTradeNo, String prepayId, Instant now) {
		this.terms = terms;
		this.combineOutTradeNo = combineOutTradeNo;
		this.prepayId = prepayId;
		this.createdAt = now;
		this.prepaidAt = now;
	}

	/**
	 * What the order was placed with.
	 * @return the terms
	 */
	public Terms terms() {
		return this.terms;
	}

	/**
	 * When the order was placed.
	 * @return the time
	 */
	public Instant createdAt() {
		return this.createdAt;
	}

	/**
	 * The combined order that this one is part of.
	 * @return its number, or {@code null}
	 */
	public @Nullable String combineOutTradeNo() {
		return this.combineOutTradeNo;
	}

	/**
	 * What opens the payment.
	 * @return the prepay_id
	 */
	public synchronized String prepayId() {
		return this.prepayId;
	}

	/**
	 * That the order was paid.
	 * @return the payment, or {@code null}
	 */
	public synchronized @Nullable Payment payment() {
		return this.payment;
	}

	/**
	 * The order's refunds.
	 * @return the refunds in order
	 */
	public synchronized List<Refund> refunds() {
		return List.copyOf(this.refunds);
	}

	/**
	 * The state at a time.
	 * @param now the time
	 * @return the state
	 */
	public synchronized TradeState state(Instant now) {
		if (this.payment != null) {
			return this.refunds.isEmpty() ? TradeState.SUCCESS : TradeState.REFUND;
		}
		boolean expired = this.terms.expiresAt() != null && !now.isBefore(this.terms.expiresAt());
		return (this.closed || expired) ? TradeState.CLOSED : TradeState.NOTPAY;
	}

	/** The same order again: needs the same parameters, and renews the prepay_id. */
	synchronized void repeat(Terms again, String newPrepayId, Instant now) {
		requireOpen(now);
		if (!again.request().equals(this.terms.request()) || again.tradeType() != this.terms.tradeType()) {
			throw Refusal.of(403, "OUT_TRADE_NO_USED", "商户订单号重复，且参数与首次下单不一致");
		}
		if (isPrepayExpired(now)) {
			this.prepayId = newPrepayId;
			this.prepaidAt = now;
		}
	}

	synchronized void close(Instant now) {
		requireOpen(now);
		this.closed = true;
	}

	synchronized void requirePayable(Instant now) {
		requireOpen(now);
		if (isPrepayExpired(now)) {
			throw Refusal.of(400, "INVALID_REQUEST", "prepay_id已过期，请用原参数重新下单");
		}
	}

	synchronized void pay(Payment paid) {
		requirePayable(paid.time());
		this.payment = paid;
	}

	private boolean isPrepayExpired(Instant now) {
		return !now.isBefore(this.prepaidAt.plus(PREPAY_LIFETIME));
	}

	private void requireOpen(Instant now) {
		switch (state(now)) {
			case SUCCESS, REFUND -> throw Refusal.of(400, "ORDERPAID", "该订单已支付");
			case CLOSED -> throw Refusal.of(400, "ORDER_CLOSED", "该订单已关闭，请重新下单");
			case NOTPAY -> {
			}
		}
	}

	synchronized void add(Refund refund) {
		if (this.payment == null) {
			throw Refusal.invalidRequest("订单未支付，不能退款");
		}
		if (refund.terms().total() != this.terms.total()) {
			throw Refusal.invalidRequest("订单金额或退款金额与之前请求不一致，请核实后再试");
		}
		if (refunded() + refund.terms().amount() > this.terms.total()) {
			throw Refusal.of(403, "NOT_ENOUGH", "可退款余额不足，累计退款金额超过订单金额");
		}
		if (this.refunds.size() >= MAX_REFUNDS) {
			throw Refusal.invalidRequest("同一笔订单最多支持" + MAX_REFUNDS + "次部分退款");
		}
		this.refunds.add(refund);
	}

	synchronized void remove(Refund refund) {
		this.refunds.remove(refund);
	}

	private long refunded() {
		return this.refunds.stream().mapToLong((refund) -> refund.terms().amount()).sum();
	}

}
