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
import java.util.List;

import io.github.wechatpay4j.Identifier;
import io.github.wechatpay4j.autoconfigure.WechatPayLimitProperties.Rule;
import io.github.wechatpay4j.limit.RateLimit;

/**
 * Makes limits from properties, refusing those that cannot be meant.
 */
final class RateLimitFactory {

	private static final long MOST = 1_000_000;

	private RateLimitFactory() {
	}

	/**
	 * Makes limits. Whoever would have to wait for longer than a call may take is refused
	 * at once.
	 */
	static List<RateLimit> create(WechatPayLimitProperties properties, Duration totalTimeout) {
		return properties.getRules()
			.entrySet()
			.stream()
			.map((rule) -> create(rule.getKey(), rule.getValue(), totalTimeout))
			.toList();
	}

	private static RateLimit create(String name, Rule rule, Duration totalTimeout) {
		String prefix = "wechatpay.limits.rules." + name;
		Long given = rule.getPermits();
		if (given == null) {
			throw new InvalidWechatPayPropertyException(prefix + ".permits", "It is not set.",
					"Set how many calls a period allows.");
		}
		int permits = PropertyChecks.between(given, 1, MOST, prefix + ".permits", "100");
		Long burst = rule.getBurst();
		if (rule.getMaxWait().isNegative()) {
			throw new InvalidWechatPayPropertyException(prefix + ".max-wait", "The duration is negative.",
					"Write it like 1s, or 0s for not to wait at all.");
		}
		return new RateLimit(name, patterns(rule.getProducts(), prefix + ".products", "Refunds"),
				patterns(rule.getMerchants(), prefix + ".merchants", "default"), permits, period(rule, prefix),
				(burst != null) ? PropertyChecks.between(burst, 1, MOST, prefix + ".burst", "10")
						: Math.max(1, permits / 20),
				(rule.getMaxWait().compareTo(totalTimeout) < 0) ? rule.getMaxWait() : totalTimeout);
	}

	private static Duration period(Rule rule, String prefix) {
		return PropertyChecks.positive(rule.getPeriod(), prefix + ".period");
	}

	/** A limit for nothing would be no limit, without anybody noticing. */
	private static List<String> patterns(List<String> patterns, String property, String example) {
		if (patterns.isEmpty()) {
			throw new InvalidWechatPayPropertyException(property, "It is empty.",
					"Name some, such as " + example + ", or remove the property for all.");
		}
		return patterns.stream().map((pattern) -> seen(pattern, property)).toList();
	}

	/** What nobody sees would keep a pattern from ever matching. */
	private static String seen(String pattern, String property) {
		return PropertyChecks.identifier(Identifier.MERCHANT_NAME, pattern, property,
				"Write names, with '*' for any characters.");
	}

}
