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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

import io.github.wechatpay4j.api.refunds.Refund;
import io.github.wechatpay4j.api.transfers.TransferBill;
import io.github.wechatpay4j.operation.WechatPayRequest;
import io.github.wechatpay4j.testing.FakePlatform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import static org.assertj.core.api.Assertions.assertThat;

class ReactiveWaitingTests extends WaitingContract {

	private static final Duration AMPLE = Duration.ofSeconds(20);

	@RegisterExtension
	static final FakePlatform platform = new FakePlatform();

	private final AtomicLong now = new AtomicLong(17);

	/** Lets the time pass that it is asked to wait. */
	private final Scheduler noted = new Scheduler() {

		@Override
		public long now(TimeUnit unit) {
			return unit.convert(ReactiveWaitingTests.this.now.get(), TimeUnit.NANOSECONDS);
		}

		@Override
		public Disposable schedule(Runnable task) {
			task.run();
			return Disposables.disposed();
		}

		@Override
		public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
			ReactiveWaitingTests.this.pauses.add(unit.toMillis(delay));
			ReactiveWaitingTests.this.now.addAndGet(unit.toNanos(delay));
			return schedule(task);
		}

		@Override
		public Worker createWorker() {
			throw new UnsupportedOperationException();
		}

	};

	@Override
	FakePlatform platform() {
		return platform;
	}

	private ReactiveWaiting waiting(Pace pace) {
		return new ReactiveWaiting(platform.reactiveClient(), pace, () -> this.noted, () -> this.chance);
	}

	@Override
	Outcome<Refund> refund(Pace pace) {
		return waiting(pace).refund("R1").block(AMPLE);
	}

	@Override
	Outcome<TransferBill> transfer(Pace pace) {
		return waiting(pace).transfer("T1").block(AMPLE);
	}

	@Override
	<T> Outcome<T> until(WechatPayRequest<T> query, Predicate<? super T> isFinal) {
		return waiting(Pace.DEFAULT).until(query, isFinal).block(AMPLE);
	}

	@Test
	void asksNothingBeforeSomebodySubscribesAndAnewForEach() {
		Mono<Outcome<Refund>> wait = waiting(Pace.DEFAULT).refund("R1");
		answers(refundIs("PROCESSING"), refundIs("SUCCESS"), refundIs("PROCESSING"), refundIs("CLOSED"));
		assertThat(platform.requests()).isEmpty();
		assertThat(wait.block(AMPLE).requireFinal().status()).hasToString("SUCCESS");
		assertThat(wait.block(AMPLE).requireFinal().status()).hasToString("CLOSED");
		assertThat(this.pauses).containsExactly(1000L, 1000L);
	}

}
