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

package io.github.wechatpay4j.api.combine;

import io.github.wechatpay4j.operation.Required;
import org.jspecify.annotations.Nullable;

/**
 * The amount of an order among several (订单金额).
 *
 * @param totalAmount the total in fen (标价金额), required
 * @param currency the currency (标价币种), {@code CNY} when left out
 */
public record CombineAmount(long totalAmount, String currency) {

	/**
	 * Starts an amount.
	 * @return a builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * Builds a {@link CombineAmount}.
	 */
	public static final class Builder {

		private @Nullable Long totalAmount;

		private String currency = "CNY";

		private Builder() {
		}

		/**
		 * Sets the total in fen (标价金额).
		 * @param totalAmount the total in fen
		 * @return this builder
		 */
		public Builder totalAmount(long totalAmount) {
			this.totalAmount = totalAmount;
			return this;
		}

		/**
		 * Sets the currency (标价币种).
		 * @param currency the currency, {@code CNY} when left out
		 * @return this builder
		 */
		public Builder currency(String currency) {
			this.currency = currency;
			return this;
		}

		/**
		 * Builds the amount.
		 * @return the amount
		 * @throws IllegalArgumentException if a required field is missing
		 */
		public CombineAmount build() {
			return new CombineAmount(Required.field(this.totalAmount, "sub_orders.amount.total_amount"), this.currency);
		}

	}

}
