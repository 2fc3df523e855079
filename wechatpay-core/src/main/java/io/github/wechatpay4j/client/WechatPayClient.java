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

package io.github.wechatpay4j.client;

import java.io.OutputStream;
import java.nio.file.Path;

import io.github.wechatpay4j.merchant.Invocations;
import io.github.wechatpay4j.operation.Downloadable;
import io.github.wechatpay4j.operation.WechatPayRequest;

/**
 * Calls WeChat Pay and waits for the answer; at home on virtual threads. Every call is
 * signed, every answer verified before it is returned. Safe for use by many threads.
 *
 * <pre class="code">
 * PrepayResponse order = wechatPay.execute(JsapiPayments.prepay(r -&gt; r
 *         .description("Coffee").outTradeNo(orderId).amount(a -&gt; a.total(1800)).payer(p -&gt; p.openid(openid))));
 * JsapiInvocation forThePage = wechatPay.invocations().jsapi(order.prepayId());
 * </pre>
 *
 * Not to be called from an event loop: there, use {@link ReactiveWechatPayClient}.
 *
 * @see WechatPayClients
 */
public interface WechatPayClient {

	/**
	 * Performs a call.
	 * @param request what to do
	 * @param <T> what the platform answers
	 * @return the verified answer
	 * @throws io.github.wechatpay4j.OutcomeUnknownException if there is none and the
	 * platform may have acted nevertheless
	 * @throws io.github.wechatpay4j.WechatPayException if there is none and the platform
	 * has not acted
	 * @throws IllegalArgumentException if the request cannot be sent as it is; nothing
	 * was sent
	 */
	<T> T execute(WechatPayRequest<T> request);

	/**
	 * Downloads a file, such as a bill, decompressing it where it is compressed, and
	 * checks its hash. The stream is not closed. Where the hash is wrong the bytes have
	 * been written by then: do not use them.
	 * @param file the answer that announced the file
	 * @param target where to write
	 * @throws io.github.wechatpay4j.WechatPayException if the file is not to be had whole
	 * and unchanged
	 * @throws java.io.UncheckedIOException if writing fails
	 */
	void download(Downloadable file, OutputStream target);

	/**
	 * Downloads a file, such as a bill, decompressing it where it is compressed. The file
	 * appears under its name only once its hash has been checked, and is readable by its
	 * owner only.
	 * @param file the answer that announced the file
	 * @param target the file to write, replaced if it exists
	 * @throws io.github.wechatpay4j.WechatPayException if the file is not to be had whole
	 * and unchanged
	 * @throws java.io.UncheckedIOException if writing fails
	 */
	void download(Downloadable file, Path target);

	/**
	 * Signs what the payer's device needs to open the payment.
	 * @return the signer for this client's merchant
	 */
	Invocations invocations();

	/**
	 * A client that acts for another merchant.
	 * @param name the merchant's name in the configuration
	 * @return the client
	 * @throws IllegalArgumentException if there is no such merchant
	 */
	WechatPayClient merchant(String name);

	/**
	 * A client whose calls differ from what is configured. Replaces what an earlier
	 * {@code with} said. For a download of a file the limit of time counts, too; it is
	 * never tried again by itself.
	 * @param options what is different
	 * @return the client
	 */
	WechatPayClient with(CallOptions options);

}
