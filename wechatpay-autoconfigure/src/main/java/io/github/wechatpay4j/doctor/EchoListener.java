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

package io.github.wechatpay4j.doctor;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

import io.github.wechatpay4j.exchange.AttemptListener;
import io.github.wechatpay4j.trust.PlatformKey;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * Keeps what the last answer tells besides its content. Safe for use by many threads.
 */
final class EchoListener implements AttemptListener {

	private final Clock clock;

	private volatile @Nullable Duration skew;

	private volatile @Nullable PlatformKey key;

	EchoListener(Clock clock) {
		this.clock = clock;
	}

	@Override
	public void answered(int status, HttpHeaders headers) {
		Instant theirs = time(headers);
		this.skew = (theirs != null) ? Duration.between(theirs, this.clock.instant()) : null;
	}

	@Override
	public void verified(PlatformKey key) {
		this.key = key;
	}

	/** How far this machine's clock is ahead, to the second. */
	@Nullable Duration skew() {
		return this.skew;
	}

	/** Whose signature was believed. */
	@Nullable PlatformKey key() {
		return this.key;
	}

	/** Refusals have a Date too, but no signature and therefore no timestamp. */
	private static @Nullable Instant time(HttpHeaders headers) {
		String date = headers.getFirst(HttpHeaders.DATE);
		String timestamp = headers.getFirst("Wechatpay-Timestamp");
		try {
			if (date != null) {
				return DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from);
			}
			return (timestamp != null) ? Instant.ofEpochSecond(Long.parseLong(timestamp)) : null;
		}
		catch (DateTimeException | NumberFormatException ex) {
			return null;
		}
	}

}
