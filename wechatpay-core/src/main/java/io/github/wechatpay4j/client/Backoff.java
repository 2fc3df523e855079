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
import java.util.function.DoubleSupplier;

import io.github.wechatpay4j.ApiException;
import org.jspecify.annotations.Nullable;

/**
 * How long to wait before the next attempt.
 *
 * @param policy the policy
 * @param chance numbers from 0 to 1
 */
record Backoff(RetryPolicy policy, DoubleSupplier chance) {

	/**
	 * The time to wait.
	 * @param failed how many attempts have failed
	 * @param failure the failure of the last one
	 */
	Duration after(int failed, Throwable failure) {
		Duration asked = (failure instanceof ApiException answer) ? answer.retryAfter() : null;
		if (asked != null) {
			// Not all at the same moment, and not a moment too soon
			return asked.plus(scale(this.policy.initialBackoff(), this.policy.jitter() * this.chance.getAsDouble()));
		}
		Duration first = isRateLimit(failure) ? this.policy.rateLimitBackoff() : this.policy.initialBackoff();
		double spread = 1 + this.policy.jitter() * (2 * this.chance.getAsDouble() - 1);
		Duration wait = scale(first, Math.pow(this.policy.multiplier(), failed - 1) * spread);
		return (wait.compareTo(this.policy.maxBackoff()) < 0) ? wait : this.policy.maxBackoff();
	}

	static boolean isRateLimit(@Nullable Throwable failure) {
		return failure instanceof ApiException answer && answer.status() == 429;
	}

	private static Duration scale(Duration duration, double factor) {
		return Duration.ofNanos((long) (duration.toNanos() * factor));
	}

}
