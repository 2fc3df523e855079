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

import java.util.List;

import io.github.wechatpay4j.simulator.official.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody pays who only knows an order's number.
 *
 * @param orders the orders
 * @param combined the combined orders
 */
public record PayDesk(Orders orders, CombinedOrders combined) {

	/**
	 * Pays an order or a combined order.
	 * @param outTradeNo its number
	 * @param mchid the merchant who is paid, needed where several used the same number
	 * @param openid who pays, or {@code null} for whom the order names
	 * @return the orders that were paid
	 * @throws Refusal if there is no such order, or it cannot be paid
	 */
	public List<Order> pay(String outTradeNo, @Nullable String mchid, @Nullable String openid) {
		List<CombinedOrder> together = this.combined.withNumber(outTradeNo)
			.stream()
			.filter((order) -> mchid == null || order.mchid().equals(mchid))
			.toList();
		List<Order> single = this.orders.withNumber(outTradeNo)
			.stream()
			.filter((order) -> mchid == null || order.terms().party().payee().equals(mchid))
			.toList();
		if (together.isEmpty() && single.isEmpty()) {
			throw Orders.notExist();
		}
		if (together.size() + single.size() > 1) {
			throw Refusal.of(409, "AMBIGUOUS", "several merchants have an order " + outTradeNo + ": name the mchid");
		}
		if (!together.isEmpty()) {
			return pay(together.get(0), openid);
		}
		Order order = single.get(0);
		String combinedNo = order.combineOutTradeNo();
		if (combinedNo != null) {
			throw Refusal.of(409, "PART_OF_COMBINED", "the order is part of " + combinedNo + ": pay that");
		}
		this.orders.pay(order, openid);
		return List.of(order);
	}

	private List<Order> pay(CombinedOrder order, @Nullable String openid) {
		this.combined.pay(order, openid);
		return order.orders();
	}

}
