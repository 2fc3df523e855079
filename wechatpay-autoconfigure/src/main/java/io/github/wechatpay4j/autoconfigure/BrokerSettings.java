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

package io.github.wechatpay4j.autoconfigure;

import java.time.Duration;

import io.github.wechatpay4j.autoconfigure.NotificationProperties.Mode;
import io.github.wechatpay4j.broker.Acknowledgement;
import io.github.wechatpay4j.broker.Redelivery;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the modes with a broker have in common.
 */
final class BrokerSettings {

	private static final String RETRY = "wechatpay.notification.retry.";

	/** What topics, queues and groups are called, in front of the application's name. */
	static final String NAME = "wechatpay-notifications";

	/** How often to look after a broker. */
	static final Duration WATCH = Duration.ofSeconds(5);

	private static final String ROCKETMQ = "wechatpay.notification.rocketmq.max-attempts";

	private static final int MAX_ATTEMPTS = 1000;

	private BrokerSettings() {
	}

	static Redelivery redelivery(NotificationProperties properties) {
		BrokerRetryProperties retry = properties.getRetry();
		int maxAttempts = (properties.effectiveMode() == Mode.ROCKETMQ)
				// What the server's policy allows
				? PropertyChecks.between(properties.getRocketmq().getMaxAttempts(), 1, MAX_ATTEMPTS, ROCKETMQ, "17")
				: PropertyChecks.between(retry.getMaxAttempts(), 1, MAX_ATTEMPTS, RETRY + "max-attempts", "10");
		Duration initialBackoff = PropertyChecks.positive(retry.getInitialBackoff(), RETRY + "initial-backoff");
		Duration maxBackoff = PropertyChecks.positive(retry.getMaxBackoff(), RETRY + "max-backoff");
		if (maxBackoff.compareTo(initialBackoff) < 0) {
			throw new InvalidWechatPayPropertyException(RETRY + "max-backoff", "It is shorter than initial-backoff.",
					"Write a longer duration, such as 1m.");
		}
		if (!(retry.getMultiplier() >= 1)) {
			throw new InvalidWechatPayPropertyException(RETRY + "multiplier", "The value is less than 1.",
					"Write it like 2.");
		}
		return new Redelivery(maxAttempts, initialBackoff, retry.getMultiplier(), maxBackoff,
				PropertyChecks.positive(properties.getLease(), "wechatpay.notification.lease"));
	}

	static String or(@Nullable String value, String otherwise) {
		return (value != null) ? value : otherwise;
	}

	static Duration storeWithin(NotificationProperties properties) {
		return Acknowledgement
			.budget(PropertyChecks.positive(properties.getAnswerWithin(), "wechatpay.notification.answer-within"));
	}

}
