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

import io.github.wechatpay4j.operation.NoContent;
import io.github.wechatpay4j.operation.Required;
import io.github.wechatpay4j.operation.WechatPayRequest;

/**
 * What became of the orders of sub-merchants, however they were made: queries (查询订单) and
 * closing (关闭订单).
 *
 * @see <a href=
 * "https://pay.weixin.qq.com/docs/partner/apis/partner-query-order/partner-jsons/partner-query-by-out-trade-no.html">Query
 * an order</a>
 */
public final class PartnerTransactions {

	private PartnerTransactions() {
	}

	/**
	 * Asks for a transaction by its number at WeChat Pay (微信支付订单号查询订单).
	 * @param transactionId the transaction's number at WeChat Pay
	 * @param subMchid the sub-merchant's number
	 * @return the request to execute
	 * @throws IllegalArgumentException if a number is empty
	 */
	public static WechatPayRequest<PartnerTransaction> queryByTransactionId(String transactionId, String subMchid) {
		return new PartnerTransactionByIdRequest(Required.field(transactionId, "transaction_id"), null,
				Required.field(subMchid, "sub_mchid"));
	}

	/**
	 * Asks for a transaction by the order's number (商户订单号查询订单).
	 * @param outTradeNo the order's number at the service provider
	 * @param subMchid the sub-merchant's number
	 * @return the request to execute
	 * @throws IllegalArgumentException if a number is empty
	 * @see <a href=
	 * "https://pay.weixin.qq.com/docs/partner/apis/partner-query-order/partner-jsons/partner-query-by-out-trade-no.html">Query
	 * an order</a>
	 */
	public static WechatPayRequest<PartnerTransaction> queryByOutTradeNo(String outTradeNo, String subMchid) {
		return new PartnerTransactionByOutTradeNoRequest(Required.field(outTradeNo, "out_trade_no"), null,
				Required.field(subMchid, "sub_mchid"));
	}

	/**
	 * Closes an order that nobody has paid (关闭订单). An order that was paid meanwhile is
	 * not closed: the platform refuses.
	 * @param outTradeNo the order's number at the service provider
	 * @param subMchid the sub-merchant's number
	 * @return the request to execute
	 * @throws IllegalArgumentException if a number is empty
	 * @see <a href=
	 * "https://pay.weixin.qq.com/docs/partner/apis/partner-miniprogram-payment/close-order.html">Close
	 * an order</a>
	 */
	public static WechatPayRequest<NoContent> close(String outTradeNo, String subMchid) {
		return new ClosePartnerTransactionRequest(Required.field(outTradeNo, "out_trade_no"), null,
				Required.field(subMchid, "sub_mchid"));
	}

}
