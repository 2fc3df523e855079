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

import java.util.Locale;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/**
 * What people copy from the merchant platform into a configuration, with its alphabet.
 * What comes along at the ends of a copied text and cannot be meant is dropped; any other
 * character that is not of the alphabet is refused, because one that should be there may
 * be missing.
 */
public enum Identifier {

	/** A merchant's number. */
	MCHID("mchid", "The value holds other characters than digits.",
			"Set the merchant number that WeChat Pay gave, such as 1900000001; it is not the appid.",
			Identifier::isDigit),

	/** The application that payments belong to. */
	APPID("appid", "The value holds other characters than letters, digits, '-' and '_'.",
			"Set the appid that payments belong to, such as wxd678efh567hg6787.", Identifier::isNameCharacter),

	/** The serial number of the merchant's API certificate. */
	SERIAL_NUMBER("serial_no", "The value is not a hexadecimal serial number.",
			"Copy the serial number of the merchant's API certificate from the merchant platform, or print it with:"
					+ " openssl x509 -in apiclient_cert.pem -noout -serial",
			Identifier::isHex) {

		@Override
		String plain(String text) {
			return Identifier.plainSerialNumber(text);
		}

		@Override
		void check(String text, String written) {
			super.check(text, written);
			if (text.length() > LONGEST_SERIAL_NUMBER) {
				throw invalid("The value has " + text.length() + " digits, but a serial number has at most "
						+ LONGEST_SERIAL_NUMBER + " hexadecimal ones"
						+ (text.chars().allMatch(Identifier::isDigit) ? "; it seems to be written in decimal." : "."));
			}
		}

	},

	/** The id of a WeChat Pay public key. */
	PUBLIC_KEY_ID("public_key_id", "The value holds other characters than letters, digits and '_'.",
			"Copy the id of the WeChat Pay public key, PUB_KEY_ID_ and digits, from the merchant platform.",
			Identifier::isNameCharacter),

	/**
	 * The name that an application uses for a merchant. It becomes part of an address.
	 */
	MERCHANT_NAME("name", "The value holds a character that an address cannot hold.",
			"Choose a name of letters, digits, '-' and '_'.", Identifier::isInNames) {

		@Override
		void check(String text, String written) {
			super.check(text, written);
			if (".".equals(text) || "..".equals(text)) {
				throw invalid("The value means another directory in an address.");
			}
		}

	},

	/** An absolute address, such as that of notifications. */
	ADDRESS("address", "The value holds a character that an address cannot hold.",
			"Write it like https://shop.example/wechatpay/notifications.", (point) -> point > ' ' && point <= '~');

	private static final int LONGEST_SERIAL_NUMBER = 40;

	/** How openssl and others announce it. */
	private static final Pattern SERIAL_NUMBER_LABEL = Pattern.compile("^serial(\\s*(number|no\\.?))?\\s*[=:]\\s*",
			Pattern.CASE_INSENSITIVE);

	private final String label;

	private final String problem;

	private final String remedy;

	@SuppressWarnings("ImmutableEnumChecker") // functions without a state
	private final IntPredicate alphabet;

	Identifier(String label, String problem, String remedy, IntPredicate alphabet) {
		this.label = label;
		this.problem = problem;
		this.remedy = remedy;
		this.alphabet = alphabet;
	}

	/**
	 * Reads an identifier.
	 * @param text the text as it was written
	 * @return what it means
	 * @throws InvalidIdentifierException if it cannot be one; names the character and its
	 * position where that is not to be seen
	 */
	public String read(String text) {
		Objects.requireNonNull(text, this.label);
		String plain = plain(text);
		if (plain.isEmpty()) {
			throw invalid("It is blank.");
		}
		check(plain, text);
		return plain;
	}

	String plain(String text) {
		return strip(text);
	}

	void check(String text, String written) {
		text.codePoints().filter((point) -> !this.alphabet.test(point)).findFirst().ifPresent((point) -> {
			// Where it stands before anything was dropped
			int index = written.indexOf(Character.toString(point), written.indexOf(strip(written)));
			throw invalid(this.problem + ((index >= 0) ? describe(point, written.codePointCount(0, index) + 1) : ""));
		});
	}

	InvalidIdentifierException invalid(String found) {
		return new InvalidIdentifierException(this.label, found, this.remedy);
	}

	/**
	 * Drops blanks and invisible characters at the ends of a text, such as a byte order
	 * mark, zero-width and no-break spaces and direction marks.
	 * @param text any text
	 * @return the text between them
	 */
	public static String strip(String text) {
		int[] points = text.codePoints().toArray();
		int start = 0;
		int end = points.length;
		while (start < end && isUnseen(points[start])) {
			start++;
		}
		while (end > start && isUnseen(points[end - 1])) {
			end--;
		}
		return new String(points, start, end - start);
	}

	/**
	 * Says which character a text holds that nobody sees in it, or takes for another.
	 * Characters that everybody sees are never repeated: the text may be a secret.
	 * @param point the character
	 * @param position where it is, counted from 1
	 * @return a sentence that begins with a blank; empty for a visible ASCII character
	 */
	public static String describe(int point, int position) {
		if (point > ' ' && point <= '~') {
			return "";
		}
		String name = Character.getName(point);
		return " The first such character is " + String.format(Locale.ROOT, "U+%04X", point)
				+ ((name != null) ? " (" + name + ")" : "") + " at position " + position
				+ ": type the value instead of copying it.";
	}

	private static String plainSerialNumber(String text) {
		String plain = SERIAL_NUMBER_LABEL.matcher(strip(text)).replaceFirst("");
		StringBuilder digits = new StringBuilder();
		plain.codePoints()
			.filter((point) -> point != ':' && point != '-' && !Character.isWhitespace(point)
					&& !Character.isSpaceChar(point))
			// Of ASCII only: another letter is refused as it was written
			.map((point) -> (point >= 'a' && point <= 'z') ? point - 'a' + 'A' : point)
			.forEach(digits::appendCodePoint);
		String hex = digits.toString();
		hex = hex.startsWith("0X") ? hex.substring(2) : hex;
		// How tools write that the number is not negative
		while (hex.length() > LONGEST_SERIAL_NUMBER && hex.startsWith("00")) {
			hex = hex.substring(2);
		}
		return hex;
	}

	private static boolean isUnseen(int point) {
		return Character.isWhitespace(point) || Character.isSpaceChar(point) || Character.isISOControl(point)
				|| Character.getType(point) == Character.FORMAT;
	}

	private static boolean isDigit(int point) {
		return point >= '0' && point <= '9';
	}

	private static boolean isHex(int point) {
		return isDigit(point) || (point >= 'A' && point <= 'F');
	}

	private static boolean isNameCharacter(int point) {
		return isDigit(point) || (point >= 'A' && point <= 'Z') || (point >= 'a' && point <= 'z') || point == '-'
				|| point == '_';
	}

	/** Applications of their own names may use their own script. */
	private static boolean isInNames(int point) {
		return isNameCharacter(point)
				|| ((point > '~') ? !isUnseen(point) && Character.isLetterOrDigit(point) && !isLookAlike(point)
						: point > ' ' && "/\\;%?#\"<>^`{|}".indexOf(point) < 0);
	}

	/** Full-width forms of ASCII. */
	private static boolean isLookAlike(int point) {
		return point >= 0xFF01 && point <= 0xFF5E;
	}

}
