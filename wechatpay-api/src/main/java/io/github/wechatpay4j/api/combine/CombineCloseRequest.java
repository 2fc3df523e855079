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

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.github.wechatpay4j.operation.NoContent;
import io.github.wechatpay4j.operation.Operation;
import io.github.wechatpay4j.operation.RequestDefaults;
import io.github.wechatpay4j.operation.RequestTarget;
import io.github.wechatpay4j.operation.Required;
import io.github.wechatpay4j.operation.WechatPayRequest;
import org.jspecify.annotations.Nullable;

/**
 * Closes combined orders that nobody has paid (合单关闭订单).
 *
 * @param combineOutTradeNo the number of the whole at the merchant (合单商户订单号), required
 * @param combineAppid the application of the merchant that combined the orders
 * (合单商户appid), the configured one when left out
 * @param subOrders the orders (商品单信息), required, all of them
 */
public record CombineCloseRequest(@JsonIgnore String combineOutTradeNo, @Nullable String combineAppid,
		List<CombineCloseSubOrder> subOrders) implements WechatPayRequest<NoContent> {

	private static final Operation<NoContent> OPERATION = Operation
		.post("/v3/combine-transactions/out-trade-no/{combine_out_trade_no}/close", NoContent.class)
		.name("CombineTransactions.close")
		.keyedBy("combine_out_trade_no")
		.build();

	/** Copies the list. */
	public CombineCloseRequest {
		subOrders = (subOrders != null) ? List.copyOf(subOrders) : List.of();
	}

	/**
	 * Starts a request.
	 * @return a builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	@Override
	public Operation<NoContent> operation() {
		return OPERATION;
	}

	@Override
	public void bind(RequestTarget.Builder target) {
		target.path("combine_out_trade_no", this.combineOutTradeNo);
	}

	@Override
	public CombineCloseRequest withDefaults(RequestDefaults defaults) {
		return new CombineCloseRequest(this.combineOutTradeNo, defaults.appidOr(this.combineAppid), this.subOrders);
	}

	/**
	 * Builds a {@link CombineCloseRequest}.
	 */
	public static final class Builder {

		private @Nullable String combineOutTradeNo;

		private @Nullable String combineAppid;

		private final List<CombineCloseSubOrder> subOrders = new ArrayList<>();

		private Builder() {
		}

		/**
		 * Sets the number of the whole at the merchant (合单商户订单号).
		 * @param combineOutTradeNo the number of the whole at the merchant
		 * @return this builder
		 */
		public Builder combineOutTradeNo(String combineOutTradeNo) {
			this.combineOutTradeNo = combineOutTradeNo;
			return this;
		}

		/**
		 * Sets the application of the merchant that combined the orders (合单商户appid).
		 * @param combineAppid the application of the merchant that combined the orders,
		 * the configured one when left out
		 * @return this builder
		 */
		public Builder combineAppid(String combineAppid) {
			this.combineAppid = combineAppid;
			return this;
		}

		/**
		 * Sets the orders (商品单信息).
		 * @param subOrders the orders, all of them
		 * @return this builder
		 */
		public Builder subOrders(List<CombineCloseSubOrder> subOrders) {
			this.subOrders.clear();
			this.subOrders.addAll(subOrders);
			return this;
		}

		/**
		 * Adds one to the orders (商品单信息).
		 * @param subOrder sets its fields
		 * @return this builder
		 * @throws IllegalArgumentException if a required field is missing
		 */
		public Builder addSubOrder(Consumer<CombineCloseSubOrder.Builder> subOrder) {
			CombineCloseSubOrder.Builder builder = CombineCloseSubOrder.builder();
			subOrder.accept(builder);
			this.subOrders.add(builder.build());
			return this;
		}

		/**
		 * Builds the request.
		 * @return the request
		 * @throws IllegalArgumentException if a required field is missing
		 */
		public CombineCloseRequest build() {
			return new CombineCloseRequest(Required.field(this.combineOutTradeNo, "combine_out_trade_no"),
					this.combineAppid, Required.field(this.subOrders, "sub_orders"));
		}

	}

}
