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

package io.github.wechatpay4j.api.waiting;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

import io.github.wechatpay4j.WechatPayException;
import io.github.wechatpay4j.api.refunds.Refund;
import io.github.wechatpay4j.api.refunds.Refunds;
import io.github.wechatpay4j.api.transfers.TransferBill;
import io.github.wechatpay4j.api.transfers.Transfers;
import io.github.wechatpay4j.client.ReactiveWechatPayClient;
import io.github.wechatpay4j.operation.WechatPayRequest;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Waits for a final state without blocking: the twin of {@link Waiting}, with its rules
 * and errors. Nothing is asked before somebody subscribes; every subscription is a wait
 * of its own, and cancelling it ends the wait. Immutable and safe for use by many
 * threads.
 */
public final class ReactiveWaiting {

	private final ReactiveWechatPayClient client;

	private final Pace pace;

	private final Supplier<Scheduler> schedulers;

	private final DoubleSupplier chance;

	ReactiveWaiting(ReactiveWechatPayClient client, Pace pace, Supplier<Scheduler> schedulers, DoubleSupplier chance) {
		this.client = Objects.requireNonNull(client, "client");
		this.pace = Objects.requireNonNull(pace, "pace");
		this.schedulers = schedulers;
		this.chance = chance;
	}

	/**
	 * Waits a minute at most: {@link Pace#DEFAULT}.
	 * @param client asks
	 * @return the waiting
	 */
	public static ReactiveWaiting of(ReactiveWechatPayClient client) {
		return of(client, Pace.DEFAULT);
	}

	/**
	 * Waits at a pace.
	 * @param client asks
	 * @param pace how often and for how long
	 * @return the waiting
	 */
	public static ReactiveWaiting of(ReactiveWechatPayClient client, Pace pace) {
		return new ReactiveWaiting(client, pace, Schedulers::parallel, () -> ThreadLocalRandom.current().nextDouble());
	}

	/**
	 * Waits for a refund: {@link FinalStates#isFinal(Refund)}. For a sub-merchant's use
	 * {@link #until}.
	 * @param outRefundNo the refund's number at the merchant
	 * @return the outcome, final or not
	 */
	public Mono<Outcome<Refund>> refund(String outRefundNo) {
		return until(Refunds.queryByOutRefundNo(outRefundNo), FinalStates::isFinal);
	}

	/**
	 * Waits for a transfer: {@link FinalStates#isFinal(TransferBill)}.
	 * @param outBillNo the transfer's number at the merchant
	 * @return the outcome, final or not
	 */
	public Mono<Outcome<TransferBill>> transfer(String outBillNo) {
		return until(Transfers.queryByOutBillNo(outBillNo), FinalStates::isFinal);
	}

	/**
	 * Waits for whatever a query can see.
	 * @param query what to ask, again and again
	 * @param isFinal whether an answer will not change any more, such as
	 * {@code FinalStates::isFinal}; it has to answer {@code false} for states that it
	 * does not know
	 * @param <T> what the platform answers
	 * @return the outcome, final or not
	 * @throws IllegalArgumentException if the request is not a query
	 */
	public <T> Mono<Outcome<T>> until(WechatPayRequest<T> query, Predicate<? super T> isFinal) {
		Waiting.requireQuery(query);
		return Mono.defer(() -> {
			Scheduler scheduler = this.schedulers.get();
			long start = scheduler.now(TimeUnit.NANOSECONDS);
			Course<T> course = new Course<>(this.pace, isFinal, this.chance);
			return this.client.execute(query)
				.doOnNext(course::answered)
				.onErrorResume(WechatPayException.class, (ex) -> {
					course.failed(ex, since(scheduler, start));
					return Mono.empty();
				})
				.then(Mono.fromSupplier(() -> course.isOver(since(scheduler, start)) ? course.outcome() : null))
				.repeatWhenEmpty((again) -> again
					.concatMap((n) -> Mono.delay(course.pause(since(scheduler, start)), scheduler)));
		});
	}

	private static Duration since(Scheduler scheduler, long start) {
		return Duration.ofNanos(scheduler.now(TimeUnit.NANOSECONDS) - start);
	}

}
