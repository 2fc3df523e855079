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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.AsyncBucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce.LettuceBasedProxyManagerBuilder;
import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;

/**
 * Buckets in Redis, behind one connection. Calls of one node that ask for the same bucket
 * at the same time share a round trip. Where the nodes' clocks differ, the fastest one
 * counts.
 */
final class SharedBuckets implements AutoCloseable {

	private static final String PREFIX = "wechatpay:limit:";

	private static final Duration KEPT_LONGER = Duration.ofSeconds(10);

	private final ConcurrentMap<String, AsyncBucketProxy> buckets = new ConcurrentHashMap<>();

	private final StatefulConnection<String, byte[]> connection;

	private final AsyncProxyManager<String> proxies;

	private SharedBuckets(StatefulConnection<String, byte[]> connection,
			LettuceBasedProxyManagerBuilder<String> builder, Duration timeout, Clock clock) {
		this.connection = connection;
		this.proxies = builder.requestTimeout(timeout)
			.clientClock(new WallClock(clock))
			.expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEPT_LONGER))
			.build()
			.asAsync();
	}

	/** Connects, which blocks. */
	static SharedBuckets connect(AbstractRedisClient client, Duration timeout, Clock clock) {
		RedisCodec<String, byte[]> codec = RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);
		if (client instanceof RedisClient redis) {
			StatefulRedisConnection<String, byte[]> connection = redis.connect(codec);
			return new SharedBuckets(connection, Bucket4jLettuce.casBasedBuilder(connection), timeout, clock);
		}
		if (client instanceof RedisClusterClient cluster) {
			StatefulRedisClusterConnection<String, byte[]> connection = cluster.connect(codec);
			return new SharedBuckets(connection, Bucket4jLettuce.casBasedBuilder(connection), timeout, clock);
		}
		throw new IllegalStateException("no client of a Redis server or cluster: " + client.getClass().getName());
	}

	/** A changed limit is another bucket, so that nodes may be restarted one by one. */
	AsyncBucketProxy bucket(RateLimit limit, String scope) {
		String key = PREFIX + limit.name() + ":" + limit.permits() + "/" + limit.period().toMillis() + "/"
				+ limit.burst() + ":" + scope;
		return this.buckets.computeIfAbsent(key,
				(name) -> this.proxies.builder()
					.withOptimization(Optimizations.batching())
					.build(name, () -> CompletableFuture.completedFuture(PermitQueue.bucket(limit))));
	}

	@Override
	public void close() {
		this.connection.close();
	}

	/**
	 * Bucket4j's view of a clock.
	 *
	 * @param clock the clock
	 */
	private record WallClock(Clock clock) implements TimeMeter {

		@Override
		public long currentTimeNanos() {
			return Duration.ofMillis(this.clock.millis()).toNanos();
		}

		@Override
		public boolean isWallClockBased() {
			return true;
		}

	}

}
