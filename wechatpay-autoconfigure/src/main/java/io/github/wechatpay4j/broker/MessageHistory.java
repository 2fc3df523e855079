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
import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What a message tells of its way so far. Attempts are counted by the store of claims,
 * whatever becomes of messages; the message's own count is for stores that only one node
 * knows. Immutable.
 *
 * @param attempts attempts that are known to have failed
 * @param handedOn how often a node that could not handle it handed it on
 * @param refused how often it did not verify
 * @param since when its first setback was, in milliseconds since 1970
 * @param reason what it failed with last
 */
public record MessageHistory(int attempts, int handedOn, int refused, long since, @Nullable String reason) {

	private static final String ATTEMPTS = "wechatpay-attempts";

	private static final String HANDED_ON = "wechatpay-handed-on";

	private static final String REFUSED = "wechatpay-refused";

	private static final String SINCE = "wechatpay-since";

	private static final Pattern NAME = Pattern.compile("[\\w.$]{1,200}");

	/**
	 * Reads a message's history. What cannot be read is taken for absent.
	 * @param headers finds the value of a header
	 * @return the history
	 */
	public static MessageHistory read(UnaryOperator<@Nullable String> headers) {
		String reason = headers.apply(NotificationMessages.REASON);
		return new MessageHistory(count(headers.apply(ATTEMPTS)), count(headers.apply(HANDED_ON)),
				count(headers.apply(REFUSED)), number(headers.apply(SINCE)),
				(reason != null && NAME.matcher(reason).matches()) ? reason : null);
	}

	/**
	 * Writes it to a message.
	 * @param headers takes each name and value
	 */
	public void write(BiConsumer<String, String> headers) {
		headers.accept(ATTEMPTS, Integer.toString(this.attempts));
		headers.accept(HANDED_ON, Integer.toString(this.handedOn));
		headers.accept(REFUSED, Integer.toString(this.refused));
		headers.accept(SINCE, Long.toString(this.since));
		if (this.reason != null) {
			headers.accept(NotificationMessages.REASON, this.reason);
		}
	}

	MessageHistory failed(int attempt, String with, Instant now) {
		return new MessageHistory(attempt, this.handedOn, this.refused, begun(now), with);
	}

	MessageHistory handedOn(Instant now) {
		return new MessageHistory(this.attempts, next(this.handedOn), this.refused, begun(now), this.reason);
	}

	MessageHistory refused(String with, Instant now) {
		return new MessageHistory(this.attempts, this.handedOn, next(this.refused), begun(now), with);
	}

	Duration age(Instant now) {
		return (this.since == 0) ? Duration.ZERO : Duration.between(Instant.ofEpochMilli(this.since), now);
	}

	private long begun(Instant now) {
		return (this.since == 0) ? now.toEpochMilli() : this.since;
	}

	private static int next(int count) {
		return (count < Integer.MAX_VALUE) ? count + 1 : count;
	}

	private static int count(@Nullable String text) {
		return (int) Math.min(Integer.MAX_VALUE, number(text));
	}

	private static long number(@Nullable String text) {
		if (text == null || text.isEmpty() || text.length() > 15
				|| !text.chars().allMatch((c) -> c >= '0' && c <= '9')) {
			return 0;
		}
		return Long.parseLong(text);
	}

}
