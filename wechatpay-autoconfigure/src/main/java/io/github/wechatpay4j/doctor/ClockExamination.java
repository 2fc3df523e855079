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

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * This machine's clock against WeChat Pay's.
 */
final class ClockExamination {

	static final String CHECK = "clock";

	/** Where clocks are kept by NTP they differ by far less. */
	private static final Duration NOTABLE_SKEW = Duration.ofSeconds(30);

	/** WeChat Pay refuses requests, and this library answers, beyond that. */
	private static final Duration MAX_SKEW = Duration.ofMinutes(5);

	private ClockExamination() {
	}

	static Finding of(@Nullable Duration skew) {
		if (skew == null) {
			return Finding.warn(CHECK, "WeChat Pay's time could not be read. Compare this machine's clock"
					+ " with another one: five minutes of difference stop everything.");
		}
		String text = "This machine's clock is " + skew.abs().toSeconds() + " s "
				+ (skew.isNegative() ? "behind" : "ahead of") + " WeChat Pay's. ";
		if (skew.abs().compareTo(NOTABLE_SKEW) <= 0) {
			return Finding.ok(CHECK, text.strip());
		}
		if (skew.abs().compareTo(MAX_SKEW) < 0) {
			return Finding.warn(CHECK, text + "Set it, by NTP for example: five minutes stop everything.");
		}
		return Finding.fail(CHECK, text + "Set it, by NTP for example.");
	}

}
