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

import org.jspecify.annotations.Nullable;

/**
 * Root of everything that this library throws about WeChat Pay. Messages never hold keys,
 * bodies or personal data, so they may be logged.
 * <p>
 * Where a call ends with an {@link OutcomeUnknownException}, the platform may have acted.
 * Repeat the call with the same business number, or query; never start again under a new
 * number. After every other exception it has not.
 */
public abstract sealed class WechatPayException extends RuntimeException permits ApiException, SignatureException,
		TransportException, UnreadableResponseException, OutcomeUnknownException, CallNotPermittedException,
		NotificationRejectedException, DecryptionException, KeyMaterialException, PlatformKeyUnavailableException {

	private static final long serialVersionUID = 1L;

	private static final int MAX_DIGITS = 19;

	private final int status;

	private final @Nullable String requestId;

	WechatPayException(String message, @Nullable Throwable cause) {
		this(message, cause, 0, null);
	}

	WechatPayException(String message, @Nullable Throwable cause, int status, @Nullable String requestId) {
		super(Printable.text(message), cause);
		this.status = status;
		this.requestId = requestId;
	}

	/**
	 * Whether the platform may have done what was asked although the call failed: whether
	 * this is an {@link OutcomeUnknownException}. Decided for a call as a whole, when it
	 * reaches its caller; a {@link #getCause() cause} and what a decorator of calls sees
	 * do not know it.
	 * @return whether the outcome is unknown; always {@code false} for queries, which
	 * change nothing
	 */
	public final boolean isOutcomeUnknown() {
		return this instanceof OutcomeUnknownException;
	}

	/**
	 * How many attempts the call took. The failures of the earlier ones are among
	 * {@link #getSuppressed() the suppressed}.
	 * @return the number of attempts, at least 1
	 */
	public final int attempts() {
		int attempts = 1;
		for (Throwable earlier : getSuppressed()) {
			attempts += (earlier instanceof WechatPayException) ? 1 : 0;
		}
		return attempts;
	}

	/**
	 * What happened, and how many attempts there were if more than one.
	 */
	@Override
	public String getMessage() {
		String message = String.valueOf(super.getMessage());
		int attempts = attempts();
		return (attempts > 1) ? message + " [after " + attempts + " attempts]" : message;
	}

	/**
	 * The platform's {@code Request-ID}, which its support asks for.
	 * @return the id, or {@code null} if no answer with one was received
	 */
	public final @Nullable String requestId() {
		return this.requestId;
	}

	/**
	 * The HTTP status of the platform's answer or, for a rejected notification, of ours.
	 * @return the status, or 0 if there is none
	 */
	public final int status() {
		return this.status;
	}

	/** What every message says at its end. */
	/**
	 * The number with which the platform's support finds the reason of an error: what
	 * follows the dash of a {@link #requestId() Request-ID}.
	 * @return the number, or {@code null} if there was no answer, or none with a number
	 */
	public final @Nullable String internalErrorCode() {
		String id = this.requestId;
		int dash = (id != null) ? id.lastIndexOf('-') : -1;
		if (id == null || dash < 0) {
			return null;
		}
		String number = id.substring(dash + 1).strip();
		return (!number.isEmpty() && number.length() <= MAX_DIGITS
				&& number.chars().allMatch((c) -> c >= '0' && c <= '9')) ? number : null;
	}

	static String suffix(@Nullable String requestId) {
		return (requestId != null) ? " [Request-ID " + Printable.id(requestId) + "]" : "";
	}

}
