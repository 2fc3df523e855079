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
import java.time.Duration;
import java.time.Instant;

import io.github.wechatpay4j.simulator.official.Numbers;
import io.github.wechatpay4j.simulator.official.Outbox;
import io.github.wechatpay4j.simulator.official.Timer;

/**
 * What every kind of business needs behind it.
 *
 * @param ledger where money moves
 * @param numbers hands out numbers
 * @param outbox where merchants are notified
 * @param timer does things later
 * @param settleDelay how long refunds and the like take
 * @param clock tells the time
 */
public record BackOffice(Ledger ledger, Numbers numbers, Outbox outbox, Timer timer, Duration settleDelay,
		Clock clock) {

	/**
	 * The time.
	 * @return now
	 */
	public Instant now() {
		return this.clock.instant();
	}

	/**
	 * Lets something come about after the usual delay.
	 * @param task what comes about
	 */
	public void settleLater(Runnable task) {
		this.timer.after(this.settleDelay, task);
	}

}
