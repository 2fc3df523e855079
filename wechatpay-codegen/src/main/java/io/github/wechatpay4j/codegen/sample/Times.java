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

package io.github.wechatpay4j.codegen.sample;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Times: what begins does so before what ends.
 */
final class Times {

	private static final Pattern END = Pattern
		.compile("(^|_)(end|stop|expire|expired|expiry|until|invalid|deadline)(_|$)");

	private Times() {
	}

	static String day(String name) {
		return (END.matcher(name.toLowerCase(Locale.ROOT)).find() ? "2027" : "2026") + "-01-02";
	}

	static String moment(String name) {
		return day(name) + "T10:11:12+08:00";
	}

	/**
	 * A form that the description names instead of a type; an empty text if it is none.
	 */
	static String of(String format, String name) {
		return switch (format) {
			case "yyyyMMddHHmmss", "yyyyMMddHHmmss or yyyyMMdd", "yyyyMMddHHmmss, yyyyMMdd or OnAccept" ->
				compactDay(name) + "101112";
			case "yyyyMMdd" -> compactDay(name);
			case "HHmmss" -> "101112";
			case "MM/yy" -> "01/30";
			case "yyyy-MM-dd HH:mm:ss" -> day(name) + " 10:11:12";
			case "yyyy-MM-ddTHH:mm:ss.SSSXXX" -> day(name) + "T10:11:12.000+08:00";
			default -> "";
		};
	}

	private static String compactDay(String name) {
		return day(name).replace("-", "");
	}

}
