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

import java.util.function.Consumer;

import io.github.wechatpay4j.api.payments.order.SettleInfo;
import io.github.wechatpay4j.operation.Required;
import org.jspecify.annotations.Nullable;

/**
 * One of the orders that are paid at once (商品单). Its merchant is never guessed.
 *
 * @param mchid the number of the merchant that the order belongs to (子单商户号), required,
 * the service provider's own where {@code sub_mchid} is given
 * @param attach data that comes back in queries and notifications (附加数据), required, at
 * most 128 characters
 * @param amount the amount (订单金额), required
 * @param outTradeNo the order's number at the merchant (商品单商户订单号), required, 6 to 32
 * letters, digits or {@code _-*}
 * @param subMchid the sub-merchant's number (二级商户号), only for service providers and
 * platforms
 * @param detail the goods in words (商品详情)
 * @param goodsTag the mark that discounts go by (订单优惠标记)
 * @param description the description of what is sold (商品描述), required, at most 127
 * characters
 * @param settleInfo how the order is settled (结算信息)
 * @param subAppid the sub-merchant's application (子商户应用ID)
 * @param profitSharing whether the money is held for profit sharing (是否指定分账), older than
 * {@code settleInfo}
 */
public record CombineSubOrder(String mchid, String attach, CombineAmount amount, String outTradeNo,
		@Nullable String subMchid, @Nullable String detail, @Nullable String goodsTag, String description,
		@Nullable SettleInfo settleInfo, @Nullable String subAppid, @Nullable Boolean profitSharing) {

	/**
	 * Starts an order.
	 * @return a builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * Builds a {@link CombineSubOrder}.
	 */
	public static final class Builder {

		private @Nullable String mchid;

		private @Nullable String attach;

		private @Nullable CombineAmount amount;

		private @Nullable String outTradeNo;

		private @Nullable String subMchid;

		private @Nullable String detail;

		private @Nullable String goodsTag;

		private @Nullable String description;

		private @Nullable SettleInfo settleInfo;

		private @Nullable String subAppid;

		private @Nullable Boolean profitSharing;

		private Builder() {
		}

		/**
		 * Sets the number of the merchant that the order belongs to (子单商户号).
		 * @param mchid the number of the merchant that the order belongs to, the service
		 * provider's own where {@code sub_mchid} is given
		 * @return this builder
		 */
		public Builder mchid(String mchid) {
			this.mchid = mchid;
			return this;
		}

		/**
		 * Sets data that comes back in queries and notifications (附加数据).
		 * @param attach data that comes back in queries and notifications, at most 128
		 * characters
		 * @return this builder
		 */
		public Builder attach(String attach) {
			this.attach = attach;
			return this;
		}

		/**
		 * Sets the amount (订单金额).
		 * @param amount sets its fields
		 * @return this builder
		 * @throws IllegalArgumentException if a required field is missing
		 */
		public Builder amount(Consumer<CombineAmount.Builder> amount) {
			CombineAmount.Builder builder = CombineAmount.builder();
			amount.accept(builder);
			this.amount = builder.build();
			return this;
		}

		/**
		 * Sets the order's number at the merchant (商品单商户订单号).
		 * @param outTradeNo the order's number at the merchant, 6 to 32 letters, digits
		 * or {@code _-*}
		 * @return this builder
		 */
		public Builder outTradeNo(String outTradeNo) {
			this.outTradeNo = outTradeNo;
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
		 * Sets the goods in words (商品详情).
		 * @param detail the goods in words
		 * @return this builder
		 */
		public Builder detail(String detail) {
			this.detail = detail;
			return this;
		}

		/**
		 * Sets the mark that discounts go by (订单优惠标记).
		 * @param goodsTag the mark that discounts go by
		 * @return this builder
		 */
		public Builder goodsTag(String goodsTag) {
			this.goodsTag = goodsTag;
			return this;
		}

		/**
		 * Sets the description of what is sold (商品描述).
		 * @param description the description of what is sold, at most 127 characters
		 * @return this builder
		 */
		public Builder description(String description) {
			this.description = description;
			return this;
		}

		/**
		 * Sets how the order is settled (结算信息).
		 * @param settleInfo sets its fields
		 * @return this builder
		 * @throws IllegalArgumentException if a required field is missing
		 */
		public Builder settleInfo(Consumer<SettleInfo.Builder> settleInfo) {
			SettleInfo.Builder builder = SettleInfo.builder();
			settleInfo.accept(builder);
			this.settleInfo = builder.build();
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
		 * Sets whether the money is held for profit sharing (是否指定分账).
		 * @param profitSharing whether the money is held for profit sharing, older than
		 * {@code settleInfo}
		 * @return this builder
		 */
		public Builder profitSharing(boolean profitSharing) {
			this.profitSharing = profitSharing;
			return this;
		}

		/**
		 * Builds the order.
		 * @return the order
		 * @throws IllegalArgumentException if a required field is missing
		 */
		public CombineSubOrder build() {
			return new CombineSubOrder(Required.field(this.mchid, "sub_orders.mchid"),
					Required.field(this.attach, "sub_orders.attach"), Required.field(this.amount, "sub_orders.amount"),
					Required.field(this.outTradeNo, "sub_orders.out_trade_no"), this.subMchid, this.detail,
					this.goodsTag, Required.field(this.description, "sub_orders.description"), this.settleInfo,
					this.subAppid, this.profitSharing);
		}

	}

}
