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

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.github.wechatpay4j.operation.Operation;
import io.github.wechatpay4j.operation.RequestDefaults;
import io.github.wechatpay4j.operation.RequestTarget;
import io.github.wechatpay4j.operation.WechatPayRequest;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a transaction by its number at the merchant (商户订单号查询订单).
 *
 * @param outTradeNo the order's number at the merchant (商户订单号), required
 * @param mchid the merchant's number (商户号), the configured one when left out
 */
public record TransactionByOutTradeNoRequest(@JsonIgnore String outTradeNo,
		@JsonIgnore @Nullable String mchid) implements WechatPayRequest<Transaction> {

	private static final Operation<Transaction> OPERATION = Operation
		.get("/v3/pay/transactions/out-trade-no/{out_trade_no}", Transaction.class)
		.name("Transactions.queryByOutTradeNo")
		.build();

	@Override
	public Operation<Transaction> operation() {
		return OPERATION;
	}

	@Override
	public void bind(RequestTarget.Builder target) {
		target.path("out_trade_no", this.outTradeNo).query("mchid", this.mchid);
	}

	@Override
	public TransactionByOutTradeNoRequest withDefaults(RequestDefaults defaults) {
		return new TransactionByOutTradeNoRequest(this.outTradeNo, defaults.mchidOr(this.mchid));
	}

}
