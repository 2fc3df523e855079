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

import org.jspecify.annotations.Nullable;

/**
 * What was asked and what was paid for an order among several (订单金额).
 *
 * @param totalAmount the total in fen (标价金额)
 * @param currency the currency of the total (标价币种)
 * @param payerAmount what the payer paid in fen (现金支付金额), less than the total where
 * discounts applied
 * @param payerCurrency the currency of what was paid (现金支付币种)
 * @param settlementRate the rate of the settlement times 10<sup>8</sup> (结算汇率)
 */
public record CombineTransactionAmount(long totalAmount, @Nullable String currency, @Nullable Long payerAmount,
		@Nullable String payerCurrency, @Nullable Long settlementRate) {

}
