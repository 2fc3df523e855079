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

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Where a request comes from, as the web server tells it: the other end of the
 * connection. What a header such as {@code X-Forwarded-For} says counts only where
 * {@code server.forward-headers-strategy} lets Spring or the server believe it.
 *
 * @param address the address, {@code null} if it is not known
 */
public record NotificationSource(@Nullable InetAddress address) {

	private static final NotificationSource UNKNOWN = new NotificationSource(null);

	/** Whoever rents one IPv6 address usually has all that share its first half. */
	private static final int NETWORK_BYTES = 8;

	/**
	 * Takes what the web server says. Names are not looked up.
	 * @param remoteAddress an address, written out
	 * @return the source; an unknown one if that is not an address
	 */
	public static NotificationSource of(@Nullable String remoteAddress) {
		InetAddress address = (remoteAddress != null) ? Addresses.parse(remoteAddress) : null;
		return (address != null) ? new NotificationSource(address) : UNKNOWN;
	}

	/**
	 * Who is counted as one: an IPv4 address, the first 64 bits of an IPv6 address, all
	 * unknown sources together.
	 * @return the source of all requests that are counted together
	 */
	public NotificationSource network() {
		if (!(this.address instanceof Inet6Address)) {
			return this;
		}
		byte[] bytes = this.address.getAddress();
		Arrays.fill(bytes, NETWORK_BYTES, bytes.length, (byte) 0);
		try {
			return new NotificationSource(InetAddress.getByAddress(bytes));
		}
		catch (UnknownHostException ex) {
			throw new IllegalStateException("An address of 16 bytes is none", ex);
		}
	}

	@Override
	public String toString() {
		return (this.address != null) ? this.address.getHostAddress() : "an unknown address";
	}

}
