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

package io.github.wechatpay4j.broker;

import java.time.Duration;

import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

/**
 * How often and when a notification is tried again.
 *
 * @param maxAttempts attempts before it is parked as a dead letter
 * @param initialBackoff wait after the first failed attempt
 * @param multiplier by what the wait grows
 * @param maxBackoff longest wait
 * @param lease how long somebody else may hold the event
 */
public record Redelivery(int maxAttempts, Duration initialBackoff, double multiplier, Duration maxBackoff,
		Duration lease) {

	private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

	/**
	 * Waits before further attempts.
	 * @param setback what the last attempt failed with
	 * @return the waits; they end when the notification is to be parked
	 */
	public BackOff backOff(Setback setback) {
		return switch (setback) {
			case HELD -> held();
			case TEMPORARY -> temporary();
			case PERMANENT -> new FixedBackOff(0, 0);
		};
	}

	/**
	 * Twice the lease: whoever takes the event when its lease has run out may be lost
	 * too.
	 */
	private BackOff held() {
		long interval = Math.min(LOOK_AGAIN.toMillis(), Math.max(1, this.lease.toMillis() / 4));
		return new FixedBackOff(interval, 2 * this.lease.toMillis() / interval + this.maxAttempts);
	}

	private BackOff temporary() {
		ExponentialBackOff backOff = new ExponentialBackOff(this.initialBackoff.toMillis(), this.multiplier);
		backOff.setMaxInterval(this.maxBackoff.toMillis());
		backOff.setMaxAttempts(this.maxAttempts - 1L);
		return backOff;
	}

}
