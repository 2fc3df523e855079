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
import java.util.function.Predicate;

import io.github.wechatpay4j.api.refunds.Refund;
import io.github.wechatpay4j.api.refunds.Refunds;
import io.github.wechatpay4j.api.transfers.TransferBill;
import io.github.wechatpay4j.operation.WechatPayRequest;
import io.github.wechatpay4j.testing.FakePlatform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

class WaitingTests extends WaitingContract {

	@RegisterExtension
	static final FakePlatform platform = new FakePlatform();

	/** How many nanoseconds a pause is too short. */
	private long early;

	private final Timer noted = new Timer() {

		private long now = 17;

		@Override
		public long nanoTime() {
			return this.now;
		}

		@Override
		public void sleep(Duration pause) throws InterruptedException {
			if (Thread.interrupted()) {
				throw new InterruptedException();
			}
			WaitingTests.this.pauses.add(pause.toMillis());
			this.now += pause.toNanos() - WaitingTests.this.early;
		}

	};

	@Override
	FakePlatform platform() {
		return platform;
	}

	private Waiting waiting(Pace pace) {
		return new Waiting(platform.client(), pace, this.noted, () -> this.chance);
	}

	@Override
	Outcome<Refund> refund(Pace pace) {
		return waiting(pace).refund("R1");
	}

	@Override
	Outcome<TransferBill> transfer(Pace pace) {
		return waiting(pace).transfer("T1");
	}

	@Override
	<T> Outcome<T> until(WechatPayRequest<T> query, Predicate<? super T> isFinal) {
		return waiting(Pace.DEFAULT).until(query, isFinal);
	}

	@Test
	void endsWithWhatItSawWhenInterrupted() {
		answers(refundIs("PROCESSING"));
		Waiting waiting = waiting(Pace.DEFAULT);
		Outcome<Refund> outcome = waiting.until(Refunds.queryByOutRefundNo("R1"), (refund) -> {
			Thread.currentThread().interrupt();
			return false;
		});
		assertThat(Thread.interrupted()).as("still interrupted").isTrue();
		assertThat(outcome.isFinal()).isFalse();
		assertThat(outcome.last()).isPresent();
		assertThat(platform.requests()).hasSize(1);
	}

	@Test
	void doesNotAskTwiceAtTheLimitWhenItWakesEarly() {
		this.early = 1;
		answers(refundIs("PROCESSING"));
		refund(Pace.atMost(Duration.ofSeconds(2)));
		assertThat(platform.requests()).hasSize(3);
	}

	@Test
	void refusesEventLoops() {
		Mono<Outcome<Refund>> blocking = Mono.fromSupplier(() -> Waiting.of(platform.client()).refund("R1"))
			.subscribeOn(Schedulers.parallel());
		StepVerifier.create(blocking)
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(IllegalStateException.class)
				.hasMessageEndingWith("use ReactiveWaiting there"))
			.verify(Duration.ofSeconds(20));
		assertThat(platform.requests()).isEmpty();
	}

}
