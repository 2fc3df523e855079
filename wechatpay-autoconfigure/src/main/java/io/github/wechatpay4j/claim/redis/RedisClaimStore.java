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

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import io.github.wechatpay4j.claim.Claim;
import io.github.wechatpay4j.claim.ClaimStore;
import io.github.wechatpay4j.delivery.ApplicationName;
import org.jspecify.annotations.Nullable;

import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * Claims in Redis, for any number of nodes. One entry for each event, one script for each
 * step, time by Redis alone; works with a cluster. Redis 5 or later. While Redis cannot
 * be reached every step throws, so that nothing is acknowledged.
 * <p>
 * The mark of what is done joins no transaction of a database: a node that dies between
 * the handler's commit and the mark lets the event be handled again. The same happens if
 * Redis loses entries: let it persist them, and evict none
 * ({@code maxmemory-policy noeviction}). Safe for use by many threads.
 */
public final class RedisClaimStore implements ClaimStore {

	/** What the names of all entries begin with. */
	public static final String PREFIX = "wechatpay:claim:";

	/**
	 * WeChat Pay repeats for 24 hours and 4 minutes; the rest is for clocks and queues.
	 */
	static final Duration KEPT = Duration.ofHours(25);

	private final StringRedisTemplate redis;

	private final String prefix;

	/**
	 * Creates a store of an application without a name.
	 * @param connections connects to Redis, with the first claim
	 */
	public RedisClaimStore(RedisConnectionFactory connections) {
		this(connections, ApplicationName.none());
	}

	/**
	 * Creates a store.
	 * @param connections connects to Redis, with the first claim
	 * @param application whose name keys begin with; those of former versions did not
	 */
	public RedisClaimStore(RedisConnectionFactory connections, ApplicationName application) {
		this.prefix = application.isKnown() ? application.value() + ":" : "";
		this.redis = new StringRedisTemplate(Objects.requireNonNull(connections, "connections"));
	}

	@Override
	public Claim claim(String key, Duration lease) {
		Claim claim = claim(key, lease, UUID.randomUUID().toString());
		if (claim.attempt() == 1 && !this.prefix.isEmpty() && key.startsWith(this.prefix)) {
			return unlessKnown(claim, this.redis.opsForValue().get(PREFIX + key.substring(this.prefix.length())));
		}
		return claim;
	}

	/** What was done, or is held, under the name that the event had before. */
	private Claim unlessKnown(Claim claim, @Nullable String former) {
		if (former == null || former.startsWith("held:")) {
			return claim;
		}
		giveBack(claim);
		return former.startsWith("done:") ? Claim.done(claim.key()) : Claim.inProgress(claim.key());
	}

	/**
	 * A client that lost its connection sends a step again, not knowing whether it was
	 * done: each step is the same, done twice with the same token.
	 */
	Claim claim(String key, Duration lease, String token) {
		String answer = run(ClaimScripts.CLAIM, key, token, millis(lease), millis(KEPT.plus(lease)));
		return switch (answer) {
			case "DONE" -> Claim.done(key);
			case "IN_PROGRESS" -> Claim.inProgress(key);
			default -> Claim.acquired(key, token, Integer.parseInt(answer));
		};
	}

	@Override
	public boolean complete(Claim claim) {
		return run(ClaimScripts.COMPLETE, claim.key(), claim.token(), millis(KEPT));
	}

	@Override
	public void release(Claim claim) {
		run(ClaimScripts.END, claim.key(), claim.token(), "0", millis(KEPT));
	}

	@Override
	public void giveBack(Claim claim) {
		run(ClaimScripts.END, claim.key(), claim.token(), "1", millis(KEPT));
	}

	@Override
	public void forget(String key) {
		run(ClaimScripts.FORGET, key);
	}

	private <T> T run(RedisScript<T> script, String key, Object... arguments) {
		T result = this.redis.execute(script, List.of(PREFIX + key), arguments);
		if (result == null) {
			throw new IllegalStateException("Redis has not answered a step of a claim");
		}
		return result;
	}

	private static String millis(Duration time) {
		return Long.toString(Math.max(1, time.toMillis()));
	}

}
