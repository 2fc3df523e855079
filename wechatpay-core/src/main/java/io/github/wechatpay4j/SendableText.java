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

package io.github.wechatpay4j;

import java.nio.charset.StandardCharsets;

/**
 * Refuses texts that cannot be sent as they are, by name and before anything is signed,
 * instead of replacing their characters: two business numbers must never become one.
 */
public final class SendableText {

	private static final String REMEDY = ". Nothing was sent";

	private SendableText() {
	}

	/**
	 * A text that has an encoding: one without halves of characters.
	 * @param text the text
	 * @param field the field that holds it
	 * @return the text
	 * @throws IllegalArgumentException if it has none
	 */
	public static String encodable(String text, String field) {
		for (int i = 0; i < text.length(); i++) {
			if (isLone(text, i)) {
				throw refused(field, "holds half of a character, which cannot be encoded", text, i);
			}
		}
		return text;
	}

	/**
	 * A text in UTF-8.
	 * @param text the text
	 * @param field the field that holds it
	 * @return the bytes
	 * @throws IllegalArgumentException if it has no encoding
	 */
	public static byte[] utf8(String text, String field) {
		return encodable(text, field).getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * A text without characters outside Unicode's basic plane, such as emoji, which the
	 * platform does not take.
	 * @param text the text
	 * @param field the field that holds it
	 * @return the text
	 * @throws IllegalArgumentException if it holds one
	 */
	public static String basicPlane(String text, String field) {
		for (int i = 0; i < text.length(); i++) {
			if (Character.isSurrogate(text.charAt(i))) {
				throw refused(field, "holds a character outside Unicode's basic plane (such as an emoji), which WeChat"
						+ " Pay refuses", text, i);
			}
		}
		return text;
	}

	/**
	 * The value of an HTTP header: printable ASCII.
	 * @param value the value
	 * @param header the header's name
	 * @return the value
	 * @throws IllegalArgumentException if a header cannot hold it
	 */
	public static String header(String value, String header) {
		return ascii(value, header, ' ');
	}

	/**
	 * A text of visible ASCII characters, at least one.
	 * @param text the text
	 * @param field the field that holds it
	 * @return the text
	 * @throws IllegalArgumentException if it holds anything else
	 */
	public static String visible(String text, String field) {
		if (text.isEmpty()) {
			throw new IllegalArgumentException("'" + Printable.text(field) + "' must not be empty" + REMEDY);
		}
		return ascii(text, field, '!');
	}

	/**
	 * A text that stands between quotes in a header.
	 * @param text the text
	 * @param field the field that holds it
	 * @return the text
	 * @throws IllegalArgumentException if it holds anything but visible ASCII characters,
	 * or a quote or backslash
	 */
	public static String quotable(String text, String field) {
		visible(text, field);
		for (int i = 0; i < text.length(); i++) {
			if (text.charAt(i) == '"' || text.charAt(i) == '\\') {
				throw refused(field, "must not hold quotes or backslashes", text, i);
			}
		}
		return text;
	}

	private static String ascii(String text, String field, char first) {
		for (int i = 0; i < text.length(); i++) {
			if (text.charAt(i) < first || text.charAt(i) > '~') {
				throw refused(field, "can only hold visible ASCII characters", text, i);
			}
		}
		return text;
	}

	/**
	 * Whether a character is one half of a character without the other.
	 * @param text the text
	 * @param index the place of the character
	 * @return whether it is
	 */
	public static boolean isLone(String text, int index) {
		char c = text.charAt(index);
		if (Character.isHighSurrogate(c)) {
			return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
		}
		return Character.isLowSurrogate(c) && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
	}

	private static IllegalArgumentException refused(String field, String fault, String text, int index) {
		return new IllegalArgumentException("'%s' %s (U+%04X at index %d)%s".formatted(Printable.text(field), fault,
				(int) text.charAt(index), index, REMEDY));
	}

}
