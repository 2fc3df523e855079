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

package io.github.wechatpay4j.api.transfers;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.github.wechatpay4j.operation.Operation;
import io.github.wechatpay4j.operation.RequestTarget;
import io.github.wechatpay4j.operation.WechatPayRequest;

/**
 * Asks for a transfer by its number at the merchant (商户单号查询转账单).
 *
 * @param outBillNo the transfer's number at the merchant (商户单号), required
 */
public record TransferByOutBillNoRequest(@JsonIgnore String outBillNo) implements WechatPayRequest<TransferBill> {

	private static final Operation<TransferBill> OPERATION = Operation
		.get("/v3/fund-app/mch-transfer/transfer-bills/out-bill-no/{out_bill_no}", TransferBill.class)
		.name("Transfers.queryByOutBillNo")
		.build();

	@Override
	public Operation<TransferBill> operation() {
		return OPERATION;
	}

	@Override
	public void bind(RequestTarget.Builder target) {
		target.path("out_bill_no", this.outBillNo);
	}

}
