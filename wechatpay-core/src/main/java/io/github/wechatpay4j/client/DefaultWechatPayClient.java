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
import java.util.Objects;

import io.github.wechatpay4j.merchant.Invocations;
import io.github.wechatpay4j.operation.Downloadable;
import io.github.wechatpay4j.operation.WechatPayRequest;
import reactor.core.Exceptions;
import reactor.core.publisher.Signal;
import reactor.core.scheduler.Schedulers;

/**
 * The blocking client.
 */
final class DefaultWechatPayClient implements WechatPayClient {

	private final Calls calls;

	DefaultWechatPayClient(Calls calls) {
		this.calls = calls;
	}

	@Override
	public <T> T execute(WechatPayRequest<T> request) {
		refuseEventLoop();
		CallState state = this.calls.begin(request);
		try {
			// As a signal, because block() would add to a failure that others may hold
			// too
			Signal<T> end = Objects.requireNonNull(this.calls.execute(request, state).materialize().block());
			Throwable failure = end.getThrowable();
			if (failure != null) {
				throw CallerLine.of(Exceptions.propagate(failure));
			}
			return Objects.requireNonNull(end.get(), "an exchange always answers");
		}
		catch (RuntimeException ex) {
			Throwable cause = Exceptions.unwrap(ex);
			if (cause instanceof InterruptedException) {
				Thread.currentThread().interrupt();
				throw state.interrupted(cause);
			}
			throw ex;
		}
	}

	/** Waiting there would stop whatever it is that is waited for. */
	private static void refuseEventLoop() {
		if (Schedulers.isInNonBlockingThread()) {
			throw new IllegalStateException("WechatPayClient blocks and must not be called on the event loop thread '"
					+ Thread.currentThread().getName() + "': inject ReactiveWechatPayClient there");
		}
	}

	@Override
	public void download(Downloadable file, OutputStream target) {
		refuseEventLoop();
		try {
			this.calls.download(file, target);
		}
		catch (RuntimeException ex) {
			throw CallerLine.of(ex);
		}
	}

	@Override
	public void download(Downloadable file, Path target) {
		refuseEventLoop();
		try {
			this.calls.download(file, target);
		}
		catch (RuntimeException ex) {
			throw CallerLine.of(ex);
		}
	}

	@Override
	public Invocations invocations() {
		return this.calls.invocations();
	}

	@Override
	public WechatPayClient merchant(String name) {
		return new DefaultWechatPayClient(this.calls.forMerchant(name));
	}

	@Override
	public WechatPayClient with(CallOptions options) {
		return new DefaultWechatPayClient(this.calls.with(options));
	}

	@Override
	public String toString() {
		return "WechatPayClient[" + this.calls.name() + "]";
	}

}
