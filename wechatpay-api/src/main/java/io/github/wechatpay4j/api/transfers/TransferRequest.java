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

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.github.wechatpay4j.operation.Operation;
import io.github.wechatpay4j.operation.RequestDefaults;
import io.github.wechatpay4j.operation.Required;
import io.github.wechatpay4j.operation.Sensitive;
import io.github.wechatpay4j.operation.WechatPayRequest;
import org.jspecify.annotations.Nullable;

/**
 * Transfers money to a user (发起转账).
 *
 * @param appid the application that the openid belongs to (商户AppID), the configured one
 * when left out
 * @param outBillNo the transfer's number at the merchant (商户单号), required, at most 32
 * letters or digits
 * @param openid the user's openid (收款用户OpenID), required
 * @param userName the user's real name (收款用户姓名), sent encrypted; demanded from 2,000 yuan
 * on
 * @param transferAmount the amount in fen (转账金额), required
 * @param transferRemark the remark, shown to the user (转账备注), required, at most 32
 * characters
 * @param notifyUrl where the notification is to be sent (通知地址), the configured address
 * when left out
 * @param userRecvPerception what the user is told the money is (用户收款感知)
 * @param transferSceneId the scene (转账场景ID), required, such as {@code 1000}
 * @param transferSceneReportInfos the facts that the scene demands (转账场景报备信息), required
 * @param userRecvStyle what the user sees (用户收款样式)
 */
public record TransferRequest(@Nullable String appid, String outBillNo, String openid,
		@Sensitive @Nullable String userName, long transferAmount, String transferRemark, @Nullable String notifyUrl,
		@Nullable String userRecvPerception, String transferSceneId,
		List<TransferSceneReportInfo> transferSceneReportInfos,
		@Nullable UserRecvStyle userRecvStyle) implements WechatPayRequest<TransferResponse> {

	private static final Operation<TransferResponse> OPERATION = Operation
		.post("/v3/fund-app/mch-transfer/transfer-bills", TransferResponse.class)
		.name("Transfers.create")
		.keyedBy("out_bill_no")
		.build();

	/** Copies the list. */
	public TransferRequest {
		transferSceneReportInfos = (transferSceneReportInfos != null) ? List.copyOf(transferSceneReportInfos)
				: List.of();
	}

	/**
	 * Starts a transfer.
	 * @return a builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	@Override
	public Operation<TransferResponse> operation() {
		return OPERATION;
	}

	@Override
	public TransferRequest withDefaults(RequestDefaults defaults) {
		return new TransferRequest(defaults.appidOr(this.appid), this.outBillNo, this.openid, this.userName,
				this.transferAmount, this.transferRemark, defaults.optionalNotifyUrlOr(this.notifyUrl),
				this.userRecvPerception, this.transferSceneId, this.transferSceneReportInfos, this.userRecvStyle);
	}

	@Override
	public String toString() {
		return "TransferRequest[appid=" + this.appid + ", outBillNo=" + this.outBillNo + ", openid=***"
				+ ", userName=***, transferAmount=" + this.transferAmount + ", transferRemark=" + this.transferRemark
				+ ", notifyUrl=" + this.notifyUrl + ", userRecvPerception=" + this.userRecvPerception
				+ ", transferSceneId=" + this.transferSceneId + ", transferSceneReportInfos="
				+ this.transferSceneReportInfos + ", userRecvStyle=" + this.userRecvStyle + "]";
	}

	/**
	 * Builds a {@link TransferRequest}.
	 */
	public static final class Builder {

		private @Nullable String appid;

		private @Nullable String outBillNo;

		private @Nullable String openid;

		private @Nullable String userName;

		private @Nullable Long transferAmount;

		private @Nullable String transferRemark;

		private @Nullable String notifyUrl;

		private @Nullable String userRecvPerception;

		private @Nullable String transferSceneId;

		private final List<TransferSceneReportInfo> transferSceneReportInfos = new ArrayList<>();

		private @Nullable UserRecvStyle userRecvStyle;

		private Builder() {
		}

		/**
		 * Sets the application that the openid belongs to (商户AppID).
		 * @param appid the application that the openid belongs to, the configured one
		 * when left out
		 * @return this builder
		 */
		public Builder appid(String appid) {
			this.appid = appid;
			return this;
		}

		/**
		 * Sets the transfer's number at the merchant (商户单号).
		 * @param outBillNo the transfer's number at the merchant, at most 32 letters or
		 * digits
		 * @return this builder
		 */
		public Builder outBillNo(String outBillNo) {
			this.outBillNo = outBillNo;
			return this;
		}

		/**
		 * Sets the user's openid (收款用户OpenID).
		 * @param openid the user's openid
		 * @return this builder
		 */
		public Builder openid(String openid) {
			this.openid = openid;
			return this;
		}

		/**
		 * Sets the user's real name (收款用户姓名).
		 * @param userName the user's real name, sent encrypted; demanded from 2,000 yuan
		 * on
		 * @return this builder
		 */
		public Builder userName(String userName) {
			this.userName = userName;
			return this;
		}

		/**
		 * Sets the amount in fen (转账金额).
		 * @param transferAmount the amount in fen
		 * @return this builder
		 */
		public Builder transferAmount(long transferAmount) {
			this.transferAmount = transferAmount;
			return this;
		}

		/**
		 * Sets the remark, shown to the user (转账备注).
		 * @param transferRemark the remark, shown to the user, at most 32 characters
		 * @return this builder
		 */
		public Builder transferRemark(String transferRemark) {
			this.transferRemark = transferRemark;
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
		 * Sets what the user is told the money is (用户收款感知).
		 * @param userRecvPerception what the user is told the money is
		 * @return this builder
		 */
		public Builder userRecvPerception(String userRecvPerception) {
			this.userRecvPerception = userRecvPerception;
			return this;
		}

		/**
		 * Sets the scene (转账场景ID).
		 * @param transferSceneId the scene, such as {@code 1000}
		 * @return this builder
		 */
		public Builder transferSceneId(String transferSceneId) {
			this.transferSceneId = transferSceneId;
			return this;
		}

		/**
		 * Sets the facts that the scene demands (转账场景报备信息).
		 * @param transferSceneReportInfos the facts that the scene demands
		 * @return this builder
		 */
		public Builder transferSceneReportInfos(List<TransferSceneReportInfo> transferSceneReportInfos) {
			this.transferSceneReportInfos.clear();
			this.transferSceneReportInfos.addAll(transferSceneReportInfos);
			return this;
		}

		/**
		 * Adds one to the facts that the scene demands (转账场景报备信息).
		 * @param transferSceneReportInfo sets its fields
		 * @return this builder
		 * @throws IllegalArgumentException if a required field is missing
		 */
		public Builder addTransferSceneReportInfo(Consumer<TransferSceneReportInfo.Builder> transferSceneReportInfo) {
			TransferSceneReportInfo.Builder builder = TransferSceneReportInfo.builder();
			transferSceneReportInfo.accept(builder);
			this.transferSceneReportInfos.add(builder.build());
			return this;
		}

		/**
		 * Sets what the user sees (用户收款样式).
		 * @param userRecvStyle sets its fields
		 * @return this builder
		 * @throws IllegalArgumentException if a required field is missing
		 */
		public Builder userRecvStyle(Consumer<UserRecvStyle.Builder> userRecvStyle) {
			UserRecvStyle.Builder builder = UserRecvStyle.builder();
			userRecvStyle.accept(builder);
			this.userRecvStyle = builder.build();
			return this;
		}

		/**
		 * Builds the transfer.
		 * @return the transfer
		 * @throws IllegalArgumentException if a required field is missing
		 */
		public TransferRequest build() {
			return new TransferRequest(this.appid, Required.field(this.outBillNo, "out_bill_no"),
					Required.field(this.openid, "openid"), this.userName,
					Required.field(this.transferAmount, "transfer_amount"),
					Required.field(this.transferRemark, "transfer_remark"), this.notifyUrl, this.userRecvPerception,
					Required.field(this.transferSceneId, "transfer_scene_id"),
					Required.field(this.transferSceneReportInfos, "transfer_scene_report_infos"), this.userRecvStyle);
		}

	}

}
