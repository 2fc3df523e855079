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

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.github.wechatpay4j.operation.Operation;
import io.github.wechatpay4j.operation.RequestTarget;
import io.github.wechatpay4j.operation.WechatPayRequest;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a refund by its number at the merchant (查询单笔退款).
 *
 * @param outRefundNo the refund's number at the merchant (商户退款单号), required
 * @param subMchid the sub-merchant's number (子商户号), only for service providers
 */
public record RefundByOutRefundNoRequest(@JsonIgnore String outRefundNo,
		@JsonIgnore @Nullable String subMchid) implements WechatPayRequest<Refund> {

	private static final Operation<Refund> OPERATION = Operation
		.get("/v3/refund/domestic/refunds/{out_refund_no}", Refund.class)
		.name("Refunds.queryByOutRefundNo")
		.build();

	@Override
	public Operation<Refund> operation() {
		return OPERATION;
	}

	@Override
	public void bind(RequestTarget.Builder target) {
		target.path("out_refund_no", this.outRefundNo).query("sub_mchid", this.subMchid);
	}

}
