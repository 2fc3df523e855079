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

package io.github.wechatpay4j.web.admission;

import java.net.InetAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of addresses, written as an address or as an address with the length of its
 * prefix. Immutable.
 */
final class AddressRange {

	private static final Pattern SYNTAX = Pattern.compile("([^/]+)(?:/([0-9]{1,3}))?");

	private final byte[] first;

	private final int prefix;

	private AddressRange(byte[] first, int prefix) {
		this.first = first;
		this.prefix = prefix;
	}

	static AddressRange of(String text) {
		Matcher matcher = SYNTAX.matcher(text);
		InetAddress address = matcher.matches() ? Addresses.parse(matcher.group(1)) : null;
		if (address == null) {
			throw new IllegalArgumentException("'" + text + "' is neither an address nor a range of addresses.");
		}
		byte[] bytes = address.getAddress();
		String prefix = matcher.group(2);
		int length = (prefix != null) ? Integer.parseInt(prefix) : bytes.length * 8;
		if (length > bytes.length * 8) {
			throw new IllegalArgumentException("'" + text + "' has a prefix that is longer than the address.");
		}
		return new AddressRange(bytes, length);
	}

	boolean contains(InetAddress address) {
		byte[] bytes = address.getAddress();
		if (bytes.length != this.first.length) {
			return false;
		}
		int whole = this.prefix / 8;
		for (int i = 0; i < whole; i++) {
			if (bytes[i] != this.first[i]) {
				return false;
			}
		}
		int rest = this.prefix % 8;
		return rest == 0 || ((bytes[whole] ^ this.first[whole]) & 0xff) >> (8 - rest) == 0;
	}

}
