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

package io.github.wechatpay4j.simulator.complaint;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.wechatpay4j.simulator.official.Numbers;
import io.github.wechatpay4j.simulator.official.OfficialTime;
import io.github.wechatpay4j.simulator.official.Refusal;
import io.github.wechatpay4j.simulator.payment.Order;
import io.github.wechatpay4j.simulator.payment.Payment;

/**
 * All complaints. Safe for use by many threads.
 */
public final class Complaints {

	private final CopyOnWriteArrayList<Complaint> complaints = new CopyOnWriteArrayList<>();

	private final Numbers numbers;

	private final Clock clock;

	/**
	 * Creates an empty book of complaints.
	 * @param numbers hands out numbers
	 * @param clock tells the time
	 */
	public Complaints(Numbers numbers, Clock clock) {
		this.numbers = numbers;
		this.clock = clock;
	}

	/**
	 * A user complains about an order.
	 * @param order the order, paid
	 * @param detail what the user says
	 * @param phone how to reach the user
	 * @return the complaint
	 * @throws Refusal if the order is not paid
	 */
	public Complaint complain(Order order, String detail, String phone) {
		Payment payment = order.payment();
		if (payment == null) {
			throw Refusal.of(409, "INVALID_STATE", "only a paid order can be complained about");
		}
		Complaint complaint = new Complaint("2002018" + this.numbers.digits(16), this.clock.instant(),
				order.terms().party().mchid(), detail, phone, payment.openid(), payment.transactionId(),
				order.terms().outTradeNo(), order.terms().total());
		this.complaints.add(complaint);
		return complaint;
	}

	/**
	 * The complaints about a merchant.
	 * @param mchid the merchant
	 * @param from the first day
	 * @param to the last day
	 * @return the complaints in order
	 */
	public List<Complaint> list(String mchid, LocalDate from, LocalDate to) {
		return this.complaints.stream().filter((complaint) -> complaint.mchid().equals(mchid)).filter((complaint) -> {
			LocalDate day = OfficialTime.day(complaint.time());
			return !day.isBefore(from) && !day.isAfter(to);
		}).toList();
	}

	/**
	 * Finds a complaint.
	 * @param mchid the merchant complained about
	 * @param id the complaint's number
	 * @return the complaint
	 * @throws Refusal if there is none
	 */
	public Complaint get(String mchid, String id) {
		return this.complaints.stream()
			.filter((complaint) -> complaint.mchid().equals(mchid) && complaint.id().equals(id))
			.findFirst()
			.orElseThrow(() -> Refusal.of(404, "RESOURCE_NOT_EXISTS", "投诉单不存在"));
	}

}
