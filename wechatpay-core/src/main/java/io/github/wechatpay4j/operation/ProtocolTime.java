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

package io.github.wechatpay4j.operation;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;

/**
 * Times as the protocol writes them: {@code 2018-06-08T10:34:56+08:00}, with seconds, no
 * fraction, no Z.
 */
public final class ProtocolTime {

	private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

	private ProtocolTime() {
	}

	/**
	 * Writes a time.
	 * @param time the time
	 * @return the text
	 */
	public static String format(OffsetDateTime time) {
		return FORMAT.format(time);
	}

}
