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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

import io.github.wechatpay4j.client.ReactiveWechatPayClient;
import io.github.wechatpay4j.operation.Downloadable;
import io.github.wechatpay4j.operation.WechatPayRequest;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

/**
 * Asks for a file, such as a bill, and downloads it, without blocking: the twin of
 * {@link Downloads}. Nothing happens before somebody subscribes; every subscription is a
 * download of its own. Progress is told on the thread that writes, which may be blocked.
 * Immutable and safe for use by many threads.
 */
public final class ReactiveDownloads {

	private final ReactiveWechatPayClient client;

	private ReactiveDownloads(ReactiveWechatPayClient client) {
		this.client = client;
	}

	/**
	 * Downloads of the client's merchant.
	 * @param client asks and downloads
	 * @return the downloads
	 */
	public static ReactiveDownloads of(ReactiveWechatPayClient client) {
		return new ReactiveDownloads(Objects.requireNonNull(client, "client"));
	}

	/**
	 * Downloads piece by piece. The stream ends with an error instead of completing if
	 * the file's hash is wrong: only a completed stream may be used.
	 * @param request asks for the file
	 * @return the content; the subscriber releases the buffers
	 */
	public Flux<DataBuffer> download(WechatPayRequest<? extends Downloadable> request) {
		return this.client.execute(request).flatMapMany(this.client::download);
	}

	/**
	 * Downloads piece by piece, telling the progress. The stream ends with an error
	 * instead of completing if the file's hash is wrong: only a completed stream may be
	 * used.
	 * @param request asks for the file
	 * @param progress hears, before each piece is handed on, how many bytes of the
	 * decompressed file there have been with it
	 * @return the content; the subscriber releases the buffers
	 */
	public Flux<DataBuffer> download(WechatPayRequest<? extends Downloadable> request, LongConsumer progress) {
		Objects.requireNonNull(progress, "progress");
		return Flux.defer(() -> {
			AtomicLong seen = new AtomicLong();
			return download(request).doOnNext((piece) -> progress.accept(seen.addAndGet(piece.readableByteCount())))
				.doOnDiscard(DataBuffer.class, DataBufferUtils::release);
		});
	}

	/**
	 * Downloads to a file, which appears under its name only once its hash has been
	 * checked, and is readable by its owner only.
	 * @param request asks for the file
	 * @param target the file to write, replaced if it exists
	 * @return completes when the file is there
	 */
	public Mono<Void> download(WechatPayRequest<? extends Downloadable> request, Path target) {
		Objects.requireNonNull(target, "target");
		return this.client.execute(request).flatMap((file) -> this.client.download(file, target));
	}

	/**
	 * Downloads to a file, which appears under its name only once its hash has been
	 * checked, and is readable by its owner only.
	 * @param request asks for the file
	 * @param target the file to write, replaced if it exists
	 * @param progress hears how many bytes of the decompressed file have been written
	 * @return completes when the file is there
	 */
	public Mono<Void> download(WechatPayRequest<? extends Downloadable> request, Path target, LongConsumer progress) {
		Objects.requireNonNull(target, "target");
		Objects.requireNonNull(progress, "progress");
		return this.client.execute(request)
			.flatMap((file) -> Mono.using(() -> PartFile.of(target), (part) -> write(file, part, progress))
				.subscribeOn(Schedulers.boundedElastic()));
	}

	private Mono<Void> write(Downloadable file, PartFile part, LongConsumer progress) {
		return DataBufferUtils.write(this.client.download(file), new CountingOutputStream(part.output(), progress))
			.doOnNext(DataBufferUtils::release)
			.onErrorMap(IOException.class, UncheckedIOException::new)
			.then(Mono.<Void>fromRunnable(part::complete));
	}

}
