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
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.wechatpay4j.NotificationRejectedException.Reason;

/**
 * Takes notifications from certain addresses only. No substitute for the signature, which
 * is always checked, but it keeps strangers from having anything read. Immutable.
 */
public final class AllowedSources implements NotificationAdmission {

	/**
	 * Stands for the addresses that WeChat Pay has published. They change: what is not
	 * among them any longer is lost until the list is brought up to date.
	 */
	public static final String WECHATPAY = "wechatpay";

	private static final Optional<Refusal> REFUSAL = Optional.of(new Refusal(Reason.FORBIDDEN_SOURCE,
			"notifications are not taken from its source, see wechatpay.notification.sources.allow"));

	private final List<AddressRange> ranges;

	private AllowedSources(List<AddressRange> ranges) {
		this.ranges = ranges;
	}

	/**
	 * Allows some sources.
	 * @param texts addresses such as {@code 192.0.2.7}, ranges such as
	 * {@code 2001:db8::/32}, or {@value #WECHATPAY}
	 * @return what refuses all others
	 * @throws IllegalArgumentException naming the text, if one is none of these
	 */
	public static AllowedSources of(Collection<String> texts) {
		return new AllowedSources(texts.stream().map(String::strip).flatMap(AllowedSources::ranges).toList());
	}

	private static Stream<AddressRange> ranges(String text) {
		return WECHATPAY.equals(text) ? PublishedSources.ranges().stream() : Stream.of(AddressRange.of(text));
	}

	@Override
	public Optional<Refusal> refuse(NotificationSource source) {
		InetAddress address = source.address();
		boolean allowed = address != null && this.ranges.stream().anyMatch((range) -> range.contains(address));
		return allowed ? Optional.empty() : REFUSAL;
	}

}
