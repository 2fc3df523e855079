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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How many calls may be made.
 */
@ConfigurationProperties("wechatpay.limits")
public class WechatPayLimitProperties {

	/**
	 * Rate limits by name. Each counts every merchant and every product on its own.
	 */
	private final Map<String, Rule> rules = new LinkedHashMap<>();

	/**
	 * Whether all nodes count together, through Redis; 'auto' if Redis and Bucket4j's
	 * part for it are there.
	 */
	private Shared shared = Shared.AUTO;

	/**
	 * How long Redis may take to answer before nodes count for themselves.
	 */
	private Duration redisTimeout = Duration.ofMillis(500);

	public Map<String, Rule> getRules() {
		return this.rules;
	}

	public Shared getShared() {
		return this.shared;
	}

	public void setShared(Shared shared) {
		this.shared = shared;
	}

	public Duration getRedisTimeout() {
		return this.redisTimeout;
	}

	public void setRedisTimeout(Duration redisTimeout) {
		this.redisTimeout = redisTimeout;
	}

	/**
	 * Whether all nodes count together.
	 */
	public enum Shared {

		/** If Redis and Bucket4j's part for it are there. */
		AUTO,

		/** Always; without Redis the application does not start. */
		TRUE,

		/** Never: each node counts for itself. */
		FALSE

	}

	/**
	 * A rate limit.
	 */
	public static class Rule {

		/**
		 * Products (such as Refunds) or operations (such as Refunds.create) that the
		 * limit is for; with * for any text.
		 */
		private List<String> products = new ArrayList<>(List.of("*"));

		/**
		 * Names of the merchants that the limit is for; with * for any text.
		 */
		private List<String> merchants = new ArrayList<>(List.of("*"));

		/**
		 * How many calls a period allows.
		 */
		private @Nullable Long permits;

		/**
		 * How long a period is.
		 */
		private Duration period = Duration.ofSeconds(1);

		/**
		 * How many calls may be made at once after a pause. A twentieth of the permits if
		 * left out.
		 */
		private @Nullable Long burst;

		/**
		 * How long a call may wait for its turn.
		 */
		private Duration maxWait = Duration.ofSeconds(1);

		public List<String> getProducts() {
			return this.products;
		}

		public void setProducts(List<String> products) {
			this.products = products;
		}

		public List<String> getMerchants() {
			return this.merchants;
		}

		public void setMerchants(List<String> merchants) {
			this.merchants = merchants;
		}

		public @Nullable Long getPermits() {
			return this.permits;
		}

		public void setPermits(@Nullable Long permits) {
			this.permits = permits;
		}

		public Duration getPeriod() {
			return this.period;
		}

		public void setPeriod(Duration period) {
			this.period = period;
		}

		public @Nullable Long getBurst() {
			return this.burst;
		}

		public void setBurst(@Nullable Long burst) {
			this.burst = burst;
		}

		public Duration getMaxWait() {
			return this.maxWait;
		}

		public void setMaxWait(Duration maxWait) {
			this.maxWait = maxWait;
		}

	}

}
