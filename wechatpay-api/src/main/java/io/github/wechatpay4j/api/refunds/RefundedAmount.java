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

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How much was given back, of what (金额信息).
 *
 * @param total the order's total in fen (订单金额)
 * @param refund the amount given back in fen (退款金额), discounts included
 * @param from the accounts that pay for it (退款出资账户及金额)
 * @param payerTotal what the payer paid in fen (用户支付金额)
 * @param payerRefund what the payer gets back in fen (用户退款金额)
 * @param settlementRefund what is taken from the settlement in fen (应结退款金额)
 * @param settlementTotal what was to be settled in fen (应结订单金额)
 * @param discountRefund the discounts taken back in fen (优惠退款金额)
 * @param currency the currency (退款币种)
 * @param refundFee the fee given back in fen (手续费退款金额)
 */
public record RefundedAmount(@Nullable Long total, @Nullable Long refund, List<RefundFrom> from,
		@Nullable Long payerTotal, @Nullable Long payerRefund, @Nullable Long settlementRefund,
		@Nullable Long settlementTotal, @Nullable Long discountRefund, @Nullable String currency,
		@Nullable Long refundFee) {

	/** Copies the list. */
	public RefundedAmount {
		from = (from != null) ? List.copyOf(from) : List.of();
	}

}
