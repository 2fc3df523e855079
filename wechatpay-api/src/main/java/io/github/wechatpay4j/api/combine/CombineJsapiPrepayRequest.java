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

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.github.wechatpay4j.api.payments.PrepayResponse;
import io.github.wechatpay4j.api.payments.order.SubsidyInfo;
import io.github.wechatpay4j.operation.Operation;
import io.github.wechatpay4j.operation.RequestDefaults;
import io.github.wechatpay4j.operation.Required;
import io.github.wechatpay4j.operation.WechatPayRequest;
import org.jspecify.annotations.Nullable;

/**
 * Several orders that are paid at once inside WeChat (合单JSAPI/小程序下单).
 *
 * @param combineAppid the application of the merchant that combines the orders
 * (合单商户appid), the configured one when left out
 * @param combineMchid the number of the merchant that combines the orders (合单商户号), the
 * configured one when left out
 * @param combineOutTradeNo the number of the whole at that merchant (合单商户订单号), required,
 * at most 32 letters, digits or {@code _-*}
 * @param sceneInfo where and with what the orders were made (场景信息)
 * @param subOrders the orders (商品单信息), required, at most 50
 * @param combinePayerInfo who pays (支付者), required
 * @param timeStart when the orders begin (交易起始时间)
 * @param timeExpire when the orders end if they are not paid (交易结束时间)
 * @param notifyUrl where the notification is to be sent (通知地址), the configured address
 * when left out
 * @param limitPay the only ways to pay (指定支付方式), such as {@code no_debit} or
 * {@code balance_only}
 * @param subsidyInfo what the merchant pays of the interest (微信分付贴息信息)
 */
public record CombineJsapiPrepayRequest(@Nullable String combineAppid, @Nullable String combineMchid,
		String combineOutTradeNo, @Nullable CombineSceneInfo sceneInfo, List<CombineSubOrder> subOrders,
		CombinePayerInfo combinePayerInfo, @Nullable OffsetDateTime timeStart, @Nullable OffsetDateTime timeExpire,
		@Nullable String notifyUrl, @Nullable List<String> limitPay,
		@Nullable SubsidyInfo subsidyInfo) implements WechatPayRequest<PrepayResponse> {

	private static final Operation<PrepayResponse> OPERATION = Operation
		.post("/v3/combine-transactions/jsapi", PrepayResponse.class)
		.name("CombineJsapiPayments.prepay")
		.keyedBy("combine_out_trade_no")
		.build();

	/** Copies the lists. */
	public CombineJsapiPrepayRequest {
		subOrders = (subOrders != null) ? List.copyOf(subOrders) : List.of();
		limitPay = (limitPay != null) ? List.copyOf(limitPay) : null;
	}

	/**
	 * Starts the orders.
	 * @return a builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	@Override
	public Operation<PrepayResponse> operation() {
		return OPERATION;
	}

	@Override
	public CombineJsapiPrepayRequest withDefaults(RequestDefaults defaults) {
		return new CombineJsapiPrepayRequest(defaults.appidOr(this.combineAppid), defaults.mchidOr(this.combineMchid),
				this.combineOutTradeNo, this.sceneInfo, this.subOrders, this.combinePayerInfo, this.timeStart,
				this.timeExpire, defaults.notifyUrlOr(this.notifyUrl), this.limitPay, this.subsidyInfo);
	}

	/**
	 * Builds a {@link CombineJsapiPrepayRequest}.
	 */
	public static final class Builder {

		private @Nullable String combineAppid;

		private @Nullable String combineMchid;

		private @Nullable String combineOutTradeNo;

		private @Nullable CombineSceneInfo sceneInfo;

		private final List<CombineSubOrder> subOrders = new ArrayList<>();

		private @Nullable CombinePayerInfo combinePayerInfo;

		private @Nullable OffsetDateTime timeStart;

		private @Nullable OffsetDateTime timeExpire;

		private @Nullable String notifyUrl;

		private @Nullable List<String> limitPay;

		private @Nullable SubsidyInfo subsidyInfo;

		private Builder() {
		}

		/**
		 * Sets the application of the merchant that combines the orders (合单商户appid).
		 * @param combineAppid the application of the merchant that combines the orders,
		 * the configured one when left out
		 * @return this builder
		 */
		public Builder combineAppid(String combineAppid) {
			this.combineAppid = combineAppid;
			return this;
		}

		/**
		 * Sets the number of the merchant that combines the orders (合单商户号).
		 * @param combineMchid the number of the merchant that combines the orders, the
		 * configured one when left out
		 * @return this builder
		 */
		public Builder combineMchid(String combineMchid) {
			this.combineMchid = combineMchid;
			return this;
		}

		/**
		 * Sets the number of the whole at that merchant (合单商户订单号).
		 * @param combineOutTradeNo the number of the whole at that merchant, at most 32
		 * letters, digits or {@code _-*}
		 * @return this builder
		 */
		public Builder combineOutTradeNo(String combineOutTradeNo) {
			this.combineOutTradeNo = combineOutTradeNo;
			return this;
		}

		/**
		 * Sets where and with what the orders were made (场景信息).
		 * @param sceneInfo sets its fields
		 * @return this builder
		 * @throws IllegalArgumentException if a required field is missing
		 */
		public Builder sceneInfo(Consumer<CombineSceneInfo.Builder> sceneInfo) {
			CombineSceneInfo.Builder builder = CombineSceneInfo.builder();
			sceneInfo.accept(builder);
			this.sceneInfo = builder.build();
			return this;
		}

		/**
		 * Sets the orders (商品单信息).
		 * @param subOrders the orders, at most 50
		 * @return this builder
		 */
		public Builder subOrders(List<CombineSubOrder> subOrders) {
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
		public Builder addSubOrder(Consumer<CombineSubOrder.Builder> subOrder) {
			CombineSubOrder.Builder builder = CombineSubOrder.builder();
			subOrder.accept(builder);
			this.subOrders.add(builder.build());
			return this;
		}

		/**
		 * Sets who pays (支付者).
		 * @param combinePayerInfo sets its fields
		 * @return this builder
		 * @throws IllegalArgumentException if a required field is missing
		 */
		public Builder combinePayerInfo(Consumer<CombinePayerInfo.Builder> combinePayerInfo) {
			CombinePayerInfo.Builder builder = CombinePayerInfo.builder();
			combinePayerInfo.accept(builder);
			this.combinePayerInfo = builder.build();
			return this;
		}

		/**
		 * Sets when the orders begin (交易起始时间).
		 * @param timeStart when the orders begin
		 * @return this builder
		 */
		public Builder timeStart(OffsetDateTime timeStart) {
			this.timeStart = timeStart;
			return this;
		}

		/**
		 * Sets when the orders end if they are not paid (交易结束时间).
		 * @param timeExpire when the orders end if they are not paid
		 * @return this builder
		 */
		public Builder timeExpire(OffsetDateTime timeExpire) {
			this.timeExpire = timeExpire;
			return this;
		}

		/**
		 * Sets where the notification is to be sent (通知地址).
		 * @param notifyUrl where the notification is to be sent, the configured address
		 * when left out
		 * @return this builder
		 */
		public Builder notifyUrl(String notifyUrl) {
			this.notifyUrl = notifyUrl;
			return this;
		}

		/**
		 * Sets the only ways to pay (指定支付方式).
		 * @param limitPay the only ways to pay, such as {@code no_debit} or
		 * {@code balance_only}
		 * @return this builder
		 */
		public Builder limitPay(List<String> limitPay) {
			this.limitPay = limitPay;
			return this;
		}

		/**
		 * Sets what the merchant pays of the interest (微信分付贴息信息).
		 * @param subsidyInfo sets its fields
		 * @return this builder
		 * @throws IllegalArgumentException if a required field is missing
		 */
		public Builder subsidyInfo(Consumer<SubsidyInfo.Builder> subsidyInfo) {
			SubsidyInfo.Builder builder = SubsidyInfo.builder();
			subsidyInfo.accept(builder);
			this.subsidyInfo = builder.build();
			return this;
		}

		/**
		 * Builds the orders.
		 * @return the orders
		 * @throws IllegalArgumentException if a required field is missing
		 */
		public CombineJsapiPrepayRequest build() {
			return new CombineJsapiPrepayRequest(this.combineAppid, this.combineMchid,
					Required.field(this.combineOutTradeNo, "combine_out_trade_no"), this.sceneInfo,
					Required.field(this.subOrders, "sub_orders"),
					Required.field(this.combinePayerInfo, "combine_payer_info"), this.timeStart, this.timeExpire,
					this.notifyUrl, this.limitPay, this.subsidyInfo);
		}

	}

}
