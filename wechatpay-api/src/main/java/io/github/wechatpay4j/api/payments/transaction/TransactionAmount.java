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

package io.github.wechatpay4j.api.payments.transaction;

import org.jspecify.annotations.Nullable;

/**
 * What was asked and what was paid (订单金额).
 *
 * @param total the total in fen (总金额)
 * @param payerTotal what the payer paid in fen (用户支付金额), less than the total where
 * discounts applied
 * @param currency the currency of the total (货币类型)
 * @param payerCurrency the currency of what was paid (用户支付币种)
 */
public record TransactionAmount(long total, @Nullable Long payerTotal, @Nullable String currency,
		@Nullable String payerCurrency) {

}
