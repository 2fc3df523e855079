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

package io.github.wechatpay4j.api.refunds;

import io.github.wechatpay4j.operation.Required;
import org.jspecify.annotations.Nullable;

/**
 * An account that pays for a refund, and how much (退款出资账户及金额).
 *
 * @param account the kind of account (出资账户类型), required, {@code AVAILABLE} or
 * {@code UNAVAILABLE}
 * @param amount the amount in fen (出资金额), required
 */
public record RefundFrom(String account, long amount) {

	/**
	 * Starts an account.
	 * @return a builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * Builds a {@link RefundFrom}.
	 */
	public static final class Builder {

		private @Nullable String account;

		private @Nullable Long amount;

		private Builder() {
		}

		/**
		 * Sets the kind of account (出资账户类型).
		 * @param account the kind of account, {@code AVAILABLE} or {@code UNAVAILABLE}
		 * @return this builder
		 */
		public Builder account(String account) {
			this.account = account;
			return this;
		}

		/**
		 * Sets the amount in fen (出资金额).
		 * @param amount the amount in fen
		 * @return this builder
		 */
		public Builder amount(long amount) {
			this.amount = amount;
			return this;
		}

		/**
		 * Builds the account.
		 * @return the account
		 * @throws IllegalArgumentException if a required field is missing
		 */
		public RefundFrom build() {
			return new RefundFrom(Required.field(this.account, "amount.from.account"),
					Required.field(this.amount, "amount.from.amount"));
		}

	}

}
