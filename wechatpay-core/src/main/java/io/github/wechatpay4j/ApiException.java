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

import java.time.Duration;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * The platform answered with an error, or accepted the request without finishing it (HTTP
 * 202). The platform signs what it answers once it knows whom it answers; where an error
 * is signed its signature was verified. One without a signature proves nothing but that
 * the call failed.
 *
 * @see <a href="https://pay.weixin.qq.com/doc/v3/merchant/4012081709">Error codes</a>
 */
public final class ApiException extends WechatPayException {

	private static final long serialVersionUID = 1L;

	private static final int UNAUTHORIZED = 401;

	private static final int MAX_TEXT = 500;

	private final @Nullable String code;

	private final @Nullable String description;

	private final @Nullable String field;

	private final transient @Nullable String detail;

	private final @Nullable Duration retryAfter;

	private final boolean queryNeeded;

	private ApiException(Builder builder) {
		super(builder.text(), null, builder.status, builder.requestId);
		this.code = builder.code;
		this.description = builder.description;
		this.field = builder.field;
		this.detail = builder.detail;
		this.retryAfter = builder.retryAfter;
		this.queryNeeded = builder.queryNeeded;
	}

	/**
	 * Starts an exception.
	 * @param operation the name of the operation that failed
	 * @param status the HTTP status
	 * @return a builder
	 */
	public static Builder of(String operation, int status) {
		return new Builder(operation, status);
	}

	/**
	 * The platform's error code, such as {@code PARAM_ERROR}. Decide by {@link #status()}
	 * where that is enough: several names exist for the same status.
	 * @return the code, or {@code null} if the answer was not the platform's JSON, such
	 * as a proxy's HTML page
	 */
	public @Nullable String code() {
		return this.code;
	}

	/**
	 * The platform's explanation.
	 * @return the explanation, or {@code null} if the answer was not the platform's JSON
	 */
	public @Nullable String description() {
		return this.description;
	}

	/**
	 * The field that the platform objects to, wherever the answer names it: in its
	 * {@code detail}, or only in its explanation.
	 * @return a JSON pointer such as {@code /body/amount/total}, several of them
	 * separated by commas, or a field name; {@code null} if none was named
	 */
	public @Nullable String field() {
		return this.field;
	}

	/**
	 * All that the platform said about the failure beside code and explanation. It may
	 * hold what was sent, and with it personal data: not for logs. It is not serialised
	 * with the exception.
	 * @return the JSON of the answer's {@code detail}, or {@code null} if there was none
	 */
	public @Nullable String detail() {
		return this.detail;
	}

	/**
	 * How long the platform asks to wait before the next attempt ({@code Retry-After}).
	 * @return the time from the answer on, or {@code null} if it did not say
	 */
	public @Nullable Duration retryAfter() {
		return this.retryAfter;
	}

	/**
	 * Whether this answer leaves open what became of the business number. It is
	 * {@code true} for whatever may move money out, such as refunds and transfers: this
	 * call was refused, but another one with the same number may have been accepted, and
	 * its order may still pay. Keep the number. Only a query frees it: one that answers
	 * {@code FAIL}, or that finds nothing after the wait which the documents ask for.
	 * @return whether only a query tells
	 * @see <a href="https://pay.weixin.qq.com/doc/v3/merchant/4012716434">Transfers</a>
	 */
	public boolean isQueryNeeded() {
		return this.queryNeeded;
	}

	/**
	 * Builds an {@link ApiException}.
	 */
	public static final class Builder {

		private final String operation;

		private final int status;

		private @Nullable String code;

		private @Nullable String description;

		private @Nullable String field;

		private @Nullable String detail;

		private @Nullable String requestId;

		private @Nullable Duration retryAfter;

		private boolean queryNeeded;

		private Builder(String operation, int status) {
			this.operation = Objects.requireNonNull(operation, "operation");
			this.status = status;
		}

		/**
		 * Sets what the platform said.
		 * @param code the error code
		 * @param description the explanation
		 * @param field the field it objects to
		 * @return this builder
		 */
		public Builder error(@Nullable String code, @Nullable String description, @Nullable String field) {
			this.code = code;
			this.description = description;
			this.field = field;
			return this;
		}

		/**
		 * Sets all that the platform said beside code and explanation.
		 * @param detail the JSON of the answer's {@code detail}
		 * @return this builder
		 */
		public Builder detail(@Nullable String detail) {
			this.detail = detail;
			return this;
		}

		/**
		 * Sets the {@code Request-ID}.
		 * @param requestId the id
		 * @return this builder
		 */
		public Builder requestId(@Nullable String requestId) {
			this.requestId = requestId;
			return this;
		}

		/**
		 * Sets what {@code Retry-After} said.
		 * @param retryAfter how long to wait
		 * @return this builder
		 */
		public Builder retryAfter(@Nullable Duration retryAfter) {
			this.retryAfter = retryAfter;
			return this;
		}

		/**
		 * Sets whether only a query tells what became of the business number.
		 * @param queryNeeded whether it is so
		 * @return this builder
		 */
		public Builder queryNeeded(boolean queryNeeded) {
			this.queryNeeded = queryNeeded;
			return this;
		}

		/**
		 * Builds the exception.
		 * @return the exception
		 */
		public ApiException build() {
			return new ApiException(this);
		}

		private String text() {
			StringBuilder text = new StringBuilder(this.operation).append(" answered ").append(this.status);
			if (this.code != null) {
				text.append(' ').append(Printable.id(this.code));
			}
			if (this.description != null) {
				text.append(": ").append(Printable.text(this.description, MAX_TEXT));
			}
			if (this.field != null) {
				text.append(" (field ").append(Printable.text(this.field, MAX_TEXT)).append(')');
			}
			if (this.queryNeeded) {
				text.append("; keep the business number, only a query tells what became of it");
			}
			return text.append(remedy()).append(suffix(this.requestId)).toString();
		}

		/** Which properties to look at when the platform complains about a key. */
		private String remedy() {
			if (this.status == UNAUTHORIZED) {
				return "; private-key, serial-number and mchid must be those of one merchant API certificate that is"
						+ " valid, and the clock right";
			}
			boolean key = this.description != null && this.description.contains("Wechatpay-Serial");
			return key ? "; look at public-key-id" : "";
		}

	}

}
