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

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.wechatpay4j.merchant.Invocations;
import io.github.wechatpay4j.operation.Downloadable;
import io.github.wechatpay4j.operation.WechatPayRequest;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;

/**
 * The reactive client. Decompressing and hashing a download happens on a scheduler that
 * may block, never on an event loop.
 */
final class DefaultReactiveWechatPayClient implements ReactiveWechatPayClient {

	private static final int PIECE = 8192;

	private final Calls calls;

	DefaultReactiveWechatPayClient(Calls calls) {
		this.calls = calls;
	}

	@Override
	public <T> Mono<T> execute(WechatPayRequest<T> request) {
		return Mono.defer(() -> {
			CallState state = this.calls.begin(request);
			Mono<T> call = Mono.defer(() -> this.calls.execute(request, state));
			// Elsewhere the thread may hold what the call belongs to, such as an
			// observation
			return (this.calls.merchants().isBlocking() && Schedulers.isInNonBlockingThread())
					? call.subscribeOn(Schedulers.boundedElastic()) : call;
		});
	}

	@Override
	public Flux<DataBuffer> download(Downloadable file) {
		return Flux.defer(() -> {
			GivenUp givenUp = new GivenUp(this.calls.receive(file));
			return DataBufferUtils
				.readInputStream(() -> this.calls.verified(givenUp.received(), file),
						DefaultDataBufferFactory.sharedInstance, PIECE)
				.onErrorMap(IOException.class, Calls::translate)
				.onErrorResume((ex) -> givenUp.get() ? Mono.empty() : Mono.error(ex))
				.doOnCancel(givenUp);
		}).subscribeOn(Schedulers.boundedElastic());
	}

	@Override
	public Mono<Void> download(Downloadable file, Path target) {
		return Mono.defer(() -> {
			GivenUp givenUp = new GivenUp(this.calls.receive(file));
			return Mono.<Void>fromRunnable(() -> this.calls.write(givenUp.received(), file, target))
				.onErrorResume((ex) -> givenUp.get() ? Mono.empty() : Mono.error(ex))
				.doOnCancel(givenUp);
		}).subscribeOn(Schedulers.boundedElastic());
	}

	@Override
	public Invocations invocations() {
		return this.calls.invocations();
	}

	@Override
	public ReactiveWechatPayClient merchant(String name) {
		return new DefaultReactiveWechatPayClient(this.calls.forMerchant(name));
	}

	@Override
	public ReactiveWechatPayClient with(CallOptions options) {
		return new DefaultReactiveWechatPayClient(this.calls.with(options));
	}

	@Override
	public String toString() {
		return "ReactiveWechatPayClient[" + this.calls.name() + "]";
	}

	/**
	 * Ends a download that its subscriber has given up, and whoever waits for its bytes
	 * on another thread; what that one says then is of no interest.
	 */
	@SuppressWarnings("serial")
	private static final class GivenUp extends AtomicBoolean implements Runnable {

		private final transient InputStream received;

		private GivenUp(InputStream received) {
			this.received = received;
		}

		private InputStream received() {
			return this.received;
		}

		@Override
		public void run() {
			set(true);
			try {
				this.received.close();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
