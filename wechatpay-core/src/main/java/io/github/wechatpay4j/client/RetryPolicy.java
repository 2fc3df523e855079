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

package io.github.wechatpay4j.client;

import java.time.Duration;

/**
 * How often and when a call is tried again. Whether it may be tried again at all follows
 * from {@link io.github.wechatpay4j.operation.WechatPayRequest#idempotency()} and is not
 * to be configured. Immutable.
 *
 * @param maxAttempts how many attempts there are at most, the first one included; 1 for
 * no retry
 * @param initialBackoff what is waited after the first attempt
 * @param rateLimitBackoff what is waited after the first attempt that is answered with
 * 429 and without {@code Retry-After}
 * @param multiplier by what the wait grows with each attempt, at least 1
 * @param maxBackoff what is waited at most, but for {@code Retry-After}
 * @param jitter how much of each wait is left to chance, from 0 to 1: 0.5 makes 100 ms
 * anything from 50 to 150 ms
 */
public record RetryPolicy(int maxAttempts, Duration initialBackoff, Duration rateLimitBackoff, double multiplier,
		Duration maxBackoff, double jitter) {

	/**
	 * Creates a policy.
	 * @throws IllegalArgumentException if a value cannot be meant
	 */
	public RetryPolicy {
		require(maxAttempts >= 1, "maxAttempts must be at least 1");
		require(!initialBackoff.isNegative(), "initialBackoff must not be negative");
		require(!rateLimitBackoff.isNegative(), "rateLimitBackoff must not be negative");
		require(multiplier >= 1, "multiplier must be at least 1");
		require(!maxBackoff.isNegative(), "maxBackoff must not be negative");
		require(jitter >= 0 && jitter <= 1, "jitter must be from 0 to 1");
	}

	private static void require(boolean condition, String message) {
		if (!condition) {
			throw new IllegalArgumentException(message);
		}
	}

	/**
	 * Three attempts, after about 100 and 150 ms; after about 1 and 1.5 s where the
	 * platform asks to slow down; never more than 5 s.
	 * @return the policy
	 */
	public static RetryPolicy defaults() {
		return new RetryPolicy(3, Duration.ofMillis(100), Duration.ofSeconds(1), 1.5, Duration.ofSeconds(5), 0.5);
	}

	/**
	 * One attempt only.
	 * @return the policy
	 */
	public static RetryPolicy none() {
		return new RetryPolicy(1, Duration.ZERO, Duration.ZERO, 1, Duration.ZERO, 0);
	}

	/**
	 * The same with another number of attempts.
	 * @param maxAttempts how many attempts there are at most, the first one included
	 * @return a new policy
	 */
	public RetryPolicy withMaxAttempts(int maxAttempts) {
		return new RetryPolicy(maxAttempts, this.initialBackoff, this.rateLimitBackoff, this.multiplier,
				this.maxBackoff, this.jitter);
	}

}
