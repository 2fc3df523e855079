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

package io.github.wechatpay4j.api.combine;

import java.time.OffsetDateTime;
import java.util.List;

import io.github.wechatpay4j.api.payments.transaction.PromotionDetail;
import io.github.wechatpay4j.api.payments.transaction.TradeState;
import io.github.wechatpay4j.api.payments.transaction.TradeType;
import org.jspecify.annotations.Nullable;

/**
 * What became of an order among several (商品单).
 *
 * @param mchid the number of the merchant that the order belongs to (子单商户号)
 * @param individualAuthId the person that was paid (商品单个人收款方受理授权ID), only for platforms
 * @param individualName the name of that person on the platform (商品单个人收款方平台昵称)
 * @param tradeType the way it was paid (交易类型)
 * @param tradeState the state (交易状态)
 * @param bankType the bank (付款银行)
 * @param attach the order's data (附加数据)
 * @param successTime when it was paid (支付完成时间)
 * @param transactionId the transaction's number at WeChat Pay (微信支付订单号)
 * @param outTradeNo the order's number at the merchant (商品单商户订单号)
 * @param subMchid the sub-merchant's number (二级商户号)
 * @param subAppid the sub-merchant's application (子商户应用ID)
 * @param subOpenid the payer's openid under {@code sub_appid} (用户子标识)
 * @param promotionDetail the discounts that were used (优惠信息列表)
 * @param amount the amounts (订单金额)
 */
public record CombineSubTransaction(String mchid, @Nullable String individualAuthId, @Nullable String individualName,
		@Nullable TradeType tradeType, @Nullable TradeState tradeState, @Nullable String bankType,
		@Nullable String attach, @Nullable OffsetDateTime successTime, @Nullable String transactionId,
		String outTradeNo, @Nullable String subMchid, @Nullable String subAppid, @Nullable String subOpenid,
		List<PromotionDetail> promotionDetail, @Nullable CombineTransactionAmount amount) {

	/** Copies the list. */
	public CombineSubTransaction {
		promotionDetail = (promotionDetail != null) ? List.copyOf(promotionDetail) : List.of();
	}

	@Override
	public String toString() {
		return "CombineSubTransaction[mchid=" + this.mchid + ", individualAuthId=" + this.individualAuthId
				+ ", individualName=" + this.individualName + ", tradeType=" + this.tradeType + ", tradeState="
				+ this.tradeState + ", bankType=" + this.bankType + ", attach=" + this.attach + ", successTime="
				+ this.successTime + ", transactionId=" + this.transactionId + ", outTradeNo=" + this.outTradeNo
				+ ", subMchid=" + this.subMchid + ", subAppid=" + this.subAppid + ", subOpenid=***, promotionDetail="
				+ this.promotionDetail + ", amount=" + this.amount + "]";
	}

}
