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

import reactor.core.publisher.Mono;

/**
 * Counts calls. Must be safe for use by many threads and must not block them.
 */
public interface RateLimiter {

	/**
	 * Asks for permission to make one call, and waits for its turn if that does not take
	 * longer than {@link RateLimit#maxWait()}. Whoever gives up while waiting has used
	 * the permission nevertheless.
	 * @param limit the limit
	 * @param scope what is counted on its own within the limit, such as a merchant's
	 * product
	 * @return {@code true} when the call may be made, {@code false} at once if its turn
	 * would come too late
	 */
	Mono<Boolean> acquire(RateLimit limit, String scope);

}
