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

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.SchedulingBucket;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/**
 * Waits for permits of buckets. One thread wakes up who has waited; what then happens
 * (signing, among others) happens on Reactor's parallel threads, never on that one nor on
 * an event loop of Redis. Who still waits when it is closed gets no permit.
 *
 * @param alarm wakes up
 * @param closed tells whoever waits that it is over
 */
record PermitQueue(ScheduledExecutorService alarm, Sinks.One<Boolean> closed) implements AutoCloseable {

	PermitQueue(ScheduledExecutorService alarm) {
		this(alarm, Sinks.one());
	}

	static PermitQueue start() {
		return new PermitQueue(new ScheduledThreadPoolExecutor(1, (task) -> {
			Thread thread = new Thread(task, "wechatpay-limit");
			thread.setDaemon(true);
			return thread;
		}));
	}

	static BucketConfiguration bucket(RateLimit limit) {
		return BucketConfiguration.builder()
			.addLimit((bandwidth) -> bandwidth.capacity(limit.burst()).refillGreedy(limit.permits(), limit.period()))
			.build();
	}

	Mono<Boolean> take(SchedulingBucket bucket, RateLimit limit, Runnable giveBack) {
		return Mono.defer(() -> {
			Turn turn = new Turn(this.alarm, giveBack);
			CompletableFuture<Boolean> permit = turn.take(bucket, Math.max(1, limit.maxWait().toNanos()));
			Mono<Boolean> permitted = Mono.fromFuture(permit, true);
			return permit.isDone() ? permitted
					: Mono.firstWithSignal(permitted, this.closed.asMono())
						.publishOn(Schedulers.parallel())
						.doOnCancel(turn::leave);
		}).onErrorReturn(RejectedExecutionException.class, false);
	}

	@Override
	public void close() {
		this.alarm.shutdownNow();
		this.closed.tryEmitValue(false);
	}

}
