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

package io.github.wechatpay4j.api.waiting;

import java.time.Duration;

/**
 * How often to ask, and for how long: at once, then after pauses that double. Pauses are
 * up to a fifth shorter, by chance, so that waits that began together do not ask
 * together.
 *
 * @param first the first pause
 * @param longest no pause is longer; the pause after "too many requests" (429) is this
 * long
 * @param limit when to give up: the last query is made then, shortening its pause. A
 * query that is under way is not cut off
 */
public record Pace(Duration first, Duration longest, Duration limit) {

	/** A second at first, half a minute at the longest, a minute in all. */
	public static final Pace DEFAULT = atMost(Duration.ofMinutes(1));

	/**
	 * Checks the durations.
	 * @throws IllegalArgumentException if a pause is not positive, the longest is shorter
	 * than the first, or the limit is negative
	 */
	public Pace {
		if (first.isNegative() || first.isZero()) {
			throw new IllegalArgumentException("first must be positive but is " + first);
		}
		if (longest.compareTo(first) < 0) {
			throw new IllegalArgumentException("longest must not be less than first but is " + longest);
		}
		if (limit.isNegative()) {
			throw new IllegalArgumentException("limit must not be negative but is " + limit);
		}
	}

	/**
	 * The default pauses, with another limit. A refund to a bank card takes days, a
	 * transfer waits a day for the user: do not hold a thread or a request for that, but
	 * listen to notifications.
	 * @param limit when to give up; zero asks once
	 * @return the pace
	 */
	public static Pace atMost(Duration limit) {
		return new Pace(Duration.ofSeconds(1), Duration.ofSeconds(30), limit);
	}

}
