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

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.github.wechatpay4j.operation.Operation;
import io.github.wechatpay4j.operation.RequestTarget;
import io.github.wechatpay4j.operation.WechatPayRequest;

/**
 * Asks for combined orders by the number of the whole (合单查询订单).
 *
 * @param combineOutTradeNo the number of the whole at the merchant (合单商户订单号), required
 */
public record CombineTransactionRequest(
		@JsonIgnore String combineOutTradeNo) implements WechatPayRequest<CombineTransaction> {

	private static final Operation<CombineTransaction> OPERATION = Operation
		.get("/v3/combine-transactions/out-trade-no/{combine_out_trade_no}", CombineTransaction.class)
		.name("CombineTransactions.queryByCombineOutTradeNo")
		.build();

	@Override
	public Operation<CombineTransaction> operation() {
		return OPERATION;
	}

	@Override
	public void bind(RequestTarget.Builder target) {
		target.path("combine_out_trade_no", this.combineOutTradeNo);
	}

}
