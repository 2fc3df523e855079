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

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.github.wechatpay4j.operation.Required;
import org.jspecify.annotations.Nullable;

/**
 * How much is to be given back (金额信息).
 *
 * @param refund the amount to give back in fen (退款金额), required
 * @param from the accounts that pay for it (退款出资账户及金额)
 * @param total the order's total in fen (原订单金额), required
 * @param currency the currency (退款币种), {@code CNY} when left out
 */
public record RefundAmount(long refund, @Nullable List<RefundFrom> from, long total, String currency) {

	/** Copies the list. */
	public RefundAmount {
		from = (from != null) ? List.copyOf(from) : null;
	}

	/**
	 * Starts an amount.
	 * @return a builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * Builds a {@link RefundAmount}.
	 */
	public static final class Builder {

		private @Nullable Long refund;

		private final List<RefundFrom> from = new ArrayList<>();

		private @Nullable Long total;

		private String currency = "CNY";

		private Builder() {
		}

		/**
		 * Sets the amount to give back in fen (退款金额).
		 * @param refund the amount to give back in fen
		 * @return this builder
		 */
		public Builder refund(long refund) {
			this.refund = refund;
			return this;
		}

		/**
		 * Sets the accounts that pay for it (退款出资账户及金额).
		 * @param from the accounts that pay for it
		 * @return this builder
		 */
		public Builder from(List<RefundFrom> from) {
			this.from.clear();
			this.from.addAll(from);
			return this;
		}

		/**
		 * Adds one to the accounts that pay for it (退款出资账户及金额).
		 * @param from sets its fields
		 * @return this builder
		 * @throws IllegalArgumentException if a required field is missing
		 */
		public Builder addFrom(Consumer<RefundFrom.Builder> from) {
			RefundFrom.Builder builder = RefundFrom.builder();
			from.accept(builder);
			this.from.add(builder.build());
			return this;
		}

		/**
		 * Sets the order's total in fen (原订单金额).
		 * @param total the order's total in fen
		 * @return this builder
		 */
		public Builder total(long total) {
			this.total = total;
			return this;
		}

		/**
		 * Sets the currency (退款币种).
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
		public RefundAmount build() {
			return new RefundAmount(Required.field(this.refund, "amount.refund"),
					this.from.isEmpty() ? null : this.from, Required.field(this.total, "amount.total"), this.currency);
		}

	}

}
