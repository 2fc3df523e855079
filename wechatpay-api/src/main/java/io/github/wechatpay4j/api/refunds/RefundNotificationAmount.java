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

import org.jspecify.annotations.Nullable;

/**
 * How much was given back, of what (金额信息).
 *
 * @param total the order's total in fen (订单金额)
 * @param refund the amount given back in fen (退款金额), discounts included
 * @param payerTotal what the payer paid in fen (用户支付金额)
 * @param payerRefund what the payer gets back in fen (用户退款金额)
 * @param currency the currency of the order (货币类型)
 * @param payerCurrency the currency that was paid (用户支付币种)
 * @param settlementRefund what is taken from the settlement (结算币种退款金额)
 * @param settlementCurrency the currency of the settlement (结算币种)
 * @param exchangeRate the rate between the currencies (汇率信息)
 */
public record RefundNotificationAmount(long total, long refund, @Nullable Long payerTotal, @Nullable Long payerRefund,
		@Nullable String currency, @Nullable String payerCurrency, @Nullable Long settlementRefund,
		@Nullable String settlementCurrency, @Nullable RefundExchangeRate exchangeRate) {

}
