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

package io.github.wechatpay4j.resilience;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.wechatpay4j.CallNotPermittedException;
import io.github.wechatpay4j.CallNotPermittedException.Reason;
import io.github.wechatpay4j.client.CallDecorator;
import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.operation.WechatPayRequest;
import reactor.core.publisher.Mono;

/**
 * Stops calling for a while when too many calls of a merchant failed, through
 * Resilience4j. Transport failures, 5xx and answers whose signature is wrong count as
 * failures; whatever else WeChat Pay answers counts as success. Safe for use by many
 * threads.
 */
public final class CircuitBreakerDecorator implements CallDecorator {

	private final Function<String, CircuitBreaker> breakers;

	/**
	 * Creates a decorator.
	 * @param breakers the circuit breaker for the merchant with the given name, always
	 * the same one
	 */
	public CircuitBreakerDecorator(Function<String, CircuitBreaker> breakers) {
		this.breakers = breakers;
	}

	@Override
	public <T> Mono<T> decorate(WechatPayRequest<T> request, Merchant merchant, Mono<T> call) {
		return Mono.defer(() -> {
			CircuitBreaker breaker = this.breakers.apply(merchant.name());
			return breaker.tryAcquirePermission() ? watch(breaker, call)
					: Mono.error(new CallNotPermittedException(request.operation().name(), Reason.CIRCUIT_OPEN,
							"too many calls of merchant '" + merchant.name() + "' failed lately, circuit breaker '"
									+ breaker.getName() + "' is " + breaker.getState()));
		});
	}

	private static <T> Mono<T> watch(CircuitBreaker breaker, Mono<T> call) {
		long start = breaker.getCurrentTimestamp();
		AtomicBoolean settled = new AtomicBoolean();
		return call.doOnSuccess((answer) -> {
			if (settled.compareAndSet(false, true)) {
				breaker.onSuccess(breaker.getCurrentTimestamp() - start, breaker.getTimestampUnit());
			}
		}).doOnError((failure) -> {
			if (settled.compareAndSet(false, true)) {
				failed(breaker, start, failure);
			}
		}).doOnCancel(() -> {
			if (settled.compareAndSet(false, true)) {
				breaker.releasePermission();
			}
		});
	}

	private static void failed(CircuitBreaker breaker, long start, Throwable failure) {
		long duration = breaker.getCurrentTimestamp() - start;
		if (Failures.counts(failure)) {
			breaker.onError(duration, breaker.getTimestampUnit(), failure);
		}
		else {
			breaker.onSuccess(duration, breaker.getTimestampUnit());
		}
	}

}
