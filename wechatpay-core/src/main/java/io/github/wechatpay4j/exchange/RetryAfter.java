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

import java.math.BigInteger;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * Reads {@code Retry-After}: a number of seconds, or a date. A date is compared with that
 * of the answer, so that a clock which is wrong here makes no difference.
 */
final class RetryAfter {

	private static final Pattern SECONDS = Pattern.compile("([0-9]+)(?:\\.([0-9]+))?");

	/** Longer than any call: what is above it is only that. */
	private static final Duration LONGEST = Duration.ofDays(36_500);

	/** The forms that HTTP knows; the day of the week is not needed. */
	private static final List<DateTimeFormatter> DATES = Stream
		.of("d MMM yyyy HH:mm:ss zzz", "d-MMM-yyyy HH:mm:ss zzz", "d-MMM-yy HH:mm:ss zzz", "MMM d HH:mm:ss yyyy")
		.map((form) -> DateTimeFormatter.ofPattern(form, Locale.ENGLISH).withZone(ZoneOffset.UTC))
		.toList();

	private RetryAfter() {
	}

	/** The longest of them, should there be several. */
	static @Nullable Duration read(HttpHeaders headers, Clock clock) {
		return headers.getOrDefault(HttpHeaders.RETRY_AFTER, List.of())
			.stream()
			.map((value) -> read(value.trim(), headers, clock))
			.filter(Objects::nonNull)
			.max(Comparator.naturalOrder())
			.orElse(null);
	}

	private static @Nullable Duration read(String value, HttpHeaders headers, Clock clock) {
		Matcher seconds = SECONDS.matcher(value);
		if (seconds.matches()) {
			BigInteger whole = new BigInteger(seconds.group(1));
			// A part of a second is waited for as a whole one: not a moment too soon
			BigInteger rounded = (seconds.group(2) != null) ? whole.add(BigInteger.ONE) : whole;
			return shortened(Duration.ofSeconds(rounded.min(BigInteger.valueOf(LONGEST.toSeconds())).longValueExact()));
		}
		Instant time = date(value);
		if (time == null) {
			return null;
		}
		Instant answered = date(Objects.requireNonNullElse(headers.getFirst(HttpHeaders.DATE), ""));
		return shortened(Duration.between((answered != null) ? answered : clock.instant(), time));
	}

	private static Duration shortened(Duration wait) {
		if (wait.isNegative()) {
			return Duration.ZERO;
		}
		return (wait.compareTo(LONGEST) < 0) ? wait : LONGEST;
	}

	private static @Nullable Instant date(String value) {
		String rest = value.replaceFirst("^[A-Za-z]+,?[ ]+", "").replaceAll(" +", " ");
		for (DateTimeFormatter form : DATES) {
			try {
				return Instant.from(form.parse(rest));
			}
			catch (DateTimeException ex) {
				// Another form, or none
			}
		}
		return null;
	}

}
