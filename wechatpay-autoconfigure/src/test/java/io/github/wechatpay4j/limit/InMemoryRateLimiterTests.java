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
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;

class InMemoryRateLimiterTests {

	private final AtomicLong nanos = new AtomicLong(1_000_000_000L);

	private final Alarm alarm = new Alarm();

	private final InMemoryRateLimiter limiter = new InMemoryRateLimiter(this.nanos::get, new PermitQueue(this.alarm));

	@AfterEach
	void close() {
		this.limiter.close();
	}

	@Test
	void permitsABurstAndThenTheRate() {
		RateLimit limit = limit(Duration.ZERO);
		assertThat(List.of(take(limit, "a"), take(limit, "a"), take(limit, "a"))).containsExactly(true, true, false);
		advance(Duration.ofMillis(100));
		assertThat(List.of(take(limit, "a"), take(limit, "a"))).containsExactly(true, false);
		advance(Duration.ofHours(1));
		assertThat(List.of(take(limit, "a"), take(limit, "a"), take(limit, "a"))).containsExactly(true, true, false);
	}

	@Test
	void countsEachScopeOnItsOwn() {
		RateLimit limit = limit(Duration.ZERO);
		assertThat(List.of(take(limit, "a"), take(limit, "a"), take(limit, "b"))).containsOnly(true);
	}

	@Test
	void keepsTheTurnOfWhoeverWaits() {
		RateLimit limit = limit(Duration.ofMillis(250));
		take(limit, "a");
		take(limit, "a");
		Mono<Boolean> third = this.limiter.acquire(limit, "a").cache();
		Mono<Boolean> fourth = this.limiter.acquire(limit, "a").cache();
		third.subscribe();
		fourth.subscribe();
		assertThat(this.alarm.delays).containsExactly(Duration.ofMillis(100), Duration.ofMillis(200));
		assertThat(take(limit, "a")).as("a turn in 300 ms would be too late, and is not waited for").isFalse();
		this.alarm.ring();
		assertThat(third.block()).isTrue();
		assertThat(fourth.block()).isTrue();
	}

	@Test
	void givesBackTheTurnOfWhoeverLeaves() {
		RateLimit limit = limit(Duration.ofMillis(150));
		take(limit, "a");
		take(limit, "a");
		for (int i = 0; i < 5; i++) {
			this.limiter.acquire(limit, "a").subscribe().dispose();
		}
		assertThat(this.alarm.delays).containsOnly(Duration.ofMillis(100)).hasSize(5);
		Mono<Boolean> last = this.limiter.acquire(limit, "a").cache();
		last.subscribe();
		this.alarm.ring();
		assertThat(last.block()).as("those who left took nothing with them").isTrue();
		advance(Duration.ofMillis(100));
		assertThat(take(limit(Duration.ZERO), "a")).as("nor was anything given back twice").isFalse();
	}

	@Test
	void goesOnWithoutTheAlarmsThread() {
		RateLimit limit = limit(Duration.ofSeconds(1));
		take(limit, "a");
		take(limit, "a");
		Mono<String> thread = this.limiter.acquire(limit, "a")
			.map((permitted) -> Thread.currentThread().getName())
			.cache();
		thread.subscribe();
		this.alarm.ring();
		assertThat(thread.block()).startsWith("parallel-");
	}

	@Test
	void staysOnTheCallersThreadWhereNobodyWaits() {
		String thread = this.limiter.acquire(limit(Duration.ofSeconds(1)), "a")
			.map((permitted) -> Thread.currentThread().getName())
			.block();
		assertThat(thread).isEqualTo(Thread.currentThread().getName());
	}

	@Test
	void leavesNobodyWaitingWhenItIsClosed() {
		RateLimit limit = limit(Duration.ofSeconds(1));
		take(limit, "a");
		take(limit, "a");
		Mono<Boolean> waiting = this.limiter.acquire(limit, "a").cache();
		waiting.subscribe();
		assertThat(this.alarm.delays).hasSize(1);
		this.limiter.close();
		assertThat(waiting.block(Duration.ofMinutes(1))).isFalse();
	}

	@Test
	void letsNobodyWaitOnceItIsClosed() {
		RateLimit limit = new RateLimit("test", List.of("*"), List.of("*"), 1, Duration.ofDays(1), 1,
				Duration.ofDays(2));
		InMemoryRateLimiter real = new InMemoryRateLimiter();
		assertThat(real.acquire(limit, "a").block()).isTrue();
		real.close();
		assertThat(real.acquire(limit, "a").block(Duration.ofMinutes(1))).isFalse();
	}

	private static RateLimit limit(Duration maxWait) {
		return new RateLimit("test", List.of("*"), List.of("*"), 10, Duration.ofSeconds(1), 2, maxWait);
	}

	private boolean take(RateLimit limit, String scope) {
		return Boolean.TRUE.equals(this.limiter.acquire(limit, scope).block());
	}

	private void advance(Duration time) {
		this.nanos.addAndGet(time.toNanos());
	}

	/** Rings when the test says so. */
	private static final class Alarm extends ScheduledThreadPoolExecutor {

		private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();

		private final List<Duration> delays = new java.util.concurrent.CopyOnWriteArrayList<>();

		private Alarm() {
			super(1);
		}

		@Override
		public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
			this.tasks.add(task);
			this.delays.add(Duration.of(delay, unit.toChronoUnit()));
			return null;
		}

		private void ring() {
			for (Runnable task = this.tasks.poll(); task != null; task = this.tasks.poll()) {
				task.run();
			}
		}

	}

}
