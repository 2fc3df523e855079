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
 * The platform answered with success and a good signature, but the answer does not have
 * the expected form, or is not about what was asked. Sending the same again would not
 * help, so nobody does; a query may.
 * <p>
 * The answer itself can be had from {@link #rawJson()} and from nowhere else: it may hold
 * personal data.
 */
public final class UnreadableResponseException extends WechatPayException {

	private static final long serialVersionUID = 1L;

	private final Reason reason;

	private final transient @Nullable String rawJson;

	/**
	 * Creates an exception about an answer that is not kept.
	 * @param operation the name of the operation
	 * @param problem what could not be read, without its content
	 * @param status the HTTP status
	 * @param requestId the answer's {@code Request-ID}
	 * @param cause why it cannot be read
	 */
	public UnreadableResponseException(String operation, String problem, int status, @Nullable String requestId,
			@Nullable Throwable cause) {
		this(Reason.FORM, operation, problem, status, requestId, cause, null);
	}

	/**
	 * Creates an exception.
	 * @param reason what is wrong with the answer
	 * @param operation the name of the operation
	 * @param problem what is wrong where, without its content
	 * @param status the HTTP status
	 * @param requestId the answer's {@code Request-ID}
	 * @param cause why it cannot be read
	 * @param rawJson the answer
	 */
	public UnreadableResponseException(Reason reason, String operation, String problem, int status,
			@Nullable String requestId, @Nullable Throwable cause, @Nullable String rawJson) {
		super("The answer to " + operation + (reason == Reason.OTHER_REQUEST ? " is refused: " : " cannot be read: ")
				+ problem + suffix(requestId), cause, status, requestId);
		this.reason = Objects.requireNonNull(reason, "reason");
		this.rawJson = rawJson;
	}

	/**
	 * What is wrong with the answer.
	 * @return the reason
	 */
	public Reason reason() {
		return this.reason;
	}

	/**
	 * The answer exactly as it came and was verified. It holds personal data: not for
	 * logs. It is not serialised with the exception.
	 * @return the JSON text, or {@code null} if it was not kept
	 */
	public @Nullable String rawJson() {
		return this.rawJson;
	}

	/**
	 * What is wrong with an answer.
	 */
	public enum Reason {

		/** It does not have the expected form. */
		FORM,

		/** It lacks a field that every such answer has. */
		INCOMPLETE,

		/** It repeats another number or merchant than the request's. */
		OTHER_REQUEST,

		/** A sensitive field of it cannot be decrypted. */
		DECRYPTION

	}

}
