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

import java.util.function.Consumer;

import io.github.wechatpay4j.operation.Required;
import io.github.wechatpay4j.operation.WechatPayRequest;

/**
 * Transfers to users (商家转账), who confirm in WeChat that they take the money.
 *
 * @see <a href="https://pay.weixin.qq.com/doc/v3/merchant/4012716434">Transfer money</a>
 */
public final class Transfers {

	private Transfers() {
	}

	/**
	 * Transfers money to a user (发起转账). Repeating it with the same {@code out_bill_no}
	 * and the same content is the same transfer; use a new number only after a query said
	 * that this one failed.
	 * @param request sets the fields of the transfer
	 * @return the request to execute
	 * @throws IllegalArgumentException if a required field is missing
	 * @see <a href=
	 * "https://pay.weixin.qq.com/docs/merchant/apis/mch-trans/transfer-bill/transfer-to-user.html">Transfer
	 * money</a>
	 */
	public static WechatPayRequest<TransferResponse> create(Consumer<TransferRequest.Builder> request) {
		TransferRequest.Builder builder = TransferRequest.builder();
		request.accept(builder);
		return builder.build();
	}

	/**
	 * Asks for a transfer by its number at the merchant (商户单号查询转账单).
	 * @param outBillNo the transfer's number at the merchant
	 * @return the request to execute
	 * @throws IllegalArgumentException if the number is empty
	 * @see <a href=
	 * "https://pay.weixin.qq.com/docs/merchant/apis/mch-trans/transfer-bill/get-transfer-bill-by-out-no.html">Query
	 * by the number at the merchant</a>
	 */
	public static WechatPayRequest<TransferBill> queryByOutBillNo(String outBillNo) {
		return new TransferByOutBillNoRequest(Required.field(outBillNo, "out_bill_no"));
	}

	/**
	 * Asks for a transfer by its number at WeChat Pay (微信单号查询转账单).
	 * @param transferBillNo the transfer's number at WeChat Pay
	 * @return the request to execute
	 * @throws IllegalArgumentException if the number is empty
	 * @see <a href=
	 * "https://pay.weixin.qq.com/docs/merchant/apis/mch-trans/transfer-bill/get-transfer-bill-by-no.html">Query
	 * by the number at WeChat Pay</a>
	 */
	public static WechatPayRequest<TransferBill> queryByTransferBillNo(String transferBillNo) {
		return new TransferByTransferBillNoRequest(Required.field(transferBillNo, "transfer_bill_no"));
	}

	/**
	 * Cancels a transfer that the user has not confirmed (撤销转账).
	 * @param outBillNo the transfer's number at the merchant
	 * @return the request to execute
	 * @throws IllegalArgumentException if the number is empty
	 * @see <a href=
	 * "https://pay.weixin.qq.com/docs/merchant/apis/mch-trans/transfer-bill/cancel-transfer.html">Cancel
	 * a transfer</a>
	 */
	public static WechatPayRequest<CancelTransferResponse> cancel(String outBillNo) {
		return new CancelTransferRequest(Required.field(outBillNo, "out_bill_no"));
	}

}
