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

import io.github.wechatpay4j.operation.Sensitive;
import org.jspecify.annotations.Nullable;

/**
 * A transfer as the platform knows it (转账单).
 *
 * @param mchId the merchant's number (商户号)
 * @param outBillNo the transfer's number at the merchant (商户单号)
 * @param transferBillNo the transfer's number at WeChat Pay (商家转账订单号)
 * @param appid the application that the openid belongs to (商户AppID)
 * @param state the state (单据状态)
 * @param transferAmount the amount in fen (转账金额)
 * @param transferRemark the remark (转账备注)
 * @param failReason why it failed (失败原因)
 * @param openid the user's openid (收款用户OpenID)
 * @param userName the user's real name (收款用户姓名), arrives encrypted
 * @param createTime when the transfer was accepted (单据创建时间)
 * @param updateTime when the state last changed (最后一次状态变更时间)
 */
public record TransferBill(@Nullable String mchId, String outBillNo, String transferBillNo, @Nullable String appid,
		TransferState state, long transferAmount, @Nullable String transferRemark, @Nullable String failReason,
		@Nullable String openid, @Sensitive @Nullable String userName, @Nullable OffsetDateTime createTime,
		@Nullable OffsetDateTime updateTime) {

	@Override
	public String toString() {
		return "TransferBill[mchId=" + this.mchId + ", outBillNo=" + this.outBillNo + ", transferBillNo="
				+ this.transferBillNo + ", appid=" + this.appid + ", state=" + this.state + ", transferAmount="
				+ this.transferAmount + ", transferRemark=" + this.transferRemark + ", failReason=" + this.failReason
				+ ", openid=***" + ", userName=***, createTime=" + this.createTime + ", updateTime=" + this.updateTime
				+ "]";
	}

}
