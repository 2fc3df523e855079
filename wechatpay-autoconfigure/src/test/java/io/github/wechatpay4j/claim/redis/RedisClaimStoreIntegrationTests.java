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

package io.github.wechatpay4j.claim.redis;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.github.wechatpay4j.claim.Claim;
import io.github.wechatpay4j.claim.Claim.State;
import io.github.wechatpay4j.claim.ClaimStore;
import io.github.wechatpay4j.claim.ClaimStoreContract;
import io.github.wechatpay4j.delivery.ApplicationName;
import io.github.wechatpay4j.limit.LocalRedis;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The contract on a real Redis, two nodes beside each other, and a Redis that is gone.
 */
class RedisClaimStoreIntegrationTests implements ClaimStoreContract {

	private static LocalRedis redis;

	private static LettuceConnectionFactory connections;

	private static LettuceConnectionFactory otherConnections;

	private static StringRedisTemplate template;

	private final RedisClaimStore store = new RedisClaimStore(connections);

	private final RedisClaimStore otherNode = new RedisClaimStore(otherConnections);

	@BeforeAll
	static void start() throws IOException {
		redis = new LocalRedis();
		try {
			redis.start();
		}
		catch (IOException | RuntimeException ex) {
			Assumptions.abort("Redis cannot be started here: " + ex.getMessage());
		}
		connections = connect(redis.port());
		otherConnections = connect(redis.port());
		template = new StringRedisTemplate(connections);
	}

	@AfterAll
	static void stop() throws IOException {
		if (connections != null) {
			connections.destroy();
			otherConnections.destroy();
		}
		redis.close();
	}

	@BeforeEach
	void empty() {
		try (RedisConnection connection = connections.getConnection()) {
			connection.serverCommands().flushAll();
		}
	}

	@Override
	public ClaimStore store() {
		return this.store;
	}

	/** Takes the time from each entry: Redis' own goes on as it does. */
	@Override
	public void advance(Duration time) {
		for (String key : entries()) {
			Long left = template.getExpire(key, TimeUnit.MILLISECONDS);
			assertThat(left).as("milliseconds that '%s' has left", key).isPositive();
			long rest = left - time.toMillis();
			if (rest > 0) {
				String[] parts = template.opsForValue().get(key).split(":", 4);
				if (parts[0].equals("held")) {
					parts[2] = Long.toString(Math.max(0, Long.parseLong(parts[2]) - time.toMillis()));
				}
				template.opsForValue().set(key, String.join(":", parts), Duration.ofMillis(rest));
			}
			else {
				template.delete(key);
			}
		}
	}

	@Test
	void keepsWhatIsDoneFor25Hours() {
		this.store.complete(this.store.claim("a", LEASE));
		assertThat(template.getExpire(RedisClaimStore.PREFIX + "a", TimeUnit.MINUTES)).isBetween(24 * 60 + 4L,
				25 * 60L);
	}

	@Test
	void hasOneEntryForEachEventBelowItsPrefix() {
		this.store.claim("1900000001:TRANSACTION.SUCCESS::out_trade_no=1", LEASE);
		this.store.complete(this.store.claim("b{c}", LEASE));
		assertThat(entries()).containsExactlyInAnyOrder("wechatpay:claim:b{c}",
				"wechatpay:claim:1900000001:TRANSACTION.SUCCESS::out_trade_no=1");
	}

	@Test
	void sharesWhatIsHeldAndDoneWithOtherNodes() {
		Claim claim = this.store.claim("a", LEASE);
		assertThat(this.otherNode.claim("a", LEASE).state()).isEqualTo(State.IN_PROGRESS);
		assertThat(this.otherNode.complete(Claim.acquired("a", "stolen", 1))).isFalse();
		this.otherNode.release(Claim.acquired("a", "stolen", 1));
		assertThat(this.store.complete(claim)).isTrue();
		assertThat(this.otherNode.claim("a", LEASE).state()).isEqualTo(State.DONE);
	}

	@Test
	void doesNotLetANodeCompleteOverItsSuccessorOnAnother() {
		Claim former = this.store.claim("a", LEASE);
		advance(LEASE.plusSeconds(1));
		Claim successor = this.otherNode.claim("a", LEASE);
		assertThat(successor.state()).isEqualTo(State.ACQUIRED);
		assertThat(this.store.complete(former)).isFalse();
		assertThat(this.otherNode.complete(successor)).isTrue();
		assertThat(this.store.complete(former)).as("done by the successor").isFalse();
	}

	@Test
	void isTheSameWhenAStepIsSentTwice() {
		Claim claim = this.store.claim("a", LEASE, "token");
		assertThat(this.store.claim("a", LEASE, "token")).isEqualTo(claim).isEqualTo(Claim.acquired("a", "token", 1));
		assertThat(this.store.complete(claim)).isTrue();
		assertThat(this.store.complete(claim)).as("sent again after a lost answer").isTrue();
		assertThat(this.store.claim("a", LEASE).state()).isEqualTo(State.DONE);
		Claim other = this.store.claim("b", LEASE);
		this.store.release(other);
		this.store.release(other);
		assertThat(this.store.claim("b", LEASE).state()).isEqualTo(State.ACQUIRED);
	}

	@Test
	void respectsEntriesOfFormerVersions() {
		template.opsForValue().set(RedisClaimStore.PREFIX + "a", "0d1ea9b9-2e63-4f6c-9e0c-2f8bb7a3a4c1", LEASE);
		template.opsForValue().set(RedisClaimStore.PREFIX + "b", "done:0d1ea9b9-2e63-4f6c-9e0c-2f8bb7a3a4c1", LEASE);
		assertThat(this.store.claim("a", LEASE)).isEqualTo(Claim.inProgress("a"));
		assertThat(this.store.claim("b", LEASE)).isEqualTo(Claim.done("b"));
		this.store.forget("a");
		assertThat(this.store.claim("a", LEASE)).isEqualTo(Claim.inProgress("a"));
	}

	@Test
	void remembersWhatWasDoneBeforeApplicationsHadNames() {
		RedisClaimStore shop = new RedisClaimStore(connections, new ApplicationName("shop"));
		template.opsForValue().set(RedisClaimStore.PREFIX + "a", "done:0d1ea9b9-2e63-4f6c-9e0c-2f8bb7a3a4c1", LEASE);
		template.opsForValue().set(RedisClaimStore.PREFIX + "b", "0d1ea9b9-2e63-4f6c-9e0c-2f8bb7a3a4c1", LEASE);
		this.otherNode.claim("c", LEASE);
		assertThat(shop.claim("shop:a", LEASE)).isEqualTo(Claim.done("shop:a"));
		assertThat(shop.claim("shop:b", LEASE)).isEqualTo(Claim.inProgress("shop:b"));
		assertThat(shop.claim("shop:c", LEASE).attempt()).as("of an application without a name").isOne();
		assertThat(shop.claim("other:a", LEASE).attempt()).isOne();
	}

	@Test
	void worksOnAfterRedisHasForgottenTheScripts() {
		Claim claim = this.store.claim("a", LEASE);
		try (RedisConnection connection = connections.getConnection()) {
			connection.scriptingCommands().scriptFlush();
		}
		assertThat(this.store.complete(claim)).isTrue();
	}

	@Test
	void givesEachEventToOneOfTwoNodes() throws Exception {
		int count = 32;
		CyclicBarrier together = new CyclicBarrier(count);
		ExecutorService threads = Executors.newFixedThreadPool(count);
		try {
			for (int round = 0; round < 20; round++) {
				String key = "event" + round;
				List<Callable<State>> claims = new ArrayList<>();
				for (int thread = 0; thread < count; thread++) {
					RedisClaimStore node = (thread % 2 == 0) ? this.store : this.otherNode;
					claims.add(() -> {
						together.await();
						return node.claim(key, LEASE).state();
					});
				}
				List<State> states = new ArrayList<>();
				for (Future<State> state : threads.invokeAll(claims)) {
					states.add(state.get());
				}
				assertThat(states).as(key).containsOnlyOnce(State.ACQUIRED).doesNotContain(State.DONE);
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

	@Test
	void throwsWhileRedisIsGone() throws IOException {
		LocalRedis mortal = new LocalRedis().start();
		LettuceConnectionFactory its = connect(mortal.port());
		try {
			RedisClaimStore node = new RedisClaimStore(its);
			Claim claim = node.claim("a", LEASE);
			assertThat(claim.state()).isEqualTo(State.ACQUIRED);
			mortal.close();
			assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> node.claim("b", LEASE));
			assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> node.complete(claim));
			assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> node.release(claim));
		}
		finally {
			mortal.close();
			its.destroy();
		}
	}

	private static LettuceConnectionFactory connect(int port) {
		return RedisConnections.to(port);
	}

	private static Set<String> entries() {
		return template.keys("*");
	}

}
