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

package io.github.wechatpay4j.api.files;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.LongConsumer;

import io.github.wechatpay4j.client.WechatPayClient;
import io.github.wechatpay4j.operation.Downloadable;
import io.github.wechatpay4j.operation.WechatPayRequest;

/**
 * Asks for a file, such as a bill, and downloads it in one call: for every operation that
 * answers a {@link Downloadable}. Its hash is checked as
 * {@link WechatPayClient#download(Downloadable, Path)} checks it. Immutable and safe for
 * use by many threads.
 * <p>
 * Progress is the number of bytes written so far, told after each piece, on the calling
 * thread. These are the bytes of the file after decompression, not those that came over
 * the network, and their total is not known before the end. Progress says nothing about
 * the hash, which is checked at the end. An exception that it throws ends the download
 * and surfaces as it is.
 *
 * <pre class="code">
 * Downloads.of(wechatPay).download(Bills.tradeBill(day), Path.of("bill.csv"), written -&gt; bar.show(written));
 * </pre>
 *
 * @see ReactiveDownloads
 */
public final class Downloads {

	private final WechatPayClient client;

	private Downloads(WechatPayClient client) {
		this.client = client;
	}

	/**
	 * Downloads of the client's merchant.
	 * @param client asks and downloads
	 * @return the downloads
	 */
	public static Downloads of(WechatPayClient client) {
		return new Downloads(Objects.requireNonNull(client, "client"));
	}

	/**
	 * Downloads to a file, which appears under its name only once its hash has been
	 * checked, and is readable by its owner only.
	 * @param request asks for the file
	 * @param target the file to write, replaced if it exists
	 * @throws io.github.wechatpay4j.WechatPayException if the file is not to be had whole
	 * and unchanged
	 * @throws java.io.UncheckedIOException if writing fails
	 */
	public void download(WechatPayRequest<? extends Downloadable> request, Path target) {
		this.client.download(this.client.execute(request), target);
	}

	/**
	 * Downloads to a file, which appears under its name only once its hash has been
	 * checked, and is readable by its owner only.
	 * @param request asks for the file
	 * @param target the file to write, replaced if it exists
	 * @param progress hears how many bytes of the decompressed file have been written
	 * @throws io.github.wechatpay4j.WechatPayException if the file is not to be had whole
	 * and unchanged
	 * @throws java.io.UncheckedIOException if writing fails
	 */
	public void download(WechatPayRequest<? extends Downloadable> request, Path target, LongConsumer progress) {
		Objects.requireNonNull(progress, "progress");
		Downloadable file = this.client.execute(request);
		try (PartFile part = PartFile.of(target)) {
			this.client.download(file, new CountingOutputStream(part.output(), progress));
			part.complete();
		}
	}

	/**
	 * Downloads to a stream, which is not closed. Where the hash is wrong the bytes have
	 * been written by then: do not use them.
	 * @param request asks for the file
	 * @param target where to write
	 * @throws io.github.wechatpay4j.WechatPayException if the file is not to be had whole
	 * and unchanged
	 * @throws java.io.UncheckedIOException if writing fails
	 */
	public void download(WechatPayRequest<? extends Downloadable> request, OutputStream target) {
		this.client.download(this.client.execute(request), target);
	}

	/**
	 * Downloads to a stream, which is not closed. Where the hash is wrong the bytes have
	 * been written by then: do not use them.
	 * @param request asks for the file
	 * @param target where to write
	 * @param progress hears how many bytes of the decompressed file have been written
	 * @throws io.github.wechatpay4j.WechatPayException if the file is not to be had whole
	 * and unchanged
	 * @throws java.io.UncheckedIOException if writing fails
	 */
	public void download(WechatPayRequest<? extends Downloadable> request, OutputStream target, LongConsumer progress) {
		Objects.requireNonNull(progress, "progress");
		download(request, new CountingOutputStream(target, progress));
	}

}
