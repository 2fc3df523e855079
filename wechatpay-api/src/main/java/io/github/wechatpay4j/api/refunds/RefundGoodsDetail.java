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
 * Goods that are given back (退款商品).
 *
 * @param merchantGoodsId the goods' code at the merchant (商户侧商品编码), required
 * @param wechatpayGoodsId the goods' code at WeChat Pay (微信侧商品编码)
 * @param goodsName the goods' name (商品名称)
 * @param unitPrice the price of one in fen (商品单价), required
 * @param refundAmount the amount to give back for them in fen (商品退款金额), required
 * @param refundQuantity how many are given back (商品退货数量), required
 */
public record RefundGoodsDetail(String merchantGoodsId, @Nullable String wechatpayGoodsId, @Nullable String goodsName,
		long unitPrice, long refundAmount, long refundQuantity) {

	/**
	 * Starts the goods.
	 * @return a builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * Builds a {@link RefundGoodsDetail}.
	 */
	public static final class Builder {

		private @Nullable String merchantGoodsId;

		private @Nullable String wechatpayGoodsId;

		private @Nullable String goodsName;

		private @Nullable Long unitPrice;

		private @Nullable Long refundAmount;

		private @Nullable Long refundQuantity;

		private Builder() {
		}

		/**
		 * Sets the goods' code at the merchant (商户侧商品编码).
		 * @param merchantGoodsId the goods' code at the merchant
		 * @return this builder
		 */
		public Builder merchantGoodsId(String merchantGoodsId) {
			this.merchantGoodsId = merchantGoodsId;
			return this;
		}

		/**
		 * Sets the goods' code at WeChat Pay (微信侧商品编码).
		 * @param wechatpayGoodsId the goods' code at WeChat Pay
		 * @return this builder
		 */
		public Builder wechatpayGoodsId(String wechatpayGoodsId) {
			this.wechatpayGoodsId = wechatpayGoodsId;
			return this;
		}

		/**
		 * Sets the goods' name (商品名称).
		 * @param goodsName the goods' name
		 * @return this builder
		 */
		public Builder goodsName(String goodsName) {
			this.goodsName = goodsName;
			return this;
		}

		/**
		 * Sets the price of one in fen (商品单价).
		 * @param unitPrice the price of one in fen
		 * @return this builder
		 */
		public Builder unitPrice(long unitPrice) {
			this.unitPrice = unitPrice;
			return this;
		}

		/**
		 * Sets the amount to give back for them in fen (商品退款金额).
		 * @param refundAmount the amount to give back for them in fen
		 * @return this builder
		 */
		public Builder refundAmount(long refundAmount) {
			this.refundAmount = refundAmount;
			return this;
		}

		/**
		 * Sets how many are given back (商品退货数量).
		 * @param refundQuantity how many are given back
		 * @return this builder
		 */
		public Builder refundQuantity(long refundQuantity) {
			this.refundQuantity = refundQuantity;
			return this;
		}

		/**
		 * Builds the goods.
		 * @return the goods
		 * @throws IllegalArgumentException if a required field is missing
		 */
		public RefundGoodsDetail build() {
			return new RefundGoodsDetail(Required.field(this.merchantGoodsId, "goods_detail.merchant_goods_id"),
					this.wechatpayGoodsId, this.goodsName, Required.field(this.unitPrice, "goods_detail.unit_price"),
					Required.field(this.refundAmount, "goods_detail.refund_amount"),
					Required.field(this.refundQuantity, "goods_detail.refund_quantity"));
		}

	}

}
