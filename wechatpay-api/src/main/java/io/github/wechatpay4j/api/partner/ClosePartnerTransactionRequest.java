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

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.github.wechatpay4j.operation.NoContent;
import io.github.wechatpay4j.operation.Operation;
import io.github.wechatpay4j.operation.RequestDefaults;
import io.github.wechatpay4j.operation.RequestTarget;
import io.github.wechatpay4j.operation.WechatPayRequest;
import org.jspecify.annotations.Nullable;

/**
 * Closes a sub-merchant's order that nobody has paid (关闭订单).
 *
 * @param outTradeNo the order's number at the service provider (商户订单号), required
 * @param spMchid the service provider's number (服务商户号), the configured one when left out
 * @param subMchid the sub-merchant's number (子商户号), required
 */
public record ClosePartnerTransactionRequest(@JsonIgnore String outTradeNo, @Nullable String spMchid,
		String subMchid) implements WechatPayRequest<NoContent> {

	private static final Operation<NoContent> OPERATION = Operation
		.post("/v3/pay/partner/transactions/out-trade-no/{out_trade_no}/close", NoContent.class)
		.name("PartnerTransactions.close")
		.keyedBy("out_trade_no")
		.build();

	@Override
	public Operation<NoContent> operation() {
		return OPERATION;
	}

	@Override
	public void bind(RequestTarget.Builder target) {
		target.path("out_trade_no", this.outTradeNo);
	}

	@Override
	public ClosePartnerTransactionRequest withDefaults(RequestDefaults defaults) {
		return new ClosePartnerTransactionRequest(this.outTradeNo, defaults.mchidOr(this.spMchid), this.subMchid);
	}

}
