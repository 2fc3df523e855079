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
 * What happens when WeChat Pay is not well, or too many calls are under way.
 */
@ConfigurationProperties("wechatpay.resilience")
public class WechatPayResilienceProperties {

	/**
	 * What protects calls. 'auto' is Resilience4j if it is there, else Sentinel if it is
	 * there, else nothing.
	 */
	private Use use = Use.AUTO;

	private final CircuitBreaker circuitBreaker = new CircuitBreaker();

	private final Bulkhead bulkhead = new Bulkhead();

	public Use getUse() {
		return this.use;
	}

	public void setUse(Use use) {
		this.use = use;
	}

	public CircuitBreaker getCircuitBreaker() {
		return this.circuitBreaker;
	}

	public Bulkhead getBulkhead() {
		return this.bulkhead;
	}

	/**
	 * What protects calls.
	 */
	public enum Use {

		/** Resilience4j if it is there, else Sentinel if it is there, else nothing. */
		AUTO,

		/** Resilience4j. */
		RESILIENCE4J,

		/** Sentinel. */
		SENTINEL,

		/** Nothing. */
		NONE

	}

	/**
	 * Circuit breakers of Resilience4j, one for each merchant.
	 */
	public static class CircuitBreaker {

		/**
		 * Whether to have circuit breakers.
		 */
		private boolean enabled = true;

		/**
		 * Percentage of failed calls at which a circuit opens.
		 */
		private int failureRate = 50;

		/**
		 * How far back failures count, in whole seconds.
		 */
		private Duration window = Duration.ofSeconds(30);

		/**
		 * How many calls it takes within the window before a circuit opens.
		 */
		private int minimumCalls = 20;

		/**
		 * How long a circuit stays open before calls are tried again.
		 */
		private Duration openFor = Duration.ofSeconds(10);

		/**
		 * How many calls are tried then.
		 */
		private int trialCalls = 5;

		public boolean isEnabled() {
			return this.enabled;
		}

		public void setEnabled(boolean enabled) {
			this.enabled = enabled;
		}

		public int getFailureRate() {
			return this.failureRate;
		}

		public void setFailureRate(int failureRate) {
			this.failureRate = failureRate;
		}

		public Duration getWindow() {
			return this.window;
		}

		public void setWindow(Duration window) {
			this.window = window;
		}

		public int getMinimumCalls() {
			return this.minimumCalls;
		}

		public void setMinimumCalls(int minimumCalls) {
			this.minimumCalls = minimumCalls;
		}

		public Duration getOpenFor() {
			return this.openFor;
		}

		public void setOpenFor(Duration openFor) {
			this.openFor = openFor;
		}

		public int getTrialCalls() {
			return this.trialCalls;
		}

		public void setTrialCalls(int trialCalls) {
			this.trialCalls = trialCalls;
		}

	}

	/**
	 * Bulkheads of Resilience4j, one for each merchant.
	 */
	public static class Bulkhead {

		/**
		 * Whether to have bulkheads.
		 */
		private boolean enabled = true;

		/**
		 * How many calls of a merchant may be under way at a time.
		 */
		private int maxConcurrentCalls = 200;

		public boolean isEnabled() {
			return this.enabled;
		}

		public void setEnabled(boolean enabled) {
			this.enabled = enabled;
		}

		public int getMaxConcurrentCalls() {
			return this.maxConcurrentCalls;
		}

		public void setMaxConcurrentCalls(int maxConcurrentCalls) {
			this.maxConcurrentCalls = maxConcurrentCalls;
		}

	}

}
