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

package io.github.wechatpay4j.api.partner;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Consumer;

import io.github.wechatpay4j.api.payments.PrepayResponse;
import io.github.wechatpay4j.api.payments.order.Amount;
import io.github.wechatpay4j.api.payments.order.OrderBuilder;
import io.github.wechatpay4j.api.payments.order.OrderDetail;
import io.github.wechatpay4j.api.payments.order.SceneInfo;
import io.github.wechatpay4j.api.payments.order.SettleInfo;
import io.github.wechatpay4j.api.payments.order.SubsidyInfo;
import io.github.wechatpay4j.operation.Operation;
import io.github.wechatpay4j.operation.RequestDefaults;
import io.github.wechatpay4j.operation.Required;
import io.github.wechatpay4j.operation.WechatPayRequest;
import org.jspecify.annotations.Nullable;

/**
 * A sub-merchant's order that is paid inside WeChat (服务商JSAPI/小程序下单).
 *
 * @param spAppid the service provider's application (服务商应用ID), the configured one when
 * left out
 * @param spMchid the service provider's number (服务商户号), the configured one when left out
 * @param subAppid the sub-merchant's application (子商户应用ID)
 * @param subMchid the sub-merchant's number (子商户号), required
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
 * @param payer who pays (支付者), required
 * @param detail the goods (优惠功能)
 * @param sceneInfo where and with what the order was made (场景信息)
 * @param settleInfo how the order is settled (结算信息)
 * @param subsidyInfo what the merchant pays of the interest (微信分付贴息信息)
 */
public record PartnerJsapiPrepayRequest(@Nullable String spAppid, @Nullable String spMchid, @Nullable String subAppid,
		String subMchid, String description, String outTradeNo, @Nullable OffsetDateTime timeExpire,
		@Nullable String attach, @Nullable String notifyUrl, @Nullable String goodsTag, @Nullable List<String> limitPay,
		@Nullable Boolean supportFapiao, Amount amount, PartnerPayer payer, @Nullable OrderDetail detail,
		@Nullable SceneInfo sceneInfo, @Nullable SettleInfo settleInfo,
		@Nullable SubsidyInfo subsidyInfo) implements WechatPayRequest<PrepayResponse> {

	private static final Operation<PrepayResponse> OPERATION = Operation
		.post("/v3/pay/partner/transactions/jsapi", PrepayResponse.class)
		.name("PartnerJsapiPayments.prepay")
		.keyedBy("out_trade_no")
		.build();

	/** Copies the list. */
	public PartnerJsapiPrepayRequest {
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
	public Operation<PrepayResponse> operation() {
		return OPERATION;
	}

	@Override
	public PartnerJsapiPrepayRequest withDefaults(RequestDefaults defaults) {
		return new PartnerJsapiPrepayRequest(defaults.appidOr(this.spAppid), defaults.mchidOr(this.spMchid),
				this.subAppid, this.subMchid, this.description, this.outTradeNo, this.timeExpire, this.attach,
				defaults.notifyUrlOr(this.notifyUrl), this.goodsTag, this.limitPay, this.supportFapiao, this.amount,
				this.payer, this.detail, this.sceneInfo, this.settleInfo, this.subsidyInfo);
	}

	/**
	 * Builds a {@link PartnerJsapiPrepayRequest}.
	 */
	public static final class Builder extends OrderBuilder<Builder> {

		private @Nullable String spAppid;

		private @Nullable String spMchid;

		private @Nullable String subAppid;

		private @Nullable String subMchid;

		private @Nullable PartnerPayer payer;

		private @Nullable SubsidyInfo subsidyInfo;

		private Builder() {
		}

		@Override
		protected Builder self() {
			return this;
		}

		/**
		 * Sets the service provider's application (服务商应用ID).
		 * @param spAppid the service provider's application, the configured one when left
		 * out
		 * @return this builder
		 */
		public Builder spAppid(String spAppid) {
			this.spAppid = spAppid;
			return this;
		}

		/**
		 * Sets the service provider's number (服务商户号).
		 * @param spMchid the service provider's number, the configured one when left out
		 * @return this builder
		 */
		public Builder spMchid(String spMchid) {
			this.spMchid = spMchid;
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
		 * Sets the sub-merchant's number (子商户号).
		 * @param subMchid the sub-merchant's number
		 * @return this builder
		 */
		public Builder subMchid(String subMchid) {
			this.subMchid = subMchid;
			return this;
		}

		/**
		 * Sets who pays (支付者).
		 * @param payer sets its fields
		 * @return this builder
		 * @throws IllegalArgumentException if a required field is missing
		 */
		public Builder payer(Consumer<PartnerPayer.Builder> payer) {
			PartnerPayer.Builder builder = PartnerPayer.builder();
			payer.accept(builder);
			this.payer = builder.build();
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
		 * Builds the order.
		 * @return the order
		 * @throws IllegalArgumentException if a required field is missing
		 */
		public PartnerJsapiPrepayRequest build() {
			return new PartnerJsapiPrepayRequest(this.spAppid, this.spMchid, this.subAppid,
					Required.field(this.subMchid, "sub_mchid"), Required.field(this.description, "description"),
					Required.field(this.outTradeNo, "out_trade_no"), this.timeExpire, this.attach, this.notifyUrl,
					this.goodsTag, this.limitPay, this.supportFapiao, Required.field(this.amount, "amount"),
					Required.field(this.payer, "payer"), this.detail, this.sceneInfo, this.settleInfo,
					this.subsidyInfo);
		}

	}

}
