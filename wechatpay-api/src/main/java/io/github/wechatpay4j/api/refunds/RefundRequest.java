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

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.github.wechatpay4j.operation.Operation;
import io.github.wechatpay4j.operation.RequestDefaults;
import io.github.wechatpay4j.operation.Required;
import io.github.wechatpay4j.operation.WechatPayRequest;
import org.jspecify.annotations.Nullable;

/**
 * Gives money back (申请退款). The order is named by {@code transaction_id} or by
 * {@code out_trade_no}.
 *
 * @param subMchid the sub-merchant's number (子商户号), only for service providers
 * @param transactionId the transaction's number at WeChat Pay (微信支付订单号), required unless
 * {@code out_trade_no} is given
 * @param outTradeNo the order's number at the merchant (商户订单号), required unless
 * {@code transaction_id} is given
 * @param outRefundNo the refund's number at the merchant (商户退款单号), required, at most 64
 * letters, digits or {@code _-|*@}
 * @param reason the reason, shown to the payer (退款原因), at most 80 characters
 * @param notifyUrl where the notification is to be sent (退款结果回调url), the configured
 * address when left out
 * @param fundsAccount the money that is used (退款资金来源), such as {@code AVAILABLE}
 * @param amount how much is to be given back (金额信息), required
 * @param goodsDetail the goods that are given back (退款商品)
 */
public record RefundRequest(@Nullable String subMchid, @Nullable String transactionId, @Nullable String outTradeNo,
		String outRefundNo, @Nullable String reason, @Nullable String notifyUrl, @Nullable String fundsAccount,
		RefundAmount amount, @Nullable List<RefundGoodsDetail> goodsDetail) implements WechatPayRequest<Refund> {

	private static final Operation<Refund> OPERATION = Operation.post("/v3/refund/domestic/refunds", Refund.class)
		.name("Refunds.create")
		.keyedBy("out_refund_no")
		.build();

	/** Copies the list. */
	public RefundRequest {
		goodsDetail = (goodsDetail != null) ? List.copyOf(goodsDetail) : null;
	}

	/**
	 * Starts a refund.
	 * @return a builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	@Override
	public Operation<Refund> operation() {
		return OPERATION;
	}

	@Override
	public RefundRequest withDefaults(RequestDefaults defaults) {
		return new RefundRequest(this.subMchid, this.transactionId, this.outTradeNo, this.outRefundNo, this.reason,
				defaults.optionalNotifyUrlOr(this.notifyUrl), this.fundsAccount, this.amount, this.goodsDetail);
	}

	/**
	 * Builds a {@link RefundRequest}.
	 */
	public static final class Builder {

		private @Nullable String subMchid;

		private @Nullable String transactionId;

		private @Nullable String outTradeNo;

		private @Nullable String outRefundNo;

		private @Nullable String reason;

		private @Nullable String notifyUrl;

		private @Nullable String fundsAccount;

		private @Nullable RefundAmount amount;

		private final List<RefundGoodsDetail> goodsDetail = new ArrayList<>();

		private Builder() {
		}

		/**
		 * Sets the sub-merchant's number (子商户号).
		 * @param subMchid the sub-merchant's number, only for service providers
		 * @return this builder
		 */
		public Builder subMchid(String subMchid) {
			this.subMchid = subMchid;
			return this;
		}

		/**
		 * Sets the transaction's number at WeChat Pay (微信支付订单号).
		 * @param transactionId the transaction's number at WeChat Pay, required unless
		 * {@code out_trade_no} is given
		 * @return this builder
		 */
		public Builder transactionId(String transactionId) {
			this.transactionId = transactionId;
			return this;
		}

		/**
		 * Sets the order's number at the merchant (商户订单号).
		 * @param outTradeNo the order's number at the merchant, required unless
		 * {@code transaction_id} is given
		 * @return this builder
		 */
		public Builder outTradeNo(String outTradeNo) {
			this.outTradeNo = outTradeNo;
			return this;
		}

		/**
		 * Sets the refund's number at the merchant (商户退款单号).
		 * @param outRefundNo the refund's number at the merchant, at most 64 letters,
		 * digits or {@code _-|*@}
		 * @return this builder
		 */
		public Builder outRefundNo(String outRefundNo) {
			this.outRefundNo = outRefundNo;
			return this;
		}

		/**
		 * Sets the reason, shown to the payer (退款原因).
		 * @param reason the reason, shown to the payer, at most 80 characters
		 * @return this builder
		 */
		public Builder reason(String reason) {
			this.reason = reason;
			return this;
		}

		/**
		 * Sets where the notification is to be sent (退款结果回调url).
		 * @param notifyUrl where the notification is to be sent, the configured address
		 * when left out
		 * @return this builder
		 */
		public Builder notifyUrl(String notifyUrl) {
			this.notifyUrl = notifyUrl;
			return this;
		}

		/**
		 * Sets the money that is used (退款资金来源).
		 * @param fundsAccount the money that is used, such as {@code AVAILABLE}
		 * @return this builder
		 */
		public Builder fundsAccount(String fundsAccount) {
			this.fundsAccount = fundsAccount;
			return this;
		}

		/**
		 * Sets how much is to be given back (金额信息).
		 * @param amount sets its fields
		 * @return this builder
		 * @throws IllegalArgumentException if a required field is missing
		 */
		public Builder amount(Consumer<RefundAmount.Builder> amount) {
			RefundAmount.Builder builder = RefundAmount.builder();
			amount.accept(builder);
			this.amount = builder.build();
			return this;
		}

		/**
		 * Sets the goods that are given back (退款商品).
		 * @param goodsDetail the goods that are given back
		 * @return this builder
		 */
		public Builder goodsDetail(List<RefundGoodsDetail> goodsDetail) {
			this.goodsDetail.clear();
			this.goodsDetail.addAll(goodsDetail);
			return this;
		}

		/**
		 * Adds one to the goods that are given back (退款商品).
		 * @param goodsDetail sets its fields
		 * @return this builder
		 * @throws IllegalArgumentException if a required field is missing
		 */
		public Builder addGoodsDetail(Consumer<RefundGoodsDetail.Builder> goodsDetail) {
			RefundGoodsDetail.Builder builder = RefundGoodsDetail.builder();
			goodsDetail.accept(builder);
			this.goodsDetail.add(builder.build());
			return this;
		}

		/**
		 * Builds the refund.
		 * @return the refund
		 * @throws IllegalArgumentException if a required field is missing
		 */
		public RefundRequest build() {
			if (this.transactionId == null) {
				Required.field(this.outTradeNo, "out_trade_no or transaction_id");
			}
			return new RefundRequest(this.subMchid, this.transactionId, this.outTradeNo,
					Required.field(this.outRefundNo, "out_refund_no"), this.reason, this.notifyUrl, this.fundsAccount,
					Required.field(this.amount, "amount"), this.goodsDetail.isEmpty() ? null : this.goodsDetail);
		}

	}

}
