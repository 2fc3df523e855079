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

package io.github.wechatpay4j.trust.redis;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

import io.github.wechatpay4j.trust.CertificateStore;

import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * Keeps platform certificates in Redis, as the platform encrypted them: whoever reads
 * Redis learns nothing, whoever writes there is not believed. Safe for use by many
 * threads.
 */
public final class RedisCertificateStore implements CertificateStore {

	private static final String PREFIX = "wechatpay:certificates:";

	private static final String LEAD = "wechatpay:certificates-download:";

	/** What the platform answers takes a few kilobytes. */
	private static final int MAX_LENGTH = 256 * 1024;

	private final StringRedisTemplate redis;

	/**
	 * Creates a store.
	 * @param connections connects to Redis, with the first access
	 */
	public RedisCertificateStore(RedisConnectionFactory connections) {
		this.redis = new StringRedisTemplate(Objects.requireNonNull(connections, "connections"));
	}

	@Override
	public Optional<String> load(String key) {
		return Optional.ofNullable(this.redis.opsForValue().get(PREFIX + key))
			.filter((entry) -> entry.length() <= MAX_LENGTH);
	}

	@Override
	public void save(String key, String entry, Duration lifetime) {
		this.redis.opsForValue().set(PREFIX + key, entry, lifetime);
	}

	@Override
	public boolean lead(String key, Duration time) {
		return Boolean.TRUE.equals(this.redis.opsForValue().setIfAbsent(LEAD + key, "", time));
	}

}
