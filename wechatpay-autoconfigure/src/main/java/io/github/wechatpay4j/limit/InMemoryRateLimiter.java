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

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.local.LocalBucketBuilder;
import reactor.core.publisher.Mono;

/**
 * Counts the calls of this node with Bucket4j. Safe for use by many threads.
 */
public final class InMemoryRateLimiter implements RateLimiter, AutoCloseable {

	private final ConcurrentMap<String, Bucket> buckets = new ConcurrentHashMap<>();

	private final LongSupplier nanoTime;

	private final PermitQueue queue;

	/**
	 * Creates a limiter.
	 */
	public InMemoryRateLimiter() {
		this(System::nanoTime, PermitQueue.start());
	}

	InMemoryRateLimiter(LongSupplier nanoTime, PermitQueue queue) {
		this.nanoTime = nanoTime;
		this.queue = queue;
	}

	@Override
	public Mono<Boolean> acquire(RateLimit limit, String scope) {
		Bucket bucket = this.buckets.computeIfAbsent(limit.name() + ":" + scope, (key) -> bucket(limit));
		return this.queue.take(bucket.asScheduler(), limit, () -> bucket.addTokens(1));
	}

	private Bucket bucket(RateLimit limit) {
		LocalBucketBuilder builder = Bucket.builder().withCustomTimePrecision(new NanoTime(this.nanoTime));
		for (var bandwidth : PermitQueue.bucket(limit).getBandwidths()) {
			builder.addLimit(bandwidth);
		}
		return builder.build();
	}

	/** Ends waiting. */
	@Override
	public void close() {
		this.queue.close();
	}

	/**
	 * Bucket4j's view of a source of nanoseconds.
	 *
	 * @param source tells the nanoseconds
	 */
	private record NanoTime(LongSupplier source) implements TimeMeter {

		@Override
		public long currentTimeNanos() {
			return this.source.getAsLong();
		}

		@Override
		public boolean isWallClockBased() {
			return false;
		}

	}

}
