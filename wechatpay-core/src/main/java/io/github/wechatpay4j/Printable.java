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

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Texts of strangers as one line that can be read: in messages of exceptions and in logs.
 * Line breaks, other control characters, ANSI escapes, characters that turn the direction
 * of writing or cannot be seen, and halves of characters are shown as their code, such as
 * <code>&#92;u000a</code>, so that a business number or an answer of the platform can
 * neither forge a line of a log nor hide in one. Accessors of exceptions return texts as
 * they came. Escaping twice changes nothing.
 */
public final class Printable {

	private static final int MAX_ID = 128;

	private Printable() {
	}

	/**
	 * A text as one line.
	 * @param text the text; {@code null} reads {@code "null"}
	 * @return the same text where it can be shown as it is
	 */
	public static String text(@Nullable Object text) {
		String plain = String.valueOf(text);
		for (int i = 0; i < plain.length(); i++) {
			if (isHarmful(plain, i)) {
				return escape(plain, i);
			}
		}
		return plain;
	}

	/**
	 * A text as one line of limited length.
	 * @param text the text
	 * @param max how many characters of it are shown at most
	 * @return the text, with an ellipsis where it is cut
	 */
	public static String text(@Nullable Object text, int max) {
		String plain = String.valueOf(text);
		return (plain.length() > max) ? text(plain.substring(0, max)) + "..." : text(plain);
	}

	/**
	 * An identifier that somebody else has chosen, such as a {@code Request-ID} or the id
	 * of a notification, as one line of at most 128 characters.
	 * @param id the identifier
	 * @return the identifier, with an ellipsis where it is cut
	 */
	public static String id(@Nullable Object id) {
		return text(id, MAX_ID);
	}

	/**
	 * The message of a failure as one line.
	 * @param failure the failure
	 * @return its message, or the name of its class where it has none
	 */
	public static String message(Throwable failure) {
		return text(Objects.requireNonNullElse(failure.getMessage(), failure.getClass().getSimpleName()));
	}

	private static String escape(String plain, int from) {
		StringBuilder text = new StringBuilder(plain.length() + 16).append(plain, 0, from);
		for (int i = from; i < plain.length(); i++) {
			if (isHarmful(plain, i)) {
				text.append("\\u").append(String.format("%04x", (int) plain.charAt(i)));
			}
			else {
				text.append(plain.charAt(i));
			}
		}
		return text.toString();
	}

	private static boolean isHarmful(String text, int index) {
		char c = text.charAt(index);
		if (c < 0x7F) {
			return c < ' ';
		}
		return switch (Character.getType(c)) {
			case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
			case Character.SURROGATE -> SendableText.isLone(text, index) || isInvisible(text, index);
			default -> false;
		};
	}

	/** Tags, which spell a second text that nobody sees, are of this kind. */
	private static boolean isInvisible(String text, int index) {
		int start = Character.isLowSurrogate(text.charAt(index)) ? index - 1 : index;
		return Character.getType(text.codePointAt(start)) == Character.FORMAT;
	}

}
