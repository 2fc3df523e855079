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

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import io.github.wechatpay4j.simulator.ledger.BackOffice;
import io.github.wechatpay4j.simulator.ledger.Fee;
import io.github.wechatpay4j.simulator.ledger.Movement;
import io.github.wechatpay4j.simulator.official.Notice;
import io.github.wechatpay4j.simulator.official.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * All orders. Safe for use by many threads.
 */
public final class Orders {

	private final Map<Key, Order> orders = new ConcurrentHashMap<>();

	private final Map<String, Order> byTransactionId = new ConcurrentHashMap<>();

	private final BackOffice office;

	/**
	 * Creates an empty book of orders.
	 * @param office what is behind it
	 */
	public Orders(BackOffice office) {
		this.office = office;
	}

	/**
	 * Places an order, or the same order again.
	 * @param terms what it is placed with
	 * @return the order
	 * @throws Refusal if the number was used otherwise
	 */
	public Order place(Terms terms) {
		return place(terms, null, this.office.numbers().prepayId());
	}

	Order place(Terms terms, @Nullable String combineOutTradeNo, String prepayId) {
		Instant now = this.office.now();
		Order created = new Order(terms, combineOutTradeNo, prepayId, now);
		Order existing = this.orders.putIfAbsent(Key.of(terms), created);
		if (existing == null) {
			return created;
		}
		existing.repeat(terms, prepayId, now);
		return existing;
	}

	/**
	 * Finds an order by the merchant's number.
	 * @param payee the merchant who is paid
	 * @param outTradeNo the number
	 * @return the order
	 * @throws Refusal {@code ORDER_NOT_EXIST} if there is none
	 */
	public Order get(String payee, String outTradeNo) {
		return find(payee, outTradeNo).orElseThrow(Orders::notExist);
	}

	Optional<Order> find(String payee, String outTradeNo) {
		return Optional.ofNullable(this.orders.get(new Key(payee, outTradeNo)));
	}

	/**
	 * Finds an order by the platform's number.
	 * @param payee the merchant who is paid
	 * @param transactionId the number
	 * @return the order
	 * @throws Refusal {@code ORDER_NOT_EXIST} if there is none
	 */
	public Order getPaid(String payee, String transactionId) {
		return findPaid(payee, transactionId).orElseThrow(Orders::notExist);
	}

	Optional<Order> findPaid(String payee, String transactionId) {
		return Optional.ofNullable(this.byTransactionId.get(transactionId))
			.filter((order) -> order.terms().party().payee().equals(payee));
	}

	/**
	 * There is no such order.
	 * @return the refusal, {@code ORDER_NOT_EXIST}
	 */
	public static Refusal notExist() {
		return Refusal.of(404, "ORDER_NOT_EXIST", "订单不存在");
	}

	/**
	 * Closes an order.
	 * @param payee the merchant who is paid
	 * @param outTradeNo the number
	 * @throws Refusal {@code ORDERPAID} or {@code ORDER_CLOSED}
	 */
	public void close(String payee, String outTradeNo) {
		Order order = get(payee, outTradeNo);
		if (order.combineOutTradeNo() != null) {
			throw Refusal.invalidRequest("合单支付的子单须通过合单关单接口关闭");
		}
		order.close(this.office.now());
	}

	/**
	 * Pays an order, and notifies.
	 * @param order the order
	 * @param openid who pays, or {@code null} for whom the order names
	 * @throws Refusal if it is paid, closed or expired
	 */
	public void pay(Order order, @Nullable String openid) {
		settle(order, openid);
		Terms terms = order.terms();
		this.office.outbox()
			.send(new Notice(terms.party().mchid(), terms.notifyUrl(), "TRANSACTION.SUCCESS", "transaction", "支付成功",
					TransactionJson.of(order, this.office.now())));
	}

	void settle(Order order, @Nullable String openid) {
		Terms terms = order.terms();
		String payer = (openid != null) ? openid : terms.payer().openid();
		Payment payment = new Payment(this.office.numbers().transactionId(),
				(payer != null) ? payer : this.office.numbers().openid(), this.office.now(), "OTHERS");
		order.pay(payment);
		this.byTransactionId.put(payment.transactionId(), order);
		String payee = terms.party().payee();
		this.office.ledger()
			.book(payee, new Movement("交易", terms.total(), payment.transactionId(), terms.outTradeNo(),
					terms.description()));
		long fee = Fee.of(terms.total());
		if (fee > 0) {
			this.office.ledger()
				.book(payee, new Movement("扣除交易手续费", -fee, payment.transactionId(), terms.outTradeNo(), "结算手续费"));
		}
	}

	/**
	 * All orders.
	 * @return the orders, newest first
	 */
	public List<Order> all() {
		return this.orders.values()
			.stream()
			.sorted(Comparator.comparing(Order::createdAt, Comparator.reverseOrder()))
			.toList();
	}

	/**
	 * The orders with a number, whichever merchant gave it.
	 * @param outTradeNo the number
	 * @return the orders
	 */
	public List<Order> withNumber(String outTradeNo) {
		return all().stream().filter((order) -> order.terms().outTradeNo().equals(outTradeNo)).toList();
	}

	private record Key(String payee, String outTradeNo) {

		static Key of(Terms terms) {
			return new Key(terms.party().payee(), terms.outTradeNo());
		}

	}

}
