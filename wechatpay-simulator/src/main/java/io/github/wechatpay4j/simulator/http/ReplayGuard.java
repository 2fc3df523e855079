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

package io.github.wechatpay4j.simulator.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * Remembers which nonces were used for as long as their timestamps are believed. Safe for
 * use by many threads.
 */
final class ReplayGuard {

	/** A timestamp is believed five minutes before and five minutes after. */
	private static final Duration WINDOW = Duration.ofMinutes(10);

	private final Clock clock;

	private Set<String> current = new HashSet<>();

	private Set<String> previous = new HashSet<>();

	private Instant turn = Instant.MIN;

	ReplayGuard(Clock clock) {
		this.clock = clock;
	}

	/** Whether a nonce is used for the first time. */
	synchronized boolean isFirstUse(Authorization authorization) {
		Instant now = this.clock.instant();
		if (!now.isBefore(this.turn)) {
			this.previous = this.current;
			this.current = new HashSet<>();
			this.turn = now.plus(WINDOW);
		}
		String key = authorization.mchid() + '\n' + authorization.timestamp() + '\n' + authorization.nonce();
		return !this.previous.contains(key) && this.current.add(key);
	}

}
