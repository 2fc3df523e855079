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
 * One of the orders that are closed at once (商品单).
 *
 * @param mchid the number of the merchant that the order belongs to (子单商户号), required
 * @param outTradeNo the order's number at the merchant (商品单商户订单号), required
 * @param individualAuthId the person that was to be paid (商品单个人收款方受理授权ID), only for
 * platforms
 * @param subMchid the sub-merchant's number (二级商户号), only for service providers and
 * platforms
 * @param subAppid the sub-merchant's application (子商户应用ID)
 */
public record CombineCloseSubOrder(String mchid, String outTradeNo, @Nullable String individualAuthId,
		@Nullable String subMchid, @Nullable String subAppid) {

	/**
	 * Starts an order.
	 * @return a builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * Builds a {@link CombineCloseSubOrder}.
	 */
	public static final class Builder {

		private @Nullable String mchid;

		private @Nullable String outTradeNo;

		private @Nullable String individualAuthId;

		private @Nullable String subMchid;

		private @Nullable String subAppid;

		private Builder() {
		}

		/**
		 * Sets the number of the merchant that the order belongs to (子单商户号).
		 * @param mchid the number of the merchant that the order belongs to
		 * @return this builder
		 */
		public Builder mchid(String mchid) {
			this.mchid = mchid;
			return this;
		}

		/**
		 * Sets the order's number at the merchant (商品单商户订单号).
		 * @param outTradeNo the order's number at the merchant
		 * @return this builder
		 */
		public Builder outTradeNo(String outTradeNo) {
			this.outTradeNo = outTradeNo;
			return this;
		}

		/**
		 * Sets the person that was to be paid (商品单个人收款方受理授权ID).
		 * @param individualAuthId the person that was to be paid, only for platforms
		 * @return this builder
		 */
		public Builder individualAuthId(String individualAuthId) {
			this.individualAuthId = individualAuthId;
			return this;
		}

		/**
		 * Sets the sub-merchant's number (二级商户号).
		 * @param subMchid the sub-merchant's number, only for service providers and
		 * platforms
		 * @return this builder
		 */
		public Builder subMchid(String subMchid) {
			this.subMchid = subMchid;
			return this;
		}

		/**
		 * Sets the sub-merchant's application (子商户应用ID).
		 * @param subAppid the sub-merchant's application
		 * @return this builder
		 */
		public Builder subAppid(String subAppid) {
			this.subAppid = subAppid;
			return this;
		}

		/**
		 * Builds the order.
		 * @return the order
		 * @throws IllegalArgumentException if a required field is missing
		 */
		public CombineCloseSubOrder build() {
			return new CombineCloseSubOrder(Required.field(this.mchid, "sub_orders.mchid"),
					Required.field(this.outTradeNo, "sub_orders.out_trade_no"), this.individualAuthId, this.subMchid,
					this.subAppid);
		}

	}

}
