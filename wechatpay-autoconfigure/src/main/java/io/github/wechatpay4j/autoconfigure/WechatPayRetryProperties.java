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

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How often and when calls are tried again.
 */
@ConfigurationProperties("wechatpay.retry")
public class WechatPayRetryProperties {

	/**
	 * Whether calls are tried again where that can do no harm.
	 */
	private boolean enabled = true;

	/**
	 * How many attempts a call may take, the first one included.
	 */
	private int maxAttempts = 3;

	/**
	 * How long to wait after the first attempt.
	 */
	private Duration initialBackoff = Duration.ofMillis(100);

	/**
	 * How long to wait after the first attempt that is answered with 429 and without
	 * Retry-After.
	 */
	private Duration rateLimitBackoff = Duration.ofSeconds(1);

	/**
	 * By what the wait grows with each attempt.
	 */
	private double multiplier = 1.5;

	/**
	 * Longest wait, but for Retry-After.
	 */
	private Duration maxBackoff = Duration.ofSeconds(5);

	/**
	 * How much of each wait is left to chance, from 0 to 1.
	 */
	private double jitter = 0.5;

	public boolean isEnabled() {
		return this.enabled;
	}

	public void setEnabled(boolean enabled) {
		this.enabled = enabled;
	}

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

	public Duration getRateLimitBackoff() {
		return this.rateLimitBackoff;
	}

	public void setRateLimitBackoff(Duration rateLimitBackoff) {
		this.rateLimitBackoff = rateLimitBackoff;
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

	public double getJitter() {
		return this.jitter;
	}

	public void setJitter(double jitter) {
		this.jitter = jitter;
	}

}
