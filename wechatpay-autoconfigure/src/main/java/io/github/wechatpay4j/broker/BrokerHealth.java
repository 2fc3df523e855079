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

package io.github.wechatpay4j.broker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

import io.github.wechatpay4j.health.HealthFinding;
import io.github.wechatpay4j.health.HealthReporter;
import io.github.wechatpay4j.notification.SealedNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is the matter with a broker, and with what this node cannot handle: a line in the
 * log when it begins and when it is over, and a finding of health in between. Safe for
 * use by many threads.
 */
public final class BrokerHealth implements HealthReporter {

	private static final Logger logger = LoggerFactory.getLogger(BrokerHealth.class);

	/** After that somebody should look. */
	private static final Duration LONG = Duration.ofDays(1);

	/** What has not been handed on for so long has been handled, elsewhere too. */
	private static final Duration FORGOTTEN = Duration.ofMinutes(3);

	private static final Duration QUIET = Duration.ofSeconds(30);

	private static final int MOST_REMEMBERED = 10_000;

	private final String about;

	private final LongSupplier nanoTime;

	private final Map<String, Trouble> troubles = new ConcurrentHashMap<>();

	private final Map<String, HandedOn> handedOn = new ConcurrentHashMap<>();

	private final Map<String, Long> reasons = new ConcurrentHashMap<>();

	/**
	 * Creates a health without findings.
	 * @param about names the broker, such as {@code kafka}
	 * @param nanoTime a clock that nobody sets
	 */
	public BrokerHealth(String about, LongSupplier nanoTime) {
		this.about = Objects.requireNonNull(about, "about");
		this.nanoTime = Objects.requireNonNull(nanoTime, "nanoTime");
	}

	/**
	 * Reports a trouble, in the log once for as long as it lasts.
	 * @param kind tells troubles apart
	 * @param message what is the matter and what to do about it
	 * @param down whether nothing goes on until somebody acts
	 */
	public void trouble(String kind, String message, boolean down) {
		if (this.troubles.put(kind, new Trouble(message, down, this.nanoTime.getAsLong())) == null) {
			logger.warn("{}: {}", this.about, message);
		}
	}

	/**
	 * Reports that a trouble is over. Cheap where there is none.
	 * @param kind tells troubles apart
	 */
	public void over(String kind) {
		if (!this.troubles.isEmpty() && this.troubles.containsKey(kind)) {
			Trouble ended = this.troubles.remove(kind);
			if (ended != null) {
				logger.info("{}: over is: {}", this.about, ended.message());
			}
		}
	}

	/**
	 * Reports that a trouble seems to be over, because it has not been reported for half
	 * a minute.
	 * @param kind tells troubles apart
	 */
	public void quiet(String kind) {
		Trouble trouble = this.troubles.get(kind);
		if (trouble != null && this.nanoTime.getAsLong() - trouble.at() > QUIET.toNanos()) {
			over(kind);
		}
	}

	void handedOn(SealedNotification notification, String reason, Duration age) {
		long now = this.nanoTime.getAsLong();
		Long before = this.reasons.put(reason, now);
		if (before == null || now - before > FORGOTTEN.toNanos()) {
			logger.warn("{}: {} cannot be handled by this node and is handed on to others: {}", this.about,
					notification, remedy(reason));
		}
		String key = key(notification.body());
		if (this.handedOn.size() < MOST_REMEMBERED || this.handedOn.containsKey(key)) {
			this.handedOn.put(key, new HandedOn(reason, age.compareTo(LONG) >= 0, now));
		}
	}

	void handled(SealedNotification notification) {
		if (!this.handedOn.isEmpty()) {
			this.handedOn.remove(key(notification.body()));
		}
	}

	@Override
	public List<HealthFinding> findings() {
		List<HealthFinding> findings = new ArrayList<>();
		this.troubles.values().forEach((each) -> add(findings, each.message(), each.down()));
		long now = this.nanoTime.getAsLong();
		this.handedOn.values().removeIf((each) -> now - each.at() > FORGOTTEN.toNanos());
		List<HandedOn> current = List.copyOf(this.handedOn.values());
		current.stream().map(HandedOn::reason).distinct().sorted().forEach((reason) -> {
			long count = current.stream().filter((each) -> each.reason().equals(reason)).count();
			add(findings, count + " notifications cannot be handled by this node and are handed on to others: "
					+ remedy(reason), false);
		});
		long old = current.stream().filter(HandedOn::old).count();
		if (old > 0) {
			add(findings, old + " notifications have not been handled by any node for a day. They are kept; deploy what"
					+ " handles them", false);
		}
		return findings;
	}

	private void add(List<HealthFinding> findings, String message, boolean down) {
		findings.add(new HealthFinding(this.about, message, down));
	}

	private static String remedy(String reason) {
		return switch (reason) {
			case "NO_HANDLER" -> "NO_HANDLER, no @WechatPayListener of this node wants them";
			case "UNKNOWN_MERCHANT" -> "UNKNOWN_MERCHANT, this node has no such merchant";
			case "DECRYPTION" -> "DECRYPTION, check this node's api-v3-key";
			case "KEYS_UNAVAILABLE" -> "KEYS_UNAVAILABLE, this node does not know the key they are signed with";
			case "SIGNATURE" -> "SIGNATURE, check this node's public-key, or somebody tampered with them";
			default -> reason;
		};
	}

	private static String key(byte[] body) {
		return Integer.toHexString(Arrays.hashCode(body)) + ":" + body.length;
	}

	private record Trouble(String message, boolean down, long at) {
	}

	private record HandedOn(String reason, boolean old, long at) {
	}

}
