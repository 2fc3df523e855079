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

package io.github.wechatpay4j.api.complaints;

import java.time.OffsetDateTime;
import java.util.List;

import io.github.wechatpay4j.operation.Sensitive;
import org.jspecify.annotations.Nullable;

/**
 * A payer's complaint (投诉单). The list leaves out {@code payerOpenid}.
 *
 * @param complaintId the complaint's number (投诉单号)
 * @param complaintTime when the payer complained (投诉时间)
 * @param complaintDetail what the payer says (投诉详情)
 * @param complaintState the state (投诉单状态)
 * @param complaintedMchid the number of the merchant complained about (被诉商户号)
 * @param payerPhone the payer's telephone number (投诉人联系方式), arrives encrypted
 * @param payerOpenid the payer's openid (投诉人openid)
 * @param complaintMediaList the pictures (投诉资料列表)
 * @param complaintOrderInfo the orders (投诉单关联订单信息)
 * @param serviceOrderInfo the pay-score orders (投诉单关联服务单信息)
 * @param complaintFullRefunded whether everything was given back (投诉单是否已全额退款)
 * @param incomingUserResponse whether the payer waits for an answer (是否有待回复的用户留言)
 * @param problemDescription the problem in a few words (问题描述)
 * @param userComplaintTimes how often the payer complained (用户投诉次数)
 * @param problemType the kind of problem (问题类型), such as {@code REFUND}
 * @param applyRefundAmount what the payer wants back in fen (申请退款金额)
 * @param userTagList what is known of the payer (用户标签列表), such as {@code HIGH_RISK}
 * @param additionalInfo what it says about its trade (补充信息)
 * @param inPlatformService whether the platform helps (是否在平台协助中)
 * @param needImmediateService whether the payer needs an answer at once (是否需即时服务用户)
 * @param isAgentMode whether a program complained for the payer (是否是智能体投诉)
 */
public record Complaint(String complaintId, @Nullable OffsetDateTime complaintTime, @Nullable String complaintDetail,
		ComplaintState complaintState, @Nullable String complaintedMchid, @Sensitive @Nullable String payerPhone,
		@Nullable String payerOpenid, List<ComplaintMedia> complaintMediaList, List<ComplaintOrder> complaintOrderInfo,
		List<ComplaintServiceOrder> serviceOrderInfo, @Nullable Boolean complaintFullRefunded,
		@Nullable Boolean incomingUserResponse, @Nullable String problemDescription, @Nullable Long userComplaintTimes,
		@Nullable String problemType, @Nullable Long applyRefundAmount, List<String> userTagList,
		@Nullable ComplaintAdditionalInfo additionalInfo, @Nullable Boolean inPlatformService,
		@Nullable Boolean needImmediateService, @Nullable Boolean isAgentMode) {

	/** Copies the lists. */
	public Complaint {
		complaintMediaList = (complaintMediaList != null) ? List.copyOf(complaintMediaList) : List.of();
		complaintOrderInfo = (complaintOrderInfo != null) ? List.copyOf(complaintOrderInfo) : List.of();
		serviceOrderInfo = (serviceOrderInfo != null) ? List.copyOf(serviceOrderInfo) : List.of();
		userTagList = (userTagList != null) ? List.copyOf(userTagList) : List.of();
	}

	@Override
	public String toString() {
		return "Complaint[complaintId=" + this.complaintId + ", complaintTime=" + this.complaintTime
				+ ", complaintDetail=***" + ", complaintState=" + this.complaintState + ", complaintedMchid="
				+ this.complaintedMchid + ", payerPhone=***, payerOpenid=***" + ", complaintMediaList="
				+ this.complaintMediaList + ", complaintOrderInfo=" + this.complaintOrderInfo + ", serviceOrderInfo="
				+ this.serviceOrderInfo + ", complaintFullRefunded=" + this.complaintFullRefunded
				+ ", incomingUserResponse=" + this.incomingUserResponse + ", problemDescription=***"
				+ ", userComplaintTimes=" + this.userComplaintTimes + ", problemType=" + this.problemType
				+ ", applyRefundAmount=" + this.applyRefundAmount + ", userTagList=" + this.userTagList
				+ ", additionalInfo=" + this.additionalInfo + ", inPlatformService=" + this.inPlatformService
				+ ", needImmediateService=" + this.needImmediateService + ", isAgentMode=" + this.isAgentMode + "]";
	}

}
