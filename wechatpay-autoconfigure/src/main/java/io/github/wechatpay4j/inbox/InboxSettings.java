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
 * How an inbox works.
 *
 * @param lease how long a handler may take before its notification is taken for abandoned
 * @param maxAttempts attempts before a notification is given up
 * @param backoff waits between attempts
 * @param concurrency notifications that this node handles at a time
 * @param pollInterval how often to look for what is due
 * @param retention how long to keep what is done
 * @param deadLetterRetention how long to keep what was given up
 */
public record InboxSettings(Duration lease, int maxAttempts, InboxBackoff backoff, int concurrency,
		Duration pollInterval, Duration retention, Duration deadLetterRetention) {
}
