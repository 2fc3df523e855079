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

import java.util.function.Consumer;

import io.github.wechatpay4j.operation.NoContent;
import io.github.wechatpay4j.operation.Required;
import io.github.wechatpay4j.operation.WechatPayRequest;

/**
 * What became of combined orders, however they were made: query (合单查询订单) and closing
 * (合单关闭订单).
 *
 * @see <a href=
 * "https://pay.weixin.qq.com/docs/partner/apis/combine-payment/orders/query-order.html">Query
 * combined orders</a>
 */
public final class CombineTransactions {

	private CombineTransactions() {
	}

	/**
	 * Asks for combined orders by the number of the whole (合单查询订单).
	 * @param combineOutTradeNo the number of the whole at the merchant
	 * @return the request to execute
	 * @throws IllegalArgumentException if the number is empty
	 * @see <a href=
	 * "https://pay.weixin.qq.com/docs/partner/apis/combine-payment/orders/query-order.html">Query
	 * combined orders</a>
	 */
	public static WechatPayRequest<CombineTransaction> queryByCombineOutTradeNo(String combineOutTradeNo) {
		return new CombineTransactionRequest(Required.field(combineOutTradeNo, "combine_out_trade_no"));
	}

	/**
	 * Closes combined orders that nobody has paid (合单关闭订单). Each of them has to be named.
	 * @param request sets the number of the whole and the orders
	 * @return the request to execute
	 * @throws IllegalArgumentException if a required field is missing
	 */
	public static WechatPayRequest<NoContent> close(Consumer<CombineCloseRequest.Builder> request) {
		CombineCloseRequest.Builder builder = CombineCloseRequest.builder();
		request.accept(builder);
		return builder.build();
	}

}
