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

package io.github.wechatpay4j;

import java.util.Objects;

/**
 * A call was stopped by this application's own protection: a rate limit, an open circuit
 * breaker, too many calls at once. Nothing was sent for it, so it may be made again, with
 * the same business number or a new one; sensibly after a while.
 */
public final class CallNotPermittedException extends WechatPayException {

	private static final long serialVersionUID = 1L;

	private final Reason reason;

	/**
	 * Creates an exception.
	 * @param operation the name of the operation
	 * @param reason what kind of protection stopped the call
	 * @param detail which one, and what to change
	 */
	public CallNotPermittedException(String operation, Reason reason, String detail) {
		super(Objects.requireNonNull(operation, "operation") + " was not sent: " + detail, null);
		this.reason = Objects.requireNonNull(reason, "reason");
	}

	/**
	 * What kind of protection stopped the call.
	 * @return the reason
	 */
	public Reason reason() {
		return this.reason;
	}

	/**
	 * What can stop a call.
	 */
	public enum Reason {

		/** There were too many calls in a period. */
		RATE_LIMIT,

		/** Too many calls failed lately, so none is tried for a while. */
		CIRCUIT_OPEN,

		/** Too many calls are under way. */
		CONCURRENCY,

		/**
		 * It would be made inside of a transaction of the caller's, which is forbidden.
		 */
		IN_TRANSACTION,

		/** Another rule of the application, such as one about the load of its machine. */
		OTHER

	}

}
