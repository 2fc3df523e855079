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

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import io.github.bucket4j.distributed.AsyncBucketProxy;
import io.lettuce.core.AbstractRedisClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Counts the calls of all nodes together, in Redis. Connects when it is first asked.
 * <p>
 * While Redis does not answer, calls go on and each node counts for itself; every few
 * seconds Redis is tried again, and once a minute a line in the log says so. Safe for use
 * by many threads.
 */
public final class RedisRateLimiter implements RateLimiter, AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(RedisRateLimiter.class);

	private static final Duration PAUSE = Duration.ofSeconds(5);

	private static final Duration SILENCE = Duration.ofMinutes(1);

	private final AtomicReference<Instant> pausedUntil = new AtomicReference<>(Instant.MIN);

	private final AtomicReference<Instant> silentUntil = new AtomicReference<>(Instant.MIN);

	private final AtomicReference<@Nullable SharedBuckets> connected = new AtomicReference<>();

	private final PermitQueue queue = PermitQueue.start();

	private final Mono<SharedBuckets> buckets;

	private final InMemoryRateLimiter fallback;

	private final Duration timeout;

	private final Clock clock;

	/**
	 * Creates a limiter.
	 * @param client the client of Redis, asked for when it is first needed
	 * @param timeout how long Redis may take to answer
	 * @param clock tells the time
	 */
	public RedisRateLimiter(Supplier<? extends AbstractRedisClient> client, Duration timeout, Clock clock) {
		this.fallback = new InMemoryRateLimiter(() -> Duration.ofMillis(clock.millis()).toNanos(), this.queue);
		this.timeout = timeout;
		this.clock = clock;
		this.buckets = Mono.fromCallable(() -> SharedBuckets.connect(client.get(), timeout, clock))
			.doOnNext(this.connected::set)
			.subscribeOn(Schedulers.boundedElastic())
			.cache((connection) -> Duration.ofMillis(Long.MAX_VALUE), (failure) -> Duration.ZERO, () -> Duration.ZERO);
	}

	@Override
	public Mono<Boolean> acquire(RateLimit limit, String scope) {
		return Mono.defer(() -> {
			if (this.clock.instant().isBefore(this.pausedUntil.get())) {
				return this.fallback.acquire(limit, scope);
			}
			return this.buckets.timeout(this.timeout)
				.flatMap((shared) -> take(shared.bucket(limit, scope), limit))
				.onErrorResume((failure) -> withoutRedis(failure, limit, scope));
		});
	}

	private Mono<Boolean> take(AsyncBucketProxy bucket, RateLimit limit) {
		return this.queue.take(bucket.asScheduler(), limit, () -> giveBack(bucket));
	}

	private static void giveBack(AsyncBucketProxy bucket) {
		Mono.fromFuture(() -> bucket.addTokens(1)).subscribe((nothing) -> {
		}, (failure) -> logger.debug("A permit could not be given back", failure));
	}

	private Mono<Boolean> withoutRedis(Throwable failure, RateLimit limit, String scope) {
		Instant now = this.clock.instant();
		this.pausedUntil.set(now.plus(PAUSE));
		Instant silent = this.silentUntil.get();
		if (!now.isBefore(silent) && this.silentUntil.compareAndSet(silent, now.plus(SILENCE))) {
			logger.warn("Rate limits of WeChat Pay are not shared at the moment, each node counts for itself: "
					+ "Redis does not answer ({})", failure.getClass().getSimpleName());
		}
		return this.fallback.acquire(limit, scope);
	}

	/** Ends waiting and closes the connection. */
	@Override
	public void close() {
		this.queue.close();
		SharedBuckets shared = this.connected.get();
		if (shared != null) {
			shared.close();
		}
	}

}
