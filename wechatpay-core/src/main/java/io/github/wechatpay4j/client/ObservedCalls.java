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

import java.util.Objects;
import java.util.function.Function;

import io.github.wechatpay4j.OutcomeUnknownException;
import io.github.wechatpay4j.exchange.AttemptListener;
import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.observation.CallFacts;
import io.github.wechatpay4j.observation.WechatPayAttemptContext;
import io.github.wechatpay4j.observation.WechatPayAttemptConvention;
import io.github.wechatpay4j.observation.WechatPayCallContext;
import io.github.wechatpay4j.observation.WechatPayCallConvention;
import io.github.wechatpay4j.observation.WechatPayObservation;
import io.github.wechatpay4j.operation.WechatPayRequest;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * Observes calls with Micrometer. The parent is the observation in the Reactor context
 * or, without one there, that of the thread which subscribes, which for the blocking
 * client is the caller's. Safe for use by many threads.
 */
public final class ObservedCalls implements CallDecorator {

	/** The key that Micrometer's own context propagation uses. */
	private static final String PARENT = "micrometer.observation";

	private final ObservationRegistry registry;

	private final boolean whole;

	private final Function<CallFacts, Observation> observations;

	private ObservedCalls(ObservationRegistry registry, boolean whole, Function<CallFacts, Observation> observations) {
		this.registry = Objects.requireNonNull(registry, "registry");
		this.whole = whole;
		this.observations = observations;
	}

	/**
	 * Observes each call as its caller sees it. To be the outermost decorator.
	 * @param registry takes the observations
	 * @param convention names them
	 * @return the decorator
	 */
	public static ObservedCalls calls(ObservationRegistry registry, WechatPayCallConvention convention) {
		Objects.requireNonNull(convention, "convention");
		return new ObservedCalls(registry, true, (facts) -> WechatPayObservation.CALL.observation(null, convention,
				() -> new WechatPayCallContext(facts), registry));
	}

	/**
	 * Observes each attempt. To be the innermost decorator.
	 * @param registry takes the observations
	 * @param convention names them
	 * @return the decorator
	 */
	public static ObservedCalls attempts(ObservationRegistry registry, WechatPayAttemptConvention convention) {
		Objects.requireNonNull(convention, "convention");
		return new ObservedCalls(registry, false, (facts) -> WechatPayObservation.ATTEMPT.observation(null, convention,
				() -> new WechatPayAttemptContext(facts), registry));
	}

	@Override
	public <T> Mono<T> decorate(WechatPayRequest<T> request, Merchant merchant, Mono<T> call) {
		return this.registry.isNoop() ? call
				: Mono.deferContextual((context) -> observe(request, merchant, call, context));
	}

	private <T> Mono<T> observe(WechatPayRequest<T> request, Merchant merchant, Mono<T> call, ContextView context) {
		CallFacts facts = new CallFacts(request.operation().name(), merchant.name(), request.businessNumber());
		@Nullable Observation parent = context.getOrDefault(PARENT, this.registry.getCurrentObservation());
		Observation observation = this.observations.apply(facts).parentObservation(parent);
		ObservedCall observed = new ObservedCall(facts, observation.start());
		// Before the caller goes on, not after: what it has seen can be looked at
		return AttemptListener.listen(call, observed)
			.doOnSuccess((answer) -> observed.end(null))
			.doOnError((ex) -> observed.end(conclusion(request, ex, context)))
			.doOnCancel(observed::cancel)
			.contextWrite((inner) -> inner.put(PARENT, observation));
	}

	/**
	 * What the caller is told about a call as a whole is decided outside of decorators.
	 */
	private Throwable conclusion(WechatPayRequest<?> request, Throwable failure, ContextView context) {
		CallState state = this.whole ? context.getOrDefault(CallState.class, null) : null;
		if (state == null || !state.mayHaveActed() || failure instanceof OutcomeUnknownException) {
			return failure;
		}
		return new OutcomeUnknownException(request.operation().name(), request.operation().businessNumber(),
				request.businessNumber(), failure);
	}

}
