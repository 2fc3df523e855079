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

package io.github.wechatpay4j.autoconfigure;

import java.time.Duration;

/**
 * How often and when a notification from a broker is tried again.
 */
public class BrokerRetryProperties {

	/**
	 * Attempts to handle a notification before it is parked as a dead letter. What a node
	 * hands on because it cannot handle it, and waiting for one that holds the event, are
	 * no attempts.
	 */
	private int maxAttempts = 10;

	/**
	 * Wait after the first failed attempt.
	 */
	private Duration initialBackoff = Duration.ofSeconds(1);

	/**
	 * By what the wait grows with each attempt.
	 */
	private double multiplier = 2;

	/**
	 * Longest wait between two attempts. Other notifications go on meanwhile.
	 */
	private Duration maxBackoff = Duration.ofMinutes(1);

	public int getMaxAttempts() {
		return this.maxAttempts;
	}

	public void setMaxAttempts(int maxAttempts) {
		this.maxAttempts = maxAttempts;
	}

	public Duration getInitialBackoff() {
		return this.initialBackoff;
	}

	public void setInitialBackoff(Duration initialBackoff) {
		this.initialBackoff = initialBackoff;
	}

	public double getMultiplier() {
		return this.multiplier;
	}

	public void setMultiplier(double multiplier) {
		this.multiplier = multiplier;
	}

	public Duration getMaxBackoff() {
		return this.maxBackoff;
	}

	public void setMaxBackoff(Duration maxBackoff) {
		this.maxBackoff = maxBackoff;
	}

}
