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
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Reads addresses that are written out. Never asks a name server: strangers choose what
 * is read here.
 */
final class Addresses {

	/** Without leading zeros, which some take for octal numbers. */
	private static final String OCTET = "(0|[1-9][0-9]{0,2})";

	private static final Pattern IPV4 = Pattern.compile(OCTET + "\\." + OCTET + "\\." + OCTET + "\\." + OCTET);

	/** What holds a colon is never looked up. */
	private static final Pattern IPV6 = Pattern.compile("(?=.*:)[0-9A-Fa-f:.]{2,45}");

	private static final Pattern ZONE_OR_BRACKETS = Pattern.compile("\\[([^\\]]*)]|([^%]*)%.*");

	private Addresses() {
	}

	/** The address, or {@code null} if the text is not one. */
	static @Nullable InetAddress parse(String text) {
		String bare = bare(text);
		try {
			Matcher octets = IPV4.matcher(bare);
			if (octets.matches()) {
				byte[] bytes = new byte[4];
				for (int i = 0; i < bytes.length; i++) {
					int octet = Integer.parseInt(octets.group(i + 1));
					if (octet > 255) {
						return null;
					}
					bytes[i] = (byte) octet;
				}
				return InetAddress.getByAddress(bytes);
			}
			return IPV6.matcher(bare).matches() ? InetAddress.getByName(bare) : null;
		}
		catch (UnknownHostException ex) {
			return null;
		}
	}

	private static String bare(String text) {
		Matcher decorated = ZONE_OR_BRACKETS.matcher(text);
		if (!decorated.matches()) {
			return text;
		}
		return (decorated.group(1) != null) ? decorated.group(1) : decorated.group(2);
	}

}
