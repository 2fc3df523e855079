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

package io.github.wechatpay4j.api.payments.order;

import org.jspecify.annotations.Nullable;

/**
 * How an order is settled (结算信息).
 *
 * @param profitSharing whether the money is held for profit sharing (是否指定分账)
 * @param subsidyAmount what the service provider adds in fen (补差金额), only for service
 * providers and platforms
 */
public record SettleInfo(@Nullable Boolean profitSharing, @Nullable Long subsidyAmount) {

	/**
	 * Starts a settlement.
	 * @return a builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * Builds a {@link SettleInfo}.
	 */
	public static final class Builder {

		private @Nullable Boolean profitSharing;

		private @Nullable Long subsidyAmount;

		private Builder() {
		}

		/**
		 * Sets whether the money is held for profit sharing (是否指定分账).
		 * @param profitSharing whether the money is held for profit sharing
		 * @return this builder
		 */
		public Builder profitSharing(boolean profitSharing) {
			this.profitSharing = profitSharing;
			return this;
		}

		/**
		 * Sets what the service provider adds in fen (补差金额).
		 * @param subsidyAmount what the service provider adds in fen, only for service
		 * providers and platforms
		 * @return this builder
		 */
		public Builder subsidyAmount(long subsidyAmount) {
			this.subsidyAmount = subsidyAmount;
			return this;
		}

		/**
		 * Builds the settlement.
		 * @return the settlement
		 */
		public SettleInfo build() {
			return new SettleInfo(this.profitSharing, this.subsidyAmount);
		}

	}

}
