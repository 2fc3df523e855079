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
 * The steps of a claim. An entry is {@code done:} and a token once the event is done;
 * before that it is {@code held}, how many attempts have begun, until when in
 * milliseconds since 1970 by Redis, and the holder's token, which is empty for none. An
 * entry outlives the lease, so that attempts are counted. Entries of former versions are
 * the holder's token alone, and end with the lease. The first argument is a token, the
 * second a time in milliseconds, the third how long to keep the entry.
 */
final class ClaimScripts {

	/** What the steps share. */
	private static final String COMMON = """
			local function now()
				local time = redis.call('TIME')
				return tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
			end
			local function held(attempts, ends, token)
				return 'held:' .. attempts .. ':' .. string.format('%.0f', ends) .. ':' .. token
			end
			local entry = redis.call('GET', KEYS[1])
			local count, ends, token
			if entry then
				count, ends, token = string.match(entry, '^held:(%d+):(%d+):(.*)$')
				count, ends = tonumber(count), tonumber(ends)
			end
			""";

	static final RedisScript<String> CLAIM = RedisScript.of(COMMON + """
			if entry then
				if string.sub(entry, 1, 5) == 'done:' then
					return 'DONE'
				end
				if token == ARGV[1] then
					return tostring(count)
				end
				if not token or (token ~= '' and ends > now()) then
					return 'IN_PROGRESS'
				end
			end
			local attempt = (count or 0) + 1
			redis.call('SET', KEYS[1], held(attempt, now() + tonumber(ARGV[2]), ARGV[1]), 'PX', ARGV[3])
			return tostring(attempt)
			""", String.class);

	/** Also if the lease ran out, as long as nobody else has taken it. */
	static final RedisScript<Boolean> COMPLETE = RedisScript.of(COMMON + """
			local done = 'done:' .. ARGV[1]
			if not entry or token == ARGV[1] or entry == ARGV[1] then
				redis.call('SET', KEYS[1], done, 'PX', ARGV[2])
				return 1
			end
			return entry == done and 1 or 0
			""", Boolean.class);

	/** The second argument is by how much to lower the count. */
	static final RedisScript<Boolean> END = RedisScript.of(COMMON + """
			if token == ARGV[1] then
				redis.call('SET', KEYS[1], held(count - tonumber(ARGV[2]), 0, ''), 'PX', ARGV[3])
				return 1
			end
			return 0
			""", Boolean.class);

	static final RedisScript<Boolean> FORGET = RedisScript.of(COMMON + """
			if not token then
				return 0
			end
			if token ~= '' and ends > now() then
				redis.call('SET', KEYS[1], held(1, ends, token), 'PX', redis.call('PTTL', KEYS[1]))
			else
				redis.call('DEL', KEYS[1])
			end
			return 1
			""", Boolean.class);

	private ClaimScripts() {
	}

}
