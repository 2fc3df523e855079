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

package io.github.wechatpay4j.simulator.bill;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import io.github.wechatpay4j.simulator.ledger.Ledger;
import io.github.wechatpay4j.simulator.official.OfficialTime;
import io.github.wechatpay4j.simulator.official.Refusal;
import io.github.wechatpay4j.simulator.payment.Order;
import io.github.wechatpay4j.simulator.payment.Orders;
import org.jspecify.annotations.Nullable;

/**
 * Makes bills.
 */
public final class Bills {

	private final Orders orders;

	private final Ledger ledger;

	private final Clock clock;

	private volatile @Nullable LocalDate closed;

	/**
	 * Creates a maker of bills.
	 * @param orders what was ordered
	 * @param ledger what moved
	 * @param clock tells the time
	 */
	public Bills(Orders orders, Ledger ledger, Clock clock) {
		this.orders = orders;
		this.ledger = ledger;
		this.clock = clock;
	}

	/**
	 * The bill of what was paid and refunded.
	 * @param mchid the merchant, or service provider
	 * @param subMchid the merchant served, or {@code null} for all of them
	 * @param day the day
	 * @param type {@code ALL}, {@code SUCCESS} or {@code REFUND}
	 * @return the file
	 * @throws Refusal {@code NO_STATEMENT_EXIST} if nothing happened
	 */
	public byte[] trade(String mchid, @Nullable String subMchid, LocalDate day, String type) {
		List<Order> own = this.orders.all()
			.stream()
			.filter((order) -> order.terms().party().mchid().equals(mchid))
			.filter((order) -> subMchid == null || subMchid.equals(order.terms().party().subMchid()))
			.toList();
		return require(TradeBill.of(own, day, !"REFUND".equals(type), !"SUCCESS".equals(type)));
	}

	/**
	 * The bill of what moved on the basic account.
	 * @param mchid the merchant
	 * @param day the day
	 * @return the file
	 * @throws Refusal {@code NO_STATEMENT_EXIST} if nothing moved
	 */
	public byte[] fundFlow(String mchid, LocalDate day) {
		return require(FundFlowBill.of(this.ledger.entries(mchid, day)));
	}

	/**
	 * Whether bills of a day can exist.
	 * @param day the day
	 * @return whether it is over, or was closed early, and at most three months ago
	 */
	public boolean isAvailable(LocalDate day) {
		LocalDate today = OfficialTime.day(this.clock.instant());
		return (day.isBefore(today) || day.equals(this.closed)) && !day.isBefore(today.minusMonths(3));
	}

	/**
	 * Ends the day early, for people who do not want to wait until tomorrow for a bill.
	 * @return the day whose bills may be fetched from now on
	 */
	public LocalDate closeDay() {
		LocalDate today = OfficialTime.day(this.clock.instant());
		this.closed = today;
		return today;
	}

	private static byte[] require(Optional<byte[]> bill) {
		return bill.orElseThrow(() -> Refusal.of(400, "NO_STATEMENT_EXIST", "账单文件不存在，请检查当前商户号在指定日期是否有交易或退款发生"));
	}

}
