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

package io.github.wechatpay4j.api.bills;

import java.time.LocalDate;
import java.util.function.Consumer;

import io.github.wechatpay4j.operation.WechatPayRequest;

/**
 * Bills (账单). The answer says where the file is; the client downloads it and checks its
 * hash.
 *
 * @see <a href=
 * "https://pay.weixin.qq.com/docs/merchant/apis/bill-download/trade-bill/get-trade-bill.html">Trade
 * bills</a>
 */
public final class Bills {

	private Bills() {
	}

	/**
	 * Asks for the bill of a day's payments and refunds (申请交易账单). The bill of a day is
	 * ready about ten o'clock on the next; amounts in it are in yuan.
	 * @param billDate the day
	 * @return the request to execute
	 * @see <a href=
	 * "https://pay.weixin.qq.com/docs/merchant/apis/bill-download/trade-bill/get-trade-bill.html">Ask
	 * for the bill</a>
	 */
	public static WechatPayRequest<BillResponse> tradeBill(LocalDate billDate) {
		return TradeBillRequest.builder().billDate(billDate).build();
	}

	/**
	 * Asks for the bill of a day's payments and refunds (申请交易账单). With more choices, such
	 * as compression.
	 * @param billDate the day
	 * @param request sets the other fields
	 * @return the request to execute
	 */
	public static WechatPayRequest<BillResponse> tradeBill(LocalDate billDate,
			Consumer<TradeBillRequest.Builder> request) {
		TradeBillRequest.Builder builder = TradeBillRequest.builder().billDate(billDate);
		request.accept(builder);
		return builder.build();
	}

	/**
	 * Asks for the bill of a day's movements of money (申请资金账单). The bill of a day is
	 * ready about ten o'clock on the next; amounts in it are in yuan.
	 * @param billDate the day
	 * @return the request to execute
	 * @see <a href=
	 * "https://pay.weixin.qq.com/docs/merchant/apis/bill-download/fund-bill/get-fund-bill.html">Ask
	 * for the bill</a>
	 */
	public static WechatPayRequest<BillResponse> fundFlowBill(LocalDate billDate) {
		return FundFlowBillRequest.builder().billDate(billDate).build();
	}

	/**
	 * Asks for the bill of a day's movements of money (申请资金账单). With more choices, such
	 * as compression.
	 * @param billDate the day
	 * @param request sets the other fields
	 * @return the request to execute
	 */
	public static WechatPayRequest<BillResponse> fundFlowBill(LocalDate billDate,
			Consumer<FundFlowBillRequest.Builder> request) {
		FundFlowBillRequest.Builder builder = FundFlowBillRequest.builder().billDate(billDate);
		request.accept(builder);
		return builder.build();
	}

}
