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

import org.springframework.data.redis.core.script.RedisScript;

/**
 * The steps of a claim. An entry is the holder's token while the event is being handled,
 * and the token after {@code done:} once it is. The first argument is the token, the
 * second a time in milliseconds.
 */
final class ClaimScripts {

	static final RedisScript<String> CLAIM = RedisScript.of("""
			local entry = redis.call('GET', KEYS[1])
			if not entry then
				redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
				return 'ACQUIRED'
			end
			if entry == ARGV[1] then
				return 'ACQUIRED'
			end
			if string.sub(entry, 1, 5) == 'done:' then
				return 'DONE'
			end
			return 'IN_PROGRESS'
			""", String.class);

	/** Also if the lease ran out, as long as nobody else has taken it. */
	static final RedisScript<Boolean> COMPLETE = RedisScript.of("""
			local entry = redis.call('GET', KEYS[1])
			local done = 'done:' .. ARGV[1]
			if not entry or entry == ARGV[1] then
				redis.call('SET', KEYS[1], done, 'PX', ARGV[2])
				return 1
			end
			return entry == done and 1 or 0
			""", Boolean.class);

	static final RedisScript<Boolean> RELEASE = RedisScript.of("""
			if redis.call('GET', KEYS[1]) == ARGV[1] then
				redis.call('DEL', KEYS[1])
				return 1
			end
			return 0
			""", Boolean.class);

	private ClaimScripts() {
	}

}
