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

package io.github.wechatpay4j.simulator.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.wechatpay4j.simulator.official.Numbers;
import io.github.wechatpay4j.simulator.official.OfficialTime;
import io.github.wechatpay4j.simulator.official.Refusal;

/**
 * The basic accounts of all merchants. Every account opens with some money, so that
 * transfers are possible from the start. Safe for use by many threads.
 */
public final class Ledger {

	private final Map<String, Account> accounts = new ConcurrentHashMap<>();

	private final long openingBalance;

	private final Numbers numbers;

	private final Clock clock;

	/**
	 * Creates a ledger.
	 * @param openingBalance what every account opens with, in fen
	 * @param numbers hands out numbers
	 * @param clock tells the time
	 */
	public Ledger(long openingBalance, Numbers numbers, Clock clock) {
		this.openingBalance = openingBalance;
		this.numbers = numbers;
		this.clock = clock;
	}

	/**
	 * Books a movement.
	 * @param mchid whose account
	 * @param movement the movement
	 * @throws Refusal {@code NOT_ENOUGH} if more goes out than is there
	 */
	public void book(String mchid, Movement movement) {
		this.accounts.computeIfAbsent(mchid, (key) -> new Account(key, this.openingBalance))
			.book(movement, this.numbers.transactionId(), this.clock.instant());
	}

	/**
	 * The movements of a day.
	 * @param mchid whose account
	 * @param day the day
	 * @return the movements in order
	 */
	public List<Entry> entries(String mchid, LocalDate day) {
		Account account = this.accounts.get(mchid);
		return (account == null) ? List.of()
				: account.entries().stream().filter((entry) -> OfficialTime.day(entry.time()).equals(day)).toList();
	}

	private static final class Account {

		private final String mchid;

		private final List<Entry> entries = new ArrayList<>();

		private long balance;

		Account(String mchid, long balance) {
			this.mchid = mchid;
			this.balance = balance;
		}

		synchronized void book(Movement movement, String flowNo, Instant now) {
			if (this.balance + movement.amount() < 0) {
				throw Refusal.of(403, "NOT_ENOUGH", "基本账户余额不足，请充值后重新发起");
			}
			this.balance += movement.amount();
			this.entries.add(new Entry(now, movement.businessNo(), flowNo, movement.kind(), movement.amount(),
					this.balance, this.mchid + "API", movement.remark(), movement.voucherNo()));
		}

		synchronized List<Entry> entries() {
			return List.copyOf(this.entries);
		}

	}

}
