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
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What is different for some calls from what is configured. Immutable.
 *
 * <pre class="code">
 * wechatPay.with(CallOptions.noRetry()).execute(request);
 * wechatPay.with(CallOptions.totalTimeout(Duration.ofSeconds(2)).withRetry(policy)).execute(request);
 * </pre>
 *
 * @see WechatPayClient#with(CallOptions)
 */
public final class CallOptions {

	private static final Duration MAX = Duration.ofDays(1);

	private static final CallOptions NONE = new CallOptions(null, null);

	private final @Nullable Duration totalTimeout;

	private final @Nullable RetryPolicy retryPolicy;

	private CallOptions(@Nullable Duration totalTimeout, @Nullable RetryPolicy retryPolicy) {
		this.totalTimeout = totalTimeout;
		this.retryPolicy = retryPolicy;
	}

	/**
	 * Nothing is different.
	 * @return options to start from
	 */
	public static CallOptions none() {
		return NONE;
	}

	/**
	 * One attempt only. A backup host is still used where the first cannot be reached.
	 * @return the options
	 */
	public static CallOptions noRetry() {
		return NONE.withRetry(RetryPolicy.none());
	}

	/**
	 * Another limit of time.
	 * @param totalTimeout how long a call may take as a whole, with all of its attempts
	 * @return the options
	 */
	public static CallOptions totalTimeout(Duration totalTimeout) {
		return NONE.withTotalTimeout(totalTimeout);
	}

	/**
	 * Adds another limit of time.
	 * @param totalTimeout how long a call may take as a whole, with all of its attempts
	 * @return new options
	 */
	public CallOptions withTotalTimeout(Duration totalTimeout) {
		if (totalTimeout.isZero() || totalTimeout.isNegative() || totalTimeout.compareTo(MAX) > 0) {
			throw new IllegalArgumentException("totalTimeout must be positive and at most 24 hours: " + totalTimeout);
		}
		return new CallOptions(totalTimeout, this.retryPolicy);
	}

	/**
	 * Adds another policy of retries.
	 * @param retryPolicy when to try again
	 * @return new options
	 */
	public CallOptions withRetry(RetryPolicy retryPolicy) {
		return new CallOptions(this.totalTimeout, Objects.requireNonNull(retryPolicy, "retryPolicy"));
	}

	@Nullable Duration totalTimeout() {
		return this.totalTimeout;
	}

	@Nullable RetryPolicy retryPolicy() {
		return this.retryPolicy;
	}

	@Override
	public String toString() {
		return "CallOptions[totalTimeout=" + this.totalTimeout + ", retry=" + this.retryPolicy + "]";
	}

}
