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

package io.github.wechatpay4j.limit;

import java.util.List;

import io.github.wechatpay4j.CallNotPermittedException;
import io.github.wechatpay4j.CallNotPermittedException.Reason;
import io.github.wechatpay4j.client.CallDecorator;
import io.github.wechatpay4j.client.CallTime;
import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.operation.WechatPayRequest;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Lets a call begin only when every limit that covers it permits it, and fails with a
 * {@link CallNotPermittedException} where that would take too long. What is tried again
 * inside of a call is not counted again. Safe for use by many threads.
 */
public final class RateLimitDecorator implements CallDecorator {

	private final List<RateLimit> limits;

	private final RateLimiter limiter;

	/**
	 * Creates a decorator.
	 * @param limits the limits
	 * @param limiter counts
	 */
	public RateLimitDecorator(List<RateLimit> limits, RateLimiter limiter) {
		this.limits = List.copyOf(limits);
		this.limiter = limiter;
	}

	@Override
	public <T> Mono<T> decorate(WechatPayRequest<T> request, Merchant merchant, Mono<T> call) {
		List<RateLimit> covering = this.limits.stream()
			.filter((limit) -> limit.covers(request.operation(), merchant))
			.toList();
		return covering.isEmpty() ? call
				: Flux.fromIterable(covering).concatMap((limit) -> permission(limit, request, merchant)).then(call);
	}

	private Mono<Void> permission(RateLimit limit, WechatPayRequest<?> request, Merchant merchant) {
		return Mono.deferContextual((context) -> {
			// Who waits for its turn beyond its own end gets nothing for the permit
			RateLimit patience = limit.within(CallTime.remaining(context, limit.maxWait()));
			return this.limiter.acquire(patience, merchant.mchid() + ":" + Product.of(request.operation()))
				.flatMap((permitted) -> permitted ? Mono.empty()
						: Mono.error(refusal(limit, patience, request, merchant)));
		});
	}

	private static CallNotPermittedException refusal(RateLimit limit, RateLimit patience, WechatPayRequest<?> request,
			Merchant merchant) {
		String end = (patience.maxWait().compareTo(limit.maxWait()) < 0)
				? " ms, which is all that is left of the call's total timeout (see wechatpay.http.total-timeout"
						+ " and CallOptions)"
				: " ms (see wechatpay.limits)";
		return new CallNotPermittedException(request.operation().name(), Reason.RATE_LIMIT,
				"the limit '" + limit.name() + "' of " + limit.permits() + " calls in " + limit.period().toMillis()
						+ " ms is used up for merchant '" + merchant.name()
						+ "', and its turn would come later than in " + patience.maxWait().toMillis() + end);
	}

}
