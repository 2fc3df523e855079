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

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import io.github.wechatpay4j.testing.LogCapture;
import io.github.wechatpay4j.testing.TestClock;
import io.lettuce.core.RedisClient;
import io.lettuce.core.event.Event;
import io.lettuce.core.event.connection.ConnectionActivatedEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two nodes and a real Redis, at a time that only the test moves.
 */
class RedisRateLimiterIntegrationTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(5);

	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private final TestClock clock = new TestClock();

	private LocalRedis redis;

	private RedisClient client;

	private RedisRateLimiter first;

	private RedisRateLimiter second;

	@BeforeEach
	void prepare() throws Exception {
		this.redis = new LocalRedis();
		this.client = RedisClient.create(this.redis.uri());
		this.first = new RedisRateLimiter(() -> this.client, TIMEOUT, this.clock);
		this.second = new RedisRateLimiter(() -> this.client, TIMEOUT, this.clock);
	}

	@AfterEach
	void end() throws Exception {
		this.first.close();
		this.second.close();
		this.client.shutdown();
		this.redis.close();
	}

	@Test
	void countsTheCallsOfAllNodesTogether() throws Exception {
		this.redis.start();
		assertThat(permitted(50)).isEqualTo(7);
		this.clock.advance(Duration.ofMillis(300));
		assertThat(permitted(50)).isEqualTo(3);
		this.clock.advance(Duration.ofHours(1));
		assertThat(permitted(50)).isEqualTo(7);
	}

	@Test
	void leavesItsEventLoopAlone() throws Exception {
		this.redis.start();
		String thread = this.first.acquire(limit(), "a").map((yes) -> Thread.currentThread().getName()).block();
		assertThat(thread).doesNotContainIgnoringCase("lettuce");
	}

	@Test
	void letsNodesCountForThemselvesWhileThereIsNoRedis() {
		try (LogCapture log = new LogCapture()) {
			assertThat(permitted(50)).as("each node has the whole limit").isEqualTo(14);
			this.clock.advance(Duration.ofSeconds(59));
			assertThat(permitted(50)).isEqualTo(14);
			assertThat(lines(log)).as("a line for each node").isEqualTo(2);
			this.clock.advance(Duration.ofSeconds(6));
			permitted(50);
			assertThat(lines(log)).as("and again after a minute").isEqualTo(4);
		}
	}

	@Test
	void goesOnWhenRedisEndsAndSharesAgainWhenItIsBack() throws Exception {
		this.redis.start();
		assertThat(permitted(50)).isEqualTo(7);
		this.redis.close();
		assertThat(permitted(50)).isEqualTo(14);
		Mono<List<Event>> connectedAgain = connections(2);
		this.redis.start();
		connectedAgain.block(PATIENCE);
		this.clock.advance(Duration.ofSeconds(4));
		assertThat(this.first.acquire(limit(), "b").block()).as("Redis is not asked yet").isTrue();
		this.clock.advance(Duration.ofSeconds(2));
		assertThat(permitted(50)).as("a Redis that forgot everything begins anew").isEqualTo(7);
	}

	@Test
	void doesNotWaitForARedisThatHangs() throws Exception {
		this.redis.start();
		assertThat(permitted(50)).isEqualTo(7);
		this.client.connect().sync().clientPause(Duration.ofHours(1).toMillis());
		assertThat(permitted(50)).as("each node has the whole limit").isEqualTo(14);
	}

	/** Lettuce tells when it has connected, which it does in its own time. */
	private Mono<List<Event>> connections(int count) {
		Mono<List<Event>> connections = this.client.getResources()
			.eventBus()
			.get()
			.filter(ConnectionActivatedEvent.class::isInstance)
			.take(count)
			.collectList()
			.cache();
		connections.subscribe();
		return connections;
	}

	/** How many of so many calls, made at once by both nodes in turn, are permitted. */
	private long permitted(int calls) {
		return Flux.range(0, calls)
			.flatMap((i) -> ((i % 2 == 0) ? this.first : this.second).acquire(limit(), "a"), calls)
			.filter((permitted) -> permitted)
			.count()
			.block();
	}

	private static long lines(LogCapture log) {
		return Stream.of(log.text().split("\n"))
			.filter((line) -> line.contains("are not shared at the moment"))
			.count();
	}

	private static RateLimit limit() {
		return new RateLimit("test", List.of("*"), List.of("*"), 10, Duration.ofSeconds(1), 7, Duration.ZERO);
	}

}
