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

import java.time.OffsetDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A refund as the platform knows it. Accepted is not given back: the state tells.
 *
 * @param refundId the refund's number at WeChat Pay (微信支付退款单号)
 * @param outRefundNo the refund's number at the merchant (商户退款单号)
 * @param transactionId the transaction's number at WeChat Pay (微信支付订单号)
 * @param outTradeNo the order's number at the merchant (商户订单号)
 * @param channel the way the money takes (退款渠道), such as {@code ORIGINAL} or
 * {@code BALANCE}
 * @param userReceivedAccount the account that gets the money, in words (退款入账账户)
 * @param successTime when the money was given back (退款成功时间)
 * @param createTime when the refund was accepted (退款创建时间)
 * @param status the state (退款状态)
 * @param fundsAccount the money that is used (资金账户)
 * @param amount the amounts (金额信息)
 * @param promotionDetail the discounts that were taken back (优惠退款信息)
 */
public record Refund(String refundId, String outRefundNo, @Nullable String transactionId, @Nullable String outTradeNo,
		@Nullable String channel, @Nullable String userReceivedAccount, @Nullable OffsetDateTime successTime,
		@Nullable OffsetDateTime createTime, RefundStatus status, @Nullable String fundsAccount,
		@Nullable RefundedAmount amount, List<RefundPromotionDetail> promotionDetail) {

	/** Copies the list. */
	public Refund {
		promotionDetail = (promotionDetail != null) ? List.copyOf(promotionDetail) : List.of();
	}

	@Override
	public String toString() {
		return "Refund[refundId=" + this.refundId + ", outRefundNo=" + this.outRefundNo + ", transactionId="
				+ this.transactionId + ", outTradeNo=" + this.outTradeNo + ", channel=" + this.channel
				+ ", userReceivedAccount=***, successTime=" + this.successTime + ", createTime=" + this.createTime
				+ ", status=" + this.status + ", fundsAccount=" + this.fundsAccount + ", amount=" + this.amount
				+ ", promotionDetail=" + this.promotionDetail + "]";
	}

}
