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

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * The goods of an order (优惠功能), for discounts on single goods.
 *
 * @param costPrice the price before discounts in fen (订单原价)
 * @param invoiceId the number of the receipt (商品小票ID)
 * @param goodsDetail the goods (单品列表)
 */
public record OrderDetail(@Nullable Long costPrice, @Nullable String invoiceId,
		@Nullable List<GoodsDetail> goodsDetail) {

	/** Copies the list. */
	public OrderDetail {
		goodsDetail = (goodsDetail != null) ? List.copyOf(goodsDetail) : null;
	}

	/**
	 * Starts a detail.
	 * @return a builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * Builds an {@link OrderDetail}.
	 */
	public static final class Builder {

		private @Nullable Long costPrice;

		private @Nullable String invoiceId;

		private final List<GoodsDetail> goodsDetail = new ArrayList<>();

		private Builder() {
		}

		/**
		 * Sets the price before discounts in fen (订单原价).
		 * @param costPrice the price before discounts in fen
		 * @return this builder
		 */
		public Builder costPrice(long costPrice) {
			this.costPrice = costPrice;
			return this;
		}

		/**
		 * Sets the number of the receipt (商品小票ID).
		 * @param invoiceId the number of the receipt
		 * @return this builder
		 */
		public Builder invoiceId(String invoiceId) {
			this.invoiceId = invoiceId;
			return this;
		}

		/**
		 * Sets the goods (单品列表).
		 * @param goodsDetail the goods
		 * @return this builder
		 */
		public Builder goodsDetail(List<GoodsDetail> goodsDetail) {
			this.goodsDetail.clear();
			this.goodsDetail.addAll(goodsDetail);
			return this;
		}

		/**
		 * Adds one to the goods (单品列表).
		 * @param goodsDetail sets its fields
		 * @return this builder
		 * @throws IllegalArgumentException if a required field is missing
		 */
		public Builder addGoodsDetail(Consumer<GoodsDetail.Builder> goodsDetail) {
			GoodsDetail.Builder builder = GoodsDetail.builder();
			goodsDetail.accept(builder);
			this.goodsDetail.add(builder.build());
			return this;
		}

		/**
		 * Builds the detail.
		 * @return the detail
		 */
		public OrderDetail build() {
			return new OrderDetail(this.costPrice, this.invoiceId,
					this.goodsDetail.isEmpty() ? null : this.goodsDetail);
		}

	}

}
