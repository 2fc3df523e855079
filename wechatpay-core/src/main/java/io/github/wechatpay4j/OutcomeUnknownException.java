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

import org.jspecify.annotations.Nullable;

/**
 * A call that changes something failed in such a way that WeChat Pay may have acted
 * nevertheless. {@link #getCause()} says what went wrong.
 * <p>
 * Find out by a query, or make the same call again with the same business number; both
 * are safe at any time. Never start again under a new number: a second payment or refund
 * could be the result.
 */
public final class OutcomeUnknownException extends WechatPayException {

	private static final long serialVersionUID = 1L;

	private final String operation;

	private final @Nullable String businessNumberField;

	private final @Nullable String businessNumber;

	/**
	 * Creates an exception.
	 * @param operation the name of the operation
	 * @param businessNumberField the name of the field that makes a repetition the same
	 * business action
	 * @param businessNumber the value of that field
	 * @param cause what went wrong with the last attempt
	 */
	public OutcomeUnknownException(String operation, @Nullable String businessNumberField,
			@Nullable String businessNumber, Throwable cause) {
		super(text(operation, businessNumberField, businessNumber, cause), cause,
				(cause instanceof WechatPayException ex) ? ex.status() : 0,
				(cause instanceof WechatPayException ex) ? ex.requestId() : null);
		this.operation = Objects.requireNonNull(operation, "operation");
		this.businessNumberField = businessNumberField;
		this.businessNumber = businessNumber;
	}

	private static String text(String operation, @Nullable String field, @Nullable String number, Throwable cause) {
		String remedy = (number != null)
				? "Query it, or repeat the call with the same " + field + " '" + number + "', never with a new one."
				: "Find out by a query before it is repeated.";
		return "WeChat Pay may have carried out " + operation + ", its outcome is unknown. " + remedy + " Reason: "
				+ cause.getMessage();
	}

	/**
	 * The operation that may have been carried out.
	 * @return its name, such as {@code Refunds.create}
	 */
	public String operation() {
		return this.operation;
	}

	/**
	 * The field that makes a repetition of the call the same business action.
	 * @return its name in the protocol, such as {@code out_refund_no}, or {@code null} if
	 * the operation has none
	 */
	public @Nullable String businessNumberField() {
		return this.businessNumberField;
	}

	/**
	 * The number to query, or to repeat the call with.
	 * @return the number, or {@code null} if the request has none: query before anything
	 * is repeated
	 */
	public @Nullable String businessNumber() {
		return this.businessNumber;
	}

}
