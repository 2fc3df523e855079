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
 * A message claims to come from WeChat Pay and its signature (or, for a downloaded file,
 * its hash) does not prove it. The message was thrown away.
 *
 * @see <a href="https://pay.weixin.qq.com/doc/v3/merchant/4013053420">Verifying
 * signatures</a>
 */
public final class SignatureException extends WechatPayException {

	private static final long serialVersionUID = 1L;

	private final Reason reason;

	/**
	 * Creates an exception.
	 * @param reason what is wrong
	 * @param message what was found, without the message's content
	 */
	public SignatureException(Reason reason, String message) {
		this(reason, message, 0, null);
	}

	private SignatureException(Reason reason, String message, int status, @Nullable String requestId) {
		super(message, null, status, requestId);
		this.reason = Objects.requireNonNull(reason, "reason");
	}

	/**
	 * The same finding, told about the answer to a call.
	 * @param operation the name of the operation
	 * @param status the HTTP status of the answer
	 * @param requestId the answer's {@code Request-ID}
	 * @return a new exception
	 */
	public SignatureException inAnswerTo(String operation, int status, @Nullable String requestId) {
		String text = "The answer to " + operation + " (" + status + ") is not believed: " + getMessage() + remedy()
				+ suffix(requestId);
		return new SignatureException(this.reason, text, status, requestId);
	}

	/** Which properties to look at, when answers are concerned: nobody forges those. */
	private String remedy() {
		return switch (this.reason) {
			case MISMATCH -> "; if that is so for every answer, public-key is not the key of public-key-id";
			case UNKNOWN_KEY -> "; look at public-key-id and trust";
			default -> "";
		};
	}

	/**
	 * What is wrong.
	 * @return the reason
	 */
	public Reason reason() {
		return this.reason;
	}

	/**
	 * What can be wrong with a signature.
	 */
	public enum Reason {

		/** A {@code Wechatpay-*} header is missing or malformed. */
		MALFORMED,

		/** The timestamp is more than five minutes away from this machine's clock. */
		STALE,

		/** The key named by {@code Wechatpay-Serial} is not trusted. */
		UNKNOWN_KEY,

		/** The signature does not belong to these bytes. */
		MISMATCH,

		/**
		 * The platform sent a wrong signature on purpose
		 * ({@code WECHATPAY/SIGNTEST/...}), to see whether it is refused.
		 */
		PROBE,

		/** A downloaded file does not have the announced hash. */
		HASH_MISMATCH

	}

}
