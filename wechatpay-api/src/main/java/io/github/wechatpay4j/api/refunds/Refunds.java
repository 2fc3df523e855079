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

import java.util.function.Consumer;

import io.github.wechatpay4j.operation.Required;
import io.github.wechatpay4j.operation.WechatPayRequest;

/**
 * Refunds (退款) of payments, of direct merchants and of service providers alike.
 *
 * @see <a href="https://pay.weixin.qq.com/doc/v3/merchant/4012791862">Give money back</a>
 */
public final class Refunds {

	private Refunds() {
	}

	/**
	 * Gives money back (申请退款). Repeating it with the same {@code out_refund_no} and the
	 * same content is the same refund; a new number is another refund.
	 * @param request sets the fields of the refund
	 * @return the request to execute
	 * @throws IllegalArgumentException if a required field is missing
	 * @see <a href=
	 * "https://pay.weixin.qq.com/docs/merchant/apis/refund/refunds/create.html">Give
	 * money back</a>
	 */
	public static WechatPayRequest<Refund> create(Consumer<RefundRequest.Builder> request) {
		RefundRequest.Builder builder = RefundRequest.builder();
		request.accept(builder);
		return builder.build();
	}

	/**
	 * Asks for a refund by its number at the merchant (查询单笔退款).
	 * @param outRefundNo the refund's number at the merchant
	 * @return the request to execute
	 * @throws IllegalArgumentException if a number is empty
	 * @see <a href=
	 * "https://pay.weixin.qq.com/docs/merchant/apis/refund/refunds/query-by-out-refund-no.html">Query
	 * a refund</a>
	 */
	public static WechatPayRequest<Refund> queryByOutRefundNo(String outRefundNo) {
		return new RefundByOutRefundNoRequest(Required.field(outRefundNo, "out_refund_no"), null);
	}

	/**
	 * Asks for a sub-merchant's refund by its number at the service provider (查询单笔退款).
	 * @param outRefundNo the refund's number at the service provider
	 * @param subMchid the sub-merchant's number
	 * @return the request to execute
	 * @throws IllegalArgumentException if a number is empty
	 * @see <a href=
	 * "https://pay.weixin.qq.com/docs/partner/apis/refund/refunds/query-by-out-refund-no.html">Query
	 * a refund for service providers</a>
	 */
	public static WechatPayRequest<Refund> queryByOutRefundNo(String outRefundNo, String subMchid) {
		return new RefundByOutRefundNoRequest(Required.field(outRefundNo, "out_refund_no"),
				Required.field(subMchid, "sub_mchid"));
	}

}
