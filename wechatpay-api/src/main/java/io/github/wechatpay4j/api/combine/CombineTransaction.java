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

import java.util.List;

import io.github.wechatpay4j.api.payments.transaction.InstallmentInfo;
import io.github.wechatpay4j.api.payments.transaction.TransactionPayer;
import io.github.wechatpay4j.api.payments.transaction.TransactionSceneInfo;
import org.jspecify.annotations.Nullable;

/**
 * Combined orders as the platform knows them. What depends on a payment is missing as
 * long as nobody has paid.
 *
 * @param combineAppid the application of the merchant that combined the orders
 * (合单商户appid)
 * @param combineMchid the number of the merchant that combined the orders (合单商户号)
 * @param combineOutTradeNo the number of the whole at that merchant (合单商户订单号)
 * @param combineTransactionId the number of the whole at WeChat Pay (交易单微信支付订单号)
 * @param sceneInfo with what was paid (场景信息)
 * @param subOrders the orders (商品单信息)
 * @param combinePayerInfo who paid (支付者)
 * @param tradeScenario the scenario (交易场景)
 * @param installmentInfo how the payer buys on credit (使用的商户贴息信息)
 */
public record CombineTransaction(@Nullable String combineAppid, String combineMchid, String combineOutTradeNo,
		@Nullable String combineTransactionId, @Nullable TransactionSceneInfo sceneInfo,
		List<CombineSubTransaction> subOrders, @Nullable TransactionPayer combinePayerInfo,
		@Nullable String tradeScenario, @Nullable InstallmentInfo installmentInfo) {

	/** Copies the list. */
	public CombineTransaction {
		subOrders = (subOrders != null) ? List.copyOf(subOrders) : List.of();
	}

}
