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
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

import io.github.wechatpay4j.ApiException;
import io.github.wechatpay4j.SignatureException;
import io.github.wechatpay4j.TransportException;
import io.github.wechatpay4j.TransportException.Phase;
import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.operation.Idempotency;
import io.github.wechatpay4j.operation.WechatPayRequest;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Tries a call again where that can do no harm and may help: after a failure before which
 * nothing was sent, always; otherwise if the request changes nothing or carries a number
 * that makes the repetition the same action. Gives up at once where the next attempt
 * would come too late for the call.
 */
final class Retry implements CallDecorator {

	private final RetryPolicy policy;

	private final Scheduler scheduler;

	private final DoubleSupplier chance;

	Retry(RetryPolicy policy) {
		this(policy, Schedulers.parallel(), () -> ThreadLocalRandom.current().nextDouble());
	}

	Retry(RetryPolicy policy, Scheduler scheduler, DoubleSupplier chance) {
		this.policy = Objects.requireNonNull(policy, "policy");
		this.scheduler = scheduler;
		this.chance = chance;
	}

	@Override
	public <T> Mono<T> decorate(WechatPayRequest<T> request, Merchant merchant, Mono<T> call) {
		return Mono.deferContextual((context) -> {
			CallState state = context.get(CallState.class);
			RetryPolicy chosen = Objects.requireNonNullElse(state.options().retryPolicy(), this.policy);
			return attempt(1, chosen, state, request, call);
		});
	}

	private <T> Mono<T> attempt(int number, RetryPolicy policy, CallState state, WechatPayRequest<T> request,
			Mono<T> call) {
		return (number >= policy.maxAttempts()) ? call : call.onErrorResume((failure) -> {
			if (!mayHelp(failure) || !isHarmless(request, failure)) {
				return Mono.error(failure);
			}
			Duration wait = new Backoff(policy, this.chance).after(number, failure);
			if (wait.compareTo(state.remaining()) >= 0) {
				return Mono.error(failure);
			}
			return Mono.delay(wait, this.scheduler)
				.then(Mono.defer(() -> attempt(number + 1, policy, state, request, call)));
		});
	}

	/** What the platform has refused, or cannot be sent or read, stays so. */
	private static boolean mayHelp(Throwable failure) {
		if (failure instanceof TransportException transport) {
			// Too many calls for the connections there are: more of them would not help
			return transport.phase() != Phase.WAITING;
		}
		if (failure instanceof ApiException answer) {
			return answer.status() >= 500 || Backoff.isRateLimit(answer);
		}
		return failure instanceof SignatureException;
	}

	private static boolean isHarmless(WechatPayRequest<?> request, Throwable failure) {
		return request.idempotency() != Idempotency.NONE
				|| (failure instanceof TransportException transport && transport.phase() != Phase.EXCHANGING);
	}

}
