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

import io.github.wechatpay4j.operation.Required;
import org.jspecify.annotations.Nullable;

/**
 * One kind of goods in an order (单品列表), for discounts on single goods.
 *
 * @param merchantGoodsId the goods' code at the merchant (商户侧商品编码), required
 * @param wechatpayGoodsId the goods' code at WeChat Pay (微信侧商品编码)
 * @param goodsName the goods' name (商品名称)
 * @param quantity how many were bought (商品数量), required
 * @param unitPrice the price of one in fen (商品单价), required
 */
public record GoodsDetail(String merchantGoodsId, @Nullable String wechatpayGoodsId, @Nullable String goodsName,
		long quantity, long unitPrice) {

	/**
	 * Starts the goods.
	 * @return a builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * Builds a {@link GoodsDetail}.
	 */
	public static final class Builder {

		private @Nullable String merchantGoodsId;

		private @Nullable String wechatpayGoodsId;

		private @Nullable String goodsName;

		private @Nullable Long quantity;

		private @Nullable Long unitPrice;

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
		 * Sets how many were bought (商品数量).
		 * @param quantity how many were bought
		 * @return this builder
		 */
		public Builder quantity(long quantity) {
			this.quantity = quantity;
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
		 * Builds the goods.
		 * @return the goods
		 * @throws IllegalArgumentException if a required field is missing
		 */
		public GoodsDetail build() {
			return new GoodsDetail(Required.field(this.merchantGoodsId, "goods_detail.merchant_goods_id"),
					this.wechatpayGoodsId, this.goodsName, Required.field(this.quantity, "goods_detail.quantity"),
					Required.field(this.unitPrice, "goods_detail.unit_price"));
		}

	}

}
