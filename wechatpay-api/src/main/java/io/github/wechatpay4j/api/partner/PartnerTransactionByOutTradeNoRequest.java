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
import io.github.wechatpay4j.operation.Operation;
import io.github.wechatpay4j.operation.RequestDefaults;
import io.github.wechatpay4j.operation.RequestTarget;
import io.github.wechatpay4j.operation.WechatPayRequest;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a sub-merchant's transaction by the order's number (商户订单号查询订单).
 *
 * @param outTradeNo the order's number at the service provider (商户订单号), required
 * @param spMchid the service provider's number (服务商户号), the configured one when left out
 * @param subMchid the sub-merchant's number (子商户号), required
 */
public record PartnerTransactionByOutTradeNoRequest(@JsonIgnore String outTradeNo, @JsonIgnore @Nullable String spMchid,
		@JsonIgnore String subMchid) implements WechatPayRequest<PartnerTransaction> {

	private static final Operation<PartnerTransaction> OPERATION = Operation
		.get("/v3/pay/partner/transactions/out-trade-no/{out_trade_no}", PartnerTransaction.class)
		.name("PartnerTransactions.queryByOutTradeNo")
		.build();

	@Override
	public Operation<PartnerTransaction> operation() {
		return OPERATION;
	}

	@Override
	public void bind(RequestTarget.Builder target) {
		target.path("out_trade_no", this.outTradeNo).query("sp_mchid", this.spMchid).query("sub_mchid", this.subMchid);
	}

	@Override
	public PartnerTransactionByOutTradeNoRequest withDefaults(RequestDefaults defaults) {
		return new PartnerTransactionByOutTradeNoRequest(this.outTradeNo, defaults.mchidOr(this.spMchid),
				this.subMchid);
	}

}
