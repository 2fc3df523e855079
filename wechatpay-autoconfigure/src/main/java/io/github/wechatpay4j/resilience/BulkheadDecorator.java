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

import java.util.function.Function;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.wechatpay4j.CallNotPermittedException;
import io.github.wechatpay4j.CallNotPermittedException.Reason;
import io.github.wechatpay4j.client.CallDecorator;
import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.operation.WechatPayRequest;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Limits how many calls of a merchant may be under way at a time, through Resilience4j.
 * Safe for use by many threads.
 */
public final class BulkheadDecorator implements CallDecorator {

	private final Function<String, Bulkhead> bulkheads;

	/**
	 * Creates a decorator.
	 * @param bulkheads the bulkhead for the merchant with the given name, always the same
	 * one
	 */
	public BulkheadDecorator(Function<String, Bulkhead> bulkheads) {
		this.bulkheads = bulkheads;
	}

	@Override
	public <T> Mono<T> decorate(WechatPayRequest<T> request, Merchant merchant, Mono<T> call) {
		return Mono.defer(() -> {
			Bulkhead bulkhead = this.bulkheads.apply(merchant.name());
			Mono<T> guarded = Mono.defer(() -> enter(bulkhead, request, merchant, call));
			// A bulkhead of the application's own that waits blocks its thread while it
			// does
			return bulkhead.getBulkheadConfig().getMaxWaitDuration().isZero() ? guarded
					: guarded.subscribeOn(Schedulers.boundedElastic());
		});
	}

	private static <T> Mono<T> enter(Bulkhead bulkhead, WechatPayRequest<T> request, Merchant merchant, Mono<T> call) {
		if (!bulkhead.tryAcquirePermission()) {
			return Mono.error(new CallNotPermittedException(request.operation().name(), Reason.CONCURRENCY,
					bulkhead.getBulkheadConfig().getMaxConcurrentCalls() + " calls of merchant '" + merchant.name()
							+ "' are under way, bulkhead '" + bulkhead.getName() + "' is full"));
		}
		// Leaves before the answer is passed on: whoever has it may call again at once
		return Mono.using(() -> bulkhead, (entered) -> call, Bulkhead::onComplete);
	}

}
