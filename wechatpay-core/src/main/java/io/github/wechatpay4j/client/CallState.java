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

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;

import io.github.wechatpay4j.OutcomeUnknownException;
import io.github.wechatpay4j.PlatformKeyUnavailableException;
import io.github.wechatpay4j.TransportException;
import io.github.wechatpay4j.TransportException.Phase;
import io.github.wechatpay4j.WechatPayException;
import io.github.wechatpay4j.operation.WechatPayRequest;
import reactor.core.publisher.Mono;

/**
 * What is remembered of one call over all of its attempts: how much time is left, what
 * went wrong, and whether anything may have been done. An attempt that was refused proves
 * nothing about an earlier one whose outcome is unknown. Safe for use by many threads.
 */
final class CallState implements CallTime {

	private final WechatPayRequest<?> request;

	private final CallOptions options;

	private final LongSupplier nanoTime;

	private final long start;

	private final Duration timeout;

	private final List<WechatPayException> failures = new CopyOnWriteArrayList<>();

	private volatile boolean mayHaveActed;

	CallState(WechatPayRequest<?> request, CallOptions options, Duration defaultTimeout, LongSupplier nanoTime) {
		this.request = request;
		this.options = options;
		this.nanoTime = nanoTime;
		this.start = nanoTime.getAsLong();
		Duration chosen = options.totalTimeout();
		this.timeout = (chosen != null) ? chosen : defaultTimeout;
	}

	CallOptions options() {
		return this.options;
	}

	@Override
	public Duration remaining() {
		return this.timeout.minusNanos(this.nanoTime.getAsLong() - this.start);
	}

	/** Watches an attempt. */
	<T> Mono<T> watch(Mono<T> attempt) {
		// A success too: the answer may meet a caller that has just given up
		return attempt.doOnSuccess((answer) -> acted()).doOnError(this::failed).doOnCancel(this::acted);
	}

	/** What is said about an attempt for which no time is left. */
	TransportException outOfTime() {
		return new TransportException(this.request.operation().name(), Phase.WAITING, null);
	}

	private void failed(Throwable failure) {
		if (Outcome.isUnknown(this.request, failure)) {
			this.mayHaveActed = true;
		}
		if (failure instanceof WechatPayException ex) {
			this.failures.add(ex);
		}
	}

	/** Or nobody waits for the answer any more: how far it had come is not known. */
	private void acted() {
		if (Outcome.changesSomething(this.request)) {
			this.mayHaveActed = true;
		}
	}

	/** Whether the platform may have done something, should the call fail. */
	boolean mayHaveActed() {
		return this.mayHaveActed;
	}

	/** What the caller is told in the end. */
	Throwable conclude(Throwable failure) {
		Throwable conclusion = failure;
		if (this.mayHaveActed && !(failure instanceof OutcomeUnknownException)) {
			conclusion = new OutcomeUnknownException(this.request.operation().name(),
					this.request.operation().businessNumber(), this.request.businessNumber(), failure);
		}
		// One failure to get keys may be shared by many callers, and is left as it is
		if (conclusion instanceof WechatPayException && !(conclusion instanceof PlatformKeyUnavailableException)) {
			for (WechatPayException earlier : this.failures) {
				if (earlier != failure) {
					conclusion.addSuppressed(earlier);
				}
			}
		}
		return conclusion;
	}

	/** The waiting thread was interrupted; by then the attempt has been cancelled. */
	WechatPayException interrupted(Throwable cause) {
		Phase phase = this.mayHaveActed ? Phase.EXCHANGING : Phase.CONNECTING;
		TransportException failure = new TransportException(this.request.operation().name(), phase, cause);
		return (conclude(failure) instanceof WechatPayException conclusion) ? conclusion : failure;
	}

}
