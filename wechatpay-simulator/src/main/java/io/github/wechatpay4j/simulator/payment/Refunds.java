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

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import io.github.wechatpay4j.simulator.ledger.BackOffice;
import io.github.wechatpay4j.simulator.ledger.Fee;
import io.github.wechatpay4j.simulator.ledger.Movement;
import io.github.wechatpay4j.simulator.official.Notice;
import io.github.wechatpay4j.simulator.official.Refusal;
import io.github.wechatpay4j.simulator.payment.Refund.RefundTerms;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * All refunds. Safe for use by many threads.
 */
public final class Refunds {

	private final Map<Key, Refund> refunds = new ConcurrentHashMap<>();

	private final Orders orders;

	private final BackOffice office;

	/**
	 * Creates an empty book of refunds.
	 * @param orders the orders that are refunded
	 * @param office what is behind it
	 */
	public Refunds(Orders orders, BackOffice office) {
		this.orders = orders;
		this.office = office;
	}

	/**
	 * Refunds, or answers the same refund again.
	 * @param payee the merchant who was paid
	 * @param transactionId the order's number, or {@code null}
	 * @param outTradeNo the order's other number, or {@code null}
	 * @param terms what is asked for
	 * @return the refund as it is to be answered: a new one never has succeeded yet
	 * @throws Refusal if it is not possible
	 */
	public ObjectNode refund(String payee, @Nullable String transactionId, @Nullable String outTradeNo,
			RefundTerms terms) {
		Order order = order(payee, transactionId, outTradeNo);
		Key key = new Key(payee, terms.outRefundNo());
		Refund created = new Refund(this.office.numbers().refundId(), terms, order, this.office.now());
		// The order's lock makes checking, booking and remembering one step
		synchronized (order) {
			Refund existing = this.refunds.get(key);
			if (existing != null) {
				return RefundJson.of(repeat(existing, terms));
			}
			order.add(created);
			try {
				book(payee, created);
			}
			catch (Refusal ex) {
				order.remove(created);
				throw ex;
			}
			this.refunds.put(key, created);
		}
		ObjectNode answer = RefundJson.of(created);
		this.office.settleLater(() -> succeed(created));
		return answer;
	}

	private Order order(String payee, @Nullable String transactionId, @Nullable String outTradeNo) {
		Optional<Order> found = (transactionId != null) ? this.orders.findPaid(payee, transactionId)
				: Optional.ofNullable(outTradeNo).flatMap((number) -> this.orders.find(payee, number));
		Order order = found.orElseThrow(() -> Refusal.of(404, "RESOURCE_NOT_EXISTS", "订单不存在，请检查订单号"));
		if (outTradeNo != null && !order.terms().outTradeNo().equals(outTradeNo)) {
			throw Refusal.invalidRequest("微信支付订单号与商户订单号不匹配");
		}
		return order;
	}

	private static Refund repeat(Refund existing, RefundTerms terms) {
		if (!existing.terms().request().equals(terms.request())) {
			throw Refusal.invalidRequest("订单金额或退款金额与之前请求不一致，请核实后再试");
		}
		return existing;
	}

	private void book(String payee, Refund refund) {
		long amount = refund.terms().amount();
		long fee = Fee.of(amount);
		this.office.ledger()
			.book(payee, new Movement("退款", fee - amount, refund.refundId(), refund.terms().outRefundNo(),
					"退款总金额" + yuan(amount) + "元;含手续费" + yuan(fee) + "元"));
	}

	private static String yuan(long fen) {
		return BigDecimal.valueOf(fen, 2).toPlainString();
	}

	private void succeed(Refund refund) {
		Instant now = this.office.now();
		refund.succeed(now);
		String url = refund.terms().notifyUrl();
		if (url != null) {
			this.office.outbox()
				.send(new Notice(refund.order().terms().party().mchid(), url, "REFUND.SUCCESS", "refund", "退款成功",
						RefundJson.notification(refund)));
		}
	}

	/**
	 * Finds a refund.
	 * @param payee the merchant who was paid
	 * @param outRefundNo the number
	 * @return the refund
	 * @throws Refusal {@code RESOURCE_NOT_EXISTS} if there is none
	 */
	public Refund get(String payee, String outRefundNo) {
		Refund refund = this.refunds.get(new Key(payee, outRefundNo));
		if (refund == null) {
			throw Refusal.of(404, "RESOURCE_NOT_EXISTS", "退款单不存在");
		}
		return refund;
	}

	private record Key(String payee, String outRefundNo) {
	}

}
