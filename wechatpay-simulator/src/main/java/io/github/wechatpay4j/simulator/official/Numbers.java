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

package io.github.wechatpay4j.simulator.official;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Hands out numbers that look like the platform's own, each only once. Safe for use by
 * many threads.
 */
public final class Numbers {

	private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

	private final SecureRandom random = new SecureRandom();

	private final AtomicLong sequence = new AtomicLong(this.random.nextInt(1_000_000));

	private final Clock clock;

	/**
	 * Creates a source of numbers.
	 * @param clock tells the time, which numbers hold
	 */
	public Numbers(Clock clock) {
		this.clock = clock;
	}

	/**
	 * A transaction's number.
	 * @return 28 digits
	 */
	public String transactionId() {
		return "4200" + digits(6) + day() + next(10);
	}

	/**
	 * A refund's number.
	 * @return 29 digits
	 */
	public String refundId() {
		return "50" + digits(9) + day() + next(10);
	}

	/**
	 * A transfer's number.
	 * @return 37 digits
	 */
	public String transferBillNo() {
		return "1330" + digits(11) + day() + next(14);
	}

	/**
	 * What a payer's device opens a payment with.
	 * @return 36 characters
	 */
	public String prepayId() {
		return "wx" + OfficialTime.compact(this.clock.instant()) + letters(8).toLowerCase(Locale.ROOT) + next(8)
				+ "0000";
	}

	/**
	 * A user, as an application sees it.
	 * @return 28 characters
	 */
	public String openid() {
		return "o" + letters(27);
	}

	/**
	 * Random letters and digits.
	 * @param length how many
	 * @return the text
	 */
	public String letters(int length) {
		StringBuilder text = new StringBuilder(length);
		for (int i = 0; i < length; i++) {
			text.append(LETTERS.charAt(this.random.nextInt(LETTERS.length())));
		}
		return text.toString();
	}

	/**
	 * Random digits.
	 * @param length how many
	 * @return the text
	 */
	public String digits(int length) {
		StringBuilder text = new StringBuilder(length);
		for (int i = 0; i < length; i++) {
			text.append((char) ('0' + this.random.nextInt(10)));
		}
		return text.toString();
	}

	private String next(int digits) {
		String number = Long.toString(this.sequence.incrementAndGet());
		return "0".repeat(Math.max(0, digits - number.length())) + number;
	}

	private String day() {
		return OfficialTime.compact(this.clock.instant()).substring(0, 8);
	}

}
