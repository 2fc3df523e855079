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
 * How notifications are handled that are stored in the database first.
 */
public class InboxProperties {

	/**
	 * Attempts to handle a notification before it is parked as a dead letter.
	 */
	private int maxAttempts = 12;

	/**
	 * Wait after the first failed attempt.
	 */
	private Duration initialBackoff = Duration.ofSeconds(2);

	/**
	 * By what the wait grows with each attempt.
	 */
	private double multiplier = 2;

	/**
	 * Longest wait between two attempts.
	 */
	private Duration maxBackoff = Duration.ofMinutes(30);

	/**
	 * Notifications that this node handles at a time.
	 */
	private int concurrency = 8;

	/**
	 * How often to look for notifications that are due; what arrives at this node is
	 * taken at once.
	 */
	private Duration pollInterval = Duration.ofSeconds(1);

	/**
	 * How long to keep what is done, so that repetitions are recognized.
	 */
	private Duration retention = Duration.ofDays(3);

	/**
	 * How long to keep dead letters.
	 */
	private Duration deadLetterRetention = Duration.ofDays(90);

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

	public int getConcurrency() {
		return this.concurrency;
	}

	public void setConcurrency(int concurrency) {
		this.concurrency = concurrency;
	}

	public Duration getPollInterval() {
		return this.pollInterval;
	}

	public void setPollInterval(Duration pollInterval) {
		this.pollInterval = pollInterval;
	}

	public Duration getRetention() {
		return this.retention;
	}

	public void setRetention(Duration retention) {
		this.retention = retention;
	}

	public Duration getDeadLetterRetention() {
		return this.deadLetterRetention;
	}

	public void setDeadLetterRetention(Duration deadLetterRetention) {
		this.deadLetterRetention = deadLetterRetention;
	}

}
