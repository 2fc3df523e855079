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

package io.github.wechatpay4j.crypto;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

import io.github.wechatpay4j.Identifier;
import org.jspecify.annotations.Nullable;

/**
 * Keys and certificates that lost the lines around them: DER, Base64 of it, or Base64 of
 * a whole PEM text.
 */
final class BareMaterial {

	static final String PKCS12 = "PKCS12";

	/** No location is written so, and no key is shorter. */
	private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{48,}={0,2}");

	private static final int INTEGER = 0x02;

	private static final int BIT_STRING = 0x03;

	private static final int OCTET_STRING = 0x04;

	private static final int SEQUENCE = 0x30;

	private static final String ENCODED_PEM = "-----BEGIN ";

	private BareMaterial() {
	}

	/**
	 * What a text in Base64 holds.
	 * @return the bytes, {@code null} if it is no Base64 of a key or certificate
	 */
	static byte @Nullable [] decode(String text) {
		String base64 = Identifier.strip(text).replace("\\r", "").replace("\\n", "").replaceAll("[\\s\"']+", "");
		if (!BASE64.matcher(base64).matches()) {
			return null;
		}
		try {
			byte[] decoded = Base64.getDecoder().decode(base64.replace('-', '+').replace('_', '/'));
			return (label(decoded) != null || isPem(decoded)) ? decoded : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	private static boolean isPem(byte[] content) {
		return new String(content, StandardCharsets.UTF_8).contains(ENCODED_PEM);
	}

	/**
	 * What kind of DER this is, from its outermost structure.
	 * @return the label of a PEM block that holds it, or {@value #PKCS12}; {@code null}
	 * if it is none that is known
	 */
	static @Nullable String label(byte[] der) {
		try {
			Reader outer = new Reader(der, 0, der.length);
			Reader content = outer.enter(SEQUENCE);
			return (content.tag() == INTEGER) ? numbered(content) : nested(content);
		}
		catch (IndexOutOfBoundsException ex) {
			return null;
		}
	}

	private static @Nullable String numbered(Reader content) {
		int version = content.number();
		return switch (content.tag()) {
			case SEQUENCE -> (version == 3) ? PKCS12 : "PRIVATE KEY";
			case OCTET_STRING -> "EC PRIVATE KEY";
			case INTEGER -> (version == 0) ? "RSA PRIVATE KEY" : "RSA PUBLIC KEY";
			default -> null;
		};
	}

	private static @Nullable String nested(Reader content) {
		content.enter(SEQUENCE);
		content.skip();
		return switch (content.tag()) {
			case BIT_STRING -> "PUBLIC KEY";
			case OCTET_STRING -> "ENCRYPTED PRIVATE KEY";
			case SEQUENCE -> "CERTIFICATE";
			default -> null;
		};
	}

	/** Reads tags and lengths. What is cut off ends as an index that does not exist. */
	private static final class Reader {

		private final byte[] der;

		private final int end;

		private int position;

		Reader(byte[] der, int start, int end) {
			this.der = der;
			this.position = start;
			this.end = end;
		}

		int tag() {
			return at(this.position);
		}

		Reader enter(int tag) {
			if (tag() != tag) {
				throw new IndexOutOfBoundsException();
			}
			int start = contentStart();
			return new Reader(this.der, start, Math.min(this.end, this.der.length));
		}

		/** The value of a short number; -1 for a long one, such as a modulus. */
		int number() {
			int start = contentStart();
			int length = length();
			int value = (length == 1) ? at(start) : -1;
			this.position = start + length;
			return value;
		}

		void skip() {
			this.position = contentStart() + length();
		}

		private int contentStart() {
			int first = at(this.position + 1);
			return this.position + 2 + ((first < 0x80) ? 0 : first & 0x7f);
		}

		private int length() {
			int first = at(this.position + 1);
			if (first < 0x80) {
				return first;
			}
			int length = 0;
			for (int i = 0; i < (first & 0x7f); i++) {
				length = (length << 8) | at(this.position + 2 + i);
			}
			if (length < 0) {
				throw new IndexOutOfBoundsException();
			}
			return length;
		}

		private int at(int index) {
			if (index < 0 || index >= this.end) {
				throw new IndexOutOfBoundsException();
			}
			return this.der[index] & 0xff;
		}

	}

}
