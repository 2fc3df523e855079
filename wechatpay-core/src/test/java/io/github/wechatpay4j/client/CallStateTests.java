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

import io.github.wechatpay4j.OutcomeUnknownException;
import io.github.wechatpay4j.WechatPayException;
import io.github.wechatpay4j.operation.WechatPayRequest;
import io.github.wechatpay4j.testing.Calls;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is known about a call that did not end like a call.
 */
class CallStateTests {

	@Test
	void doesNotTakeACallForNotSentWhoseAnswerMetTheInterruptionOfItsCaller() {
		CallState state = state(Calls.Prepay.of("x"));
		Disposable waiting = state.watch(new AnsweredWhileCancelling()).subscribe();
		waiting.dispose();
		WechatPayException told = state.interrupted(new InterruptedException());
		assertThat(told).isInstanceOfSatisfying(OutcomeUnknownException.class,
				(ex) -> assertThat(ex.businessNumber()).isEqualTo("1217752501201407033233368018"));
	}

	@Test
	void knowsThatTheCallActedWhoseAnswerADecoratorThrewAway() {
		CallState state = state(Calls.Prepay.of("x"));
		state.watch(Mono.just(new Calls.Prepaid("wx26"))).block();
		Throwable told = state.conclude(new IllegalStateException("a decorator's own failure"));
		assertThat(told).isInstanceOf(OutcomeUnknownException.class).cause().hasMessage("a decorator's own failure");
	}

	@Test
	void leavesNothingOpenAboutAQuery() {
		CallState state = state(new Calls.Query("1"));
		state.watch(new AnsweredWhileCancelling()).subscribe().dispose();
		assertThat(state.interrupted(new InterruptedException())).isNotInstanceOf(OutcomeUnknownException.class);
		IllegalStateException failure = new IllegalStateException();
		assertThat(state.conclude(failure)).isSameAs(failure);
	}

	private static CallState state(WechatPayRequest<?> request) {
		return new CallState(request, CallOptions.none(), Duration.ofSeconds(20), System::nanoTime);
	}

	/** An answer that another thread delivers just while the caller gives up. */
	private static final class AnsweredWhileCancelling extends Mono<Calls.Prepaid> {

		@Override
		public void subscribe(CoreSubscriber<? super Calls.Prepaid> actual) {
			actual.onSubscribe(new Subscription() {

				@Override
				public void request(long n) {
					Operators.validate(n);
				}

				@Override
				public void cancel() {
					actual.onNext(new Calls.Prepaid("wx26"));
					actual.onComplete();
				}

			});
		}

	}

}
