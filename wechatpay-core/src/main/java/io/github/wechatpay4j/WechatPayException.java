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
 * The question to ask first is {@link #isOutcomeUnknown()}: where it is {@code true}, the
 * platform may have acted. Repeat the call with the same business number, or query; never
 * start again under a new number.
 */
public abstract sealed class WechatPayException extends RuntimeException
		permits ApiException, SignatureException, TransportException, UnreadableResponseException,
		NotificationRejectedException, DecryptionException, KeyMaterialException {

	private static final long serialVersionUID = 1L;

	WechatPayException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

	/**
	 * Whether the platform may have done what was asked although this exception was
	 * thrown. Always {@code false} for queries, which change nothing.
	 * @return whether the outcome is unknown
	 */
	public boolean isOutcomeUnknown() {
		return false;
	}

	/**
	 * The platform's {@code Request-ID}, which its support asks for.
	 * @return the id, or {@code null} if no answer with one was received
	 */
	public @Nullable String requestId() {
		return null;
	}

	/**
	 * The HTTP status of the answer.
	 * @return the status, or 0 if no answer was received
	 */
	public int status() {
		return 0;
	}

}
