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

package io.github.wechatpay4j.exchange;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * Reads {@code Retry-After}: a number of seconds, or a date. A date is compared with that
 * of the answer, so that a clock which is wrong here makes no difference.
 */
final class RetryAfter {

	private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

	private RetryAfter() {
	}

	static @Nullable Duration read(HttpHeaders headers, Clock clock) {
		String value = Objects.requireNonNullElse(headers.getFirst(HttpHeaders.RETRY_AFTER), "").trim();
		if (SECONDS.matcher(value).matches()) {
			return Duration.ofSeconds(Long.parseLong(value));
		}
		Instant time = date(value);
		if (time == null) {
			return null;
		}
		Instant answered = date(Objects.requireNonNullElse(headers.getFirst(HttpHeaders.DATE), ""));
		Duration wait = Duration.between((answered != null) ? answered : clock.instant(), time);
		return wait.isNegative() ? Duration.ZERO : wait;
	}

	private static @Nullable Instant date(String value) {
		try {
			return ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

}
