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

package io.github.wechatpay4j.inbox;

import java.time.Duration;

/**
 * Waits that grow with each attempt.
 *
 * @param initial the wait after the first attempt
 * @param multiplier by what it grows
 * @param max the longest wait
 */
public record InboxBackoff(Duration initial, double multiplier, Duration max) {

	Duration after(int attempts) {
		double millis = this.initial.toMillis() * Math.pow(this.multiplier, attempts - 1);
		return Duration.ofMillis((long) Math.min(millis, (double) this.max.toMillis()));
	}

}
