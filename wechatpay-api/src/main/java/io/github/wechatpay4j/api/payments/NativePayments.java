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

import java.util.function.Consumer;

import io.github.wechatpay4j.operation.WechatPayRequest;

/**
 * Native payments (Native支付): the payer scans a QR code that the merchant shows.
 *
 * @see <a href="https://pay.weixin.qq.com/doc/v3/merchant/4012525171">Native payment</a>
 */
public final class NativePayments {

	private NativePayments() {
	}

	/**
	 * Makes an order (Native下单). Repeating it with the same {@code out_trade_no} and the
	 * same content is the same order. The answer lives two hours.
	 * @param request sets the fields of the order
	 * @return the request to execute
	 * @throws IllegalArgumentException if a required field is missing
	 * @see <a href="https://pay.weixin.qq.com/doc/v3/merchant/4012525171">Make an
	 * order</a>
	 */
	public static WechatPayRequest<NativePrepayResponse> prepay(Consumer<NativePrepayRequest.Builder> request) {
		NativePrepayRequest.Builder builder = NativePrepayRequest.builder();
		request.accept(builder);
		return builder.build();
	}

}
