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

import io.github.wechatpay4j.notification.NotificationType;
import org.jspecify.annotations.Nullable;

/**
 * A refund came to its end (退款结果回调通知): the event and {@code refundStatus} say which. A
 * direct merchant's has {@code mchid}, a service provider's {@code spMchid} and
 * {@code subMchid}.
 *
 * @param mchid the merchant's number (商户号)
 * @param spMchid the service provider's number (服务商户号)
 * @param subMchid the sub-merchant's number (子商户号)
 * @param outTradeNo the order's number at the merchant (商户订单号)
 * @param transactionId the transaction's number at WeChat Pay (微信支付订单号)
 * @param outRefundNo the refund's number at the merchant (商户退款单号)
 * @param refundId the refund's number at WeChat Pay (微信支付退款单号)
 * @param refundStatus the state (退款状态)
 * @param successTime when the money was given back (退款成功时间)
 * @param userReceivedAccount the account that gets the money, in words (退款入账账户)
 * @param recvAccount the account that gets the money (退款入账账户)
 * @param fundSource the money that was used (退款资金来源)
 * @param amount the amounts (金额信息)
 * @param refundAccount who advanced the money (电商平台垫资退款专用参数), only for platforms
 * @param individualAuthId the person that was paid (个人收款受理授权ID), only for platforms
 * @see <a href="https://pay.weixin.qq.com/doc/v3/merchant/4012791865">Notification of a
 * refund</a>
 */
public record RefundNotification(@Nullable String mchid, @Nullable String spMchid, @Nullable String subMchid,
		@Nullable String outTradeNo, @Nullable String transactionId, String outRefundNo, String refundId,
		RefundStatus refundStatus, @Nullable OffsetDateTime successTime, @Nullable String userReceivedAccount,
		@Nullable String recvAccount, @Nullable String fundSource, RefundNotificationAmount amount,
		@Nullable String refundAccount, @Nullable String individualAuthId) {

	/** How this kind of notification is recognised. */
	public static final NotificationType<RefundNotification> TYPE = NotificationType
		.of(RefundNotification.class, "REFUND.SUCCESS", "REFUND.ABNORMAL", "REFUND.CLOSED")
		.originalType("refund")
		.with("out_refund_no")
		.businessNumber("out_refund_no")
		.build();

	@Override
	public String toString() {
		return "RefundNotification[mchid=" + this.mchid + ", spMchid=" + this.spMchid + ", subMchid=" + this.subMchid
				+ ", outTradeNo=" + this.outTradeNo + ", transactionId=" + this.transactionId + ", outRefundNo="
				+ this.outRefundNo + ", refundId=" + this.refundId + ", refundStatus=" + this.refundStatus
				+ ", successTime=" + this.successTime + ", userReceivedAccount=***, recvAccount=***, fundSource="
				+ this.fundSource + ", amount=" + this.amount + ", refundAccount=" + this.refundAccount
				+ ", individualAuthId=" + this.individualAuthId + "]";
	}

}
