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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import io.github.wechatpay4j.simulator.ledger.BackOffice;
import io.github.wechatpay4j.simulator.official.Notice;
import io.github.wechatpay4j.simulator.official.Refusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * All combined orders. Safe for use by many threads.
 */
public final class CombinedOrders {

	private final Map<Key, CombinedOrder> combined = new ConcurrentHashMap<>();

	private final Orders orders;

	private final BackOffice office;

	/**
	 * Creates an empty book of combined orders.
	 * @param orders where their parts are kept
	 * @param office what is behind it
	 */
	public CombinedOrders(Orders orders, BackOffice office) {
		this.orders = orders;
		this.office = office;
	}

	/**
	 * Places combined orders, or the same again.
	 * @param mchid the merchant who combines
	 * @param appid that merchant's application
	 * @param outTradeNo the merchant's number for all of them
	 * @param parts the orders
	 * @param request the whole request
	 * @return the combined order
	 * @throws Refusal if a number was used otherwise
	 */
	public synchronized CombinedOrder place(String mchid, String appid, String outTradeNo, List<Terms> parts,
			JsonNode request) {
		CombinedOrder existing = this.combined.get(new Key(mchid, outTradeNo));
		if (existing != null && !existing.request().equals(request)) {
			throw Refusal.of(403, "OUT_TRADE_NO_USED", "合单商户订单号重复，且参数与首次下单不一致");
		}
		String prepayId = this.office.numbers().prepayId();
		if (existing != null) {
			parts.forEach((terms) -> this.orders.place(terms, outTradeNo, prepayId));
			return existing;
		}
		requireUnused(parts);
		List<Order> placed = parts.stream().map((terms) -> this.orders.place(terms, outTradeNo, prepayId)).toList();
		CombinedOrder created = new CombinedOrder(mchid, appid, outTradeNo, this.office.numbers().transactionId(),
				parts.get(0).notifyUrl(), placed, request);
		this.combined.put(new Key(mchid, outTradeNo), created);
		return created;
	}

	private void requireUnused(List<Terms> parts) {
		for (Terms terms : parts) {
			if (this.orders.find(terms.party().payee(), terms.outTradeNo()).isPresent()) {
				throw Refusal.of(403, "OUT_TRADE_NO_USED", "子单商户订单号" + terms.outTradeNo() + "重复");
			}
		}
	}

	/**
	 * Finds a combined order.
	 * @param mchid the merchant who combined
	 * @param outTradeNo the number
	 * @return the combined order
	 * @throws Refusal {@code ORDER_NOT_EXIST} if there is none
	 */
	public CombinedOrder get(String mchid, String outTradeNo) {
		return Optional.ofNullable(this.combined.get(new Key(mchid, outTradeNo))).orElseThrow(Orders::notExist);
	}

	/**
	 * The combined orders with a number, whichever merchant gave it.
	 * @param outTradeNo the number
	 * @return the combined orders
	 */
	public List<CombinedOrder> withNumber(String outTradeNo) {
		return this.combined.values().stream().filter((order) -> order.outTradeNo().equals(outTradeNo)).toList();
	}

	/**
	 * Closes all orders of a combined one.
	 * @param order the combined order
	 * @param outTradeNos the numbers of all its parts
	 * @throws Refusal if parts are missing, or cannot be closed
	 */
	public synchronized void close(CombinedOrder order, Set<String> outTradeNos) {
		Set<String> known = order.orders()
			.stream()
			.map((part) -> part.terms().outTradeNo())
			.collect(Collectors.toSet());
		if (!known.equals(outTradeNos)) {
			throw Refusal.invalidRequest("关单的子单与合单支付的子单不一致");
		}
		Instant now = this.office.now();
		order.orders().forEach((part) -> part.close(now));
	}

	/**
	 * Pays all orders of a combined one, and notifies once.
	 * @param order the combined order
	 * @param openid who pays, or {@code null} for whom the order names
	 * @throws Refusal if it is paid, closed or expired
	 */
	public synchronized void pay(CombinedOrder order, @Nullable String openid) {
		Instant now = this.office.now();
		order.orders().forEach((part) -> part.requirePayable(now));
		String payer = (openid != null) ? openid : order.orders().get(0).terms().payer().openid();
		String one = (payer != null) ? payer : this.office.numbers().openid();
		order.orders().forEach((part) -> this.orders.settle(part, one));
		this.office.outbox()
			.send(new Notice(order.mchid(), order.notifyUrl(), "TRANSACTION.SUCCESS", "transaction", "支付成功",
					order.toJson(this.office.now())));
	}

	private record Key(String mchid, String outTradeNo) {
	}

}
