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

package io.github.wechatpay4j.api.transfers;

import java.time.OffsetDateTime;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.github.wechatpay4j.notification.NotificationType;
import org.jspecify.annotations.Nullable;

/**
 * A transfer came to its end (商家转账回调通知): {@code state} says which.
 *
 * @param outBillNo the transfer's number at the merchant (商户单号)
 * @param transferBillNo the transfer's number at WeChat Pay (商家转账订单号)
 * @param state the state (单据状态)
 * @param mchId the merchant's number (商户号), under either of the names that the protocol
 * has for it
 * @param subMchid the sub-merchant's number (子商户号)
 * @param transferAmount the amount in fen (转账金额)
 * @param openid the user's openid (收款用户OpenID)
 * @param failReason why it failed (失败原因)
 * @param createTime when the transfer was accepted (单据创建时间)
 * @param updateTime when the state last changed (最后一次状态变更时间)
 * @param paymentMethodType the wallet that got the money (收款方式类型)
 */
public record TransferBillNotification(String outBillNo, String transferBillNo, TransferState state,
		@JsonAlias("mchid") @Nullable String mchId, @Nullable String subMchid, long transferAmount,
		@Nullable String openid, @Nullable String failReason, @Nullable OffsetDateTime createTime,
		@Nullable OffsetDateTime updateTime, @Nullable String paymentMethodType) {

	/** How this kind of notification is recognised. */
	public static final NotificationType<TransferBillNotification> TYPE = NotificationType
		.of(TransferBillNotification.class, "MCHTRANSFER.BILL.FINISHED")
		.originalType("mch_payment")
		.with("out_bill_no")
		.businessNumber("out_bill_no")
		.build();

	@Override
	public String toString() {
		return "TransferBillNotification[outBillNo=" + this.outBillNo + ", transferBillNo=" + this.transferBillNo
				+ ", state=" + this.state + ", mchId=" + this.mchId + ", subMchid=" + this.subMchid
				+ ", transferAmount=" + this.transferAmount + ", openid=***, failReason=" + this.failReason
				+ ", createTime=" + this.createTime + ", updateTime=" + this.updateTime + ", paymentMethodType="
				+ this.paymentMethodType + "]";
	}

}
