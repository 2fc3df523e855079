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

package io.github.wechatpay4j.api.payments;

import io.github.wechatpay4j.api.payments.transaction.CloseTransactionRequest;
import io.github.wechatpay4j.api.payments.transaction.Transaction;
import io.github.wechatpay4j.api.payments.transaction.TransactionByIdRequest;
import io.github.wechatpay4j.api.payments.transaction.TransactionByOutTradeNoRequest;
import io.github.wechatpay4j.operation.NoContent;
import io.github.wechatpay4j.operation.Required;
import io.github.wechatpay4j.operation.WechatPayRequest;

/**
 * What became of the orders of a direct merchant, however they were made: queries (查询订单)
 * and closing (关闭订单).
 *
 * @see <a href="https://pay.weixin.qq.com/doc/v3/merchant/4012791859">Query an order</a>
 */
public final class Transactions {

	private Transactions() {
	}

	/**
	 * Asks for a transaction by its number at WeChat Pay (微信支付订单号查询订单).
	 * @param transactionId the transaction's number at WeChat Pay
	 * @return the request to execute
	 * @throws IllegalArgumentException if a number is empty
	 * @see <a href="https://pay.weixin.qq.com/doc/v3/merchant/4012791858">Query by the
	 * number at WeChat Pay</a>
	 */
	public static WechatPayRequest<Transaction> queryByTransactionId(String transactionId) {
		return new TransactionByIdRequest(Required.field(transactionId, "transaction_id"), null);
	}

	/**
	 * Asks for a transaction of a certain merchant by its number at WeChat Pay.
	 * @param transactionId the transaction's number at WeChat Pay
	 * @param mchid the merchant's number, instead of the configured one
	 * @return the request to execute
	 * @throws IllegalArgumentException if a number is empty
	 */
	public static WechatPayRequest<Transaction> queryByTransactionId(String transactionId, String mchid) {
		return new TransactionByIdRequest(Required.field(transactionId, "transaction_id"),
				Required.field(mchid, "mchid"));
	}

	/**
	 * Asks for a transaction by its number at the merchant (商户订单号查询订单).
	 * @param outTradeNo the order's number at the merchant
	 * @return the request to execute
	 * @throws IllegalArgumentException if a number is empty
	 * @see <a href="https://pay.weixin.qq.com/doc/v3/merchant/4012791859">Query by the
	 * number at the merchant</a>
	 */
	public static WechatPayRequest<Transaction> queryByOutTradeNo(String outTradeNo) {
		return new TransactionByOutTradeNoRequest(Required.field(outTradeNo, "out_trade_no"), null);
	}

	/**
	 * Asks for a transaction of a certain merchant by its number at the merchant.
	 * @param outTradeNo the order's number at the merchant
	 * @param mchid the merchant's number, instead of the configured one
	 * @return the request to execute
	 * @throws IllegalArgumentException if a number is empty
	 */
	public static WechatPayRequest<Transaction> queryByOutTradeNo(String outTradeNo, String mchid) {
		return new TransactionByOutTradeNoRequest(Required.field(outTradeNo, "out_trade_no"),
				Required.field(mchid, "mchid"));
	}

	/**
	 * Closes an order that nobody has paid (关闭订单). An order that was paid meanwhile is
	 * not closed: the platform refuses.
	 * @param outTradeNo the order's number at the merchant
	 * @return the request to execute
	 * @throws IllegalArgumentException if a number is empty
	 * @see <a href="https://pay.weixin.qq.com/doc/v3/merchant/4012791860">Close an
	 * order</a>
	 */
	public static WechatPayRequest<NoContent> close(String outTradeNo) {
		return new CloseTransactionRequest(Required.field(outTradeNo, "out_trade_no"), null);
	}

	/**
	 * Closes an order of a certain merchant that nobody has paid.
	 * @param outTradeNo the order's number at the merchant
	 * @param mchid the merchant's number, instead of the configured one
	 * @return the request to execute
	 * @throws IllegalArgumentException if a number is empty
	 */
	public static WechatPayRequest<NoContent> close(String outTradeNo, String mchid) {
		return new CloseTransactionRequest(Required.field(outTradeNo, "out_trade_no"), Required.field(mchid, "mchid"));
	}

}
