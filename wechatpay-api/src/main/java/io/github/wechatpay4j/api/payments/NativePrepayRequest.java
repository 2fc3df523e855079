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

package io.github.wechatpay4j.api.payments;

import java.time.OffsetDateTime;
import java.util.List;

import io.github.wechatpay4j.api.payments.order.Amount;
import io.github.wechatpay4j.api.payments.order.OrderDetail;
import io.github.wechatpay4j.api.payments.order.Payer;
import io.github.wechatpay4j.api.payments.order.SceneInfo;
import io.github.wechatpay4j.api.payments.order.SettleInfo;
import io.github.wechatpay4j.operation.Operation;
import io.github.wechatpay4j.operation.RequestDefaults;
import io.github.wechatpay4j.operation.Required;
import io.github.wechatpay4j.operation.WechatPayRequest;
import org.jspecify.annotations.Nullable;

/**
 * An order that is paid by scanning a QR code (Native下单).
 *
 * @param appid the application that the order belongs to (公众账号ID), the configured one
 * when left out
 * @param mchid the merchant's number (商户号), the configured one when left out
 * @param description the description of what is sold (商品描述), required, at most 127
 * characters
 * @param outTradeNo the order's number at the merchant (商户订单号), required, 6 to 32
 * letters, digits or {@code _-*}
 * @param timeExpire when the order ends if it is not paid (交易结束时间)
 * @param attach data that comes back in queries and notifications (附加数据), at most 128
 * characters
 * @param notifyUrl where the notification is to be sent (通知地址), the configured address
 * when left out
 * @param goodsTag the mark that discounts go by (订单优惠标记)
 * @param limitPay the only ways to pay (指定支付方式), such as {@code no_credit} or
 * {@code balance_only}
 * @param supportFapiao whether the payer can ask for an electronic invoice (电子发票入口开放标识)
 * @param amount the amount (订单金额), required
 * @param payer who must pay (支付者)
 * @param detail the goods (优惠功能)
 * @param sceneInfo where and with what the order was made (场景信息)
 * @param settleInfo how the order is settled (结算信息)
 */
public record NativePrepayRequest(@Nullable String appid, @Nullable String mchid, String description, String outTradeNo,
		@Nullable OffsetDateTime timeExpire, @Nullable String attach, @Nullable String notifyUrl,
		@Nullable String goodsTag, @Nullable List<String> limitPay, @Nullable Boolean supportFapiao, Amount amount,
		@Nullable Payer payer, @Nullable OrderDetail detail, @Nullable SceneInfo sceneInfo,
		@Nullable SettleInfo settleInfo) implements WechatPayRequest<NativePrepayResponse> {

	private static final Operation<NativePrepayResponse> OPERATION = Operation
		.post("/v3/pay/transactions/native", NativePrepayResponse.class)
		.name("NativePayments.prepay")
		.keyedBy("out_trade_no")
		.build();

	/** Copies the list. */
	public NativePrepayRequest {
		limitPay = (limitPay != null) ? List.copyOf(limitPay) : null;
	}

	/**
	 * Starts an order.
	 * @return a builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	@Override
	public Operation<NativePrepayResponse> operation() {
		return OPERATION;
	}

	@Override
	public NativePrepayRequest withDefaults(RequestDefaults defaults) {
		return new NativePrepayRequest(defaults.appidOr(this.appid), defaults.mchidOr(this.mchid), this.description,
				this.outTradeNo, this.timeExpire, this.attach, defaults.notifyUrlOr(this.notifyUrl), this.goodsTag,
				this.limitPay, this.supportFapiao, this.amount, this.payer, this.detail, this.sceneInfo,
				this.settleInfo);
	}

	/**
	 * Builds a {@link NativePrepayRequest}.
	 */
	public static final class Builder extends DirectOrderBuilder<Builder> {

		private Builder() {
		}

		@Override
		protected Builder self() {
			return this;
		}

		/**
		 * Builds the order.
		 * @return the order
		 * @throws IllegalArgumentException if a required field is missing
		 */
		public NativePrepayRequest build() {
			return new NativePrepayRequest(this.appid, this.mchid, Required.field(this.description, "description"),
					Required.field(this.outTradeNo, "out_trade_no"), this.timeExpire, this.attach, this.notifyUrl,
					this.goodsTag, this.limitPay, this.supportFapiao, Required.field(this.amount, "amount"), this.payer,
					this.detail, this.sceneInfo, this.settleInfo);
		}

	}

}
