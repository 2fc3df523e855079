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

package io.github.wechatpay4j.simulator.official;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Times as the platform writes them: always those of Beijing.
 */
public final class OfficialTime {

	private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);

	private static final DateTimeFormatter RFC_3339 = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");

	private static final DateTimeFormatter BILL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

	private static final DateTimeFormatter COMPACT = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

	private OfficialTime() {
	}

	/**
	 * For JSON.
	 * @param time the time
	 * @return such as {@code 2026-01-02T10:11:12+08:00}
	 */
	public static String rfc3339(Instant time) {
		return RFC_3339.format(time.atOffset(BEIJING));
	}

	/**
	 * For bills.
	 * @param time the time
	 * @return such as {@code 2026-01-02 10:11:12}
	 */
	public static String bill(Instant time) {
		return BILL.format(time.atOffset(BEIJING));
	}

	/**
	 * For numbers that hold a time.
	 * @param time the time
	 * @return such as {@code 20260102101112}
	 */
	public static String compact(Instant time) {
		return COMPACT.format(time.atOffset(BEIJING));
	}

	/**
	 * The day.
	 * @param time the time
	 * @return the day in Beijing
	 */
	public static LocalDate day(Instant time) {
		return time.atOffset(BEIJING).toLocalDate();
	}

}
