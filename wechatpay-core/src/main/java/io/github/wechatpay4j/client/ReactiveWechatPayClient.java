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

import java.nio.file.Path;

import io.github.wechatpay4j.merchant.Invocations;
import io.github.wechatpay4j.operation.Downloadable;
import io.github.wechatpay4j.operation.WechatPayRequest;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;

/**
 * Calls WeChat Pay without blocking. Nothing happens before somebody subscribes, and
 * every subscription is a call of its own. Every call is signed, every answer verified.
 * Errors are those of {@link WechatPayClient}. Safe for use by many threads.
 *
 * @see WechatPayClients
 */
public interface ReactiveWechatPayClient {

	/**
	 * Performs a call.
	 * @param request what to do
	 * @param <T> what the platform answers
	 * @return the verified answer
	 */
	<T> Mono<T> execute(WechatPayRequest<T> request);

	/**
	 * Downloads a file, such as a bill, piece by piece, decompressing it where it is
	 * compressed. The stream ends with an error instead of completing if the file's hash
	 * is wrong: only a completed stream may be used.
	 * @param file the answer that announced the file
	 * @return the content; the subscriber releases the buffers
	 */
	Flux<DataBuffer> download(Downloadable file);

	/**
	 * Downloads a file, such as a bill, decompressing it where it is compressed. The file
	 * appears under its name only once its hash has been checked.
	 * @param file the answer that announced the file
	 * @param target the file to write, replaced if it exists
	 * @return completes when the file is there
	 */
	Mono<Void> download(Downloadable file, Path target);

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
	ReactiveWechatPayClient merchant(String name);

	/**
	 * A client whose calls differ from what is configured. Replaces what an earlier
	 * {@code with} said. For a download of a file the limit of time counts, too; it is
	 * never tried again by itself.
	 * @param options what is different
	 * @return the client
	 */
	ReactiveWechatPayClient with(CallOptions options);

}
