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

package io.github.wechatpay4j.actuate;

/**
 * Enough of a number to recognize it, not enough to use it.
 */
final class Masked {

	private static final int HEAD = 4;

	private static final int TAIL = 2;

	private Masked() {
	}

	/** The id of a WeChat Pay public key holds the merchant's number. */
	static String within(String text, String number) {
		return text.replace(number, number(number));
	}

	static String number(String number) {
		int hidden = number.length() - HEAD - TAIL;
		return (hidden < TAIL) ? "****"
				: number.substring(0, HEAD) + "*".repeat(hidden) + number.substring(number.length() - TAIL);
	}

}
