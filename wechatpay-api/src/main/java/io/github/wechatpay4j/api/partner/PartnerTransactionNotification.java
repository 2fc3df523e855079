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

import io.github.wechatpay4j.api.payments.transaction.InstallmentInfo;
import io.github.wechatpay4j.api.payments.transaction.PromotionDetail;
import io.github.wechatpay4j.api.payments.transaction.TradeState;
import io.github.wechatpay4j.api.payments.transaction.TradeType;
import io.github.wechatpay4j.api.payments.transaction.TransactionAmount;
import io.github.wechatpay4j.api.payments.transaction.TransactionSceneInfo;
import io.github.wechatpay4j.notification.NotificationType;
import org.jspecify.annotations.Nullable;

/**
 * An order of a sub-merchant was paid (服务商支付成功回调通知).
 *
 * @param spAppid the service provider's application (服务商应用ID)
 * @param spMchid the service provider's number (服务商户号)
 * @param subAppid the sub-merchant's application (子商户应用ID)
 * @param subMchid the sub-merchant's number (子商户号)
 * @param outTradeNo the order's number at the merchant (商户订单号)
 * @param transactionId the transaction's number at WeChat Pay (微信支付订单号)
 * @param tradeType the way it was paid (交易类型)
 * @param tradeState the state (交易状态)
 * @param tradeStateDesc the state in words (交易状态描述)
 * @param bankType the bank (付款银行)
 * @param attach the order's data (附加数据)
 * @param successTime when it was paid (支付完成时间)
 * @param payer who paid (支付者)
 * @param amount the amounts (订单金额)
 * @param sceneInfo with what was paid (场景信息)
 * @param promotionDetail the discounts that were used (优惠功能)
 * @param installmentInfo how the payer buys on credit (使用的商户贴息信息)
 */
public record PartnerTransactionNotification(@Nullable String spAppid, String spMchid, @Nullable String subAppid,
		String subMchid, String outTradeNo, String transactionId, @Nullable TradeType tradeType, TradeState tradeState,
		@Nullable String tradeStateDesc, @Nullable String bankType, @Nullable String attach, OffsetDateTime successTime,
		@Nullable PartnerTransactionPayer payer, TransactionAmount amount, @Nullable TransactionSceneInfo sceneInfo,
		List<PromotionDetail> promotionDetail, @Nullable InstallmentInfo installmentInfo) {

	/** How this kind of notification is recognised. */
	public static final NotificationType<PartnerTransactionNotification> TYPE = NotificationType
		.of(PartnerTransactionNotification.class, "TRANSACTION.SUCCESS")
		.originalType("transaction")
		.with("sp_mchid", "out_trade_no")
		.without("combine_mchid", "parking_info")
		.businessNumber("out_trade_no")
		.build();

	/** Copies the list. */
	public PartnerTransactionNotification {
		promotionDetail = (promotionDetail != null) ? List.copyOf(promotionDetail) : List.of();
	}

	/**
	 * The same facts as the answer to a query, so that one method can handle both.
	 * @return the transaction
	 */
	public PartnerTransaction transaction() {
		return new PartnerTransaction(this.spAppid, this.spMchid, this.subAppid, this.subMchid, this.outTradeNo,
				this.transactionId, this.tradeType, this.tradeState, this.tradeStateDesc, this.bankType, this.attach,
				this.successTime, this.payer, this.amount, this.sceneInfo, this.promotionDetail, this.installmentInfo);
	}

}
