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

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the endpoint shows: nothing that is secret, and merchant numbers in part.
 *
 * @param merchants the merchants, at most so many as can be read
 * @param handlers the notification handlers
 * @param hosts the platform's hosts, the preferred one first
 */
public record WechatPayDescriptor(List<MerchantDescriptor> merchants, List<HandlerDescriptor> handlers,
		List<HostDescriptor> hosts) {

	/**
	 * Creates a descriptor.
	 */
	public WechatPayDescriptor {
		merchants = List.copyOf(merchants);
		handlers = List.copyOf(handlers);
		hosts = List.copyOf(hosts);
	}

	/**
	 * A merchant.
	 *
	 * @param name its name in this application
	 * @param mchid its number, masked
	 * @param serialNumber the serial number of its API certificate
	 * @param scheme the algorithms
	 * @param cryptoProvider the security provider that does the work
	 * @param notifyUrl where notifications are sent
	 * @param platformKeys the platform keys that it believes; empty where certificates
	 * have not been needed yet
	 */
	public record MerchantDescriptor(String name, String mchid, String serialNumber, String scheme,
			String cryptoProvider, @Nullable String notifyUrl, List<PlatformKeyDescriptor> platformKeys) {

		/**
		 * Creates a descriptor.
		 */
		public MerchantDescriptor {
			platformKeys = List.copyOf(platformKeys);
		}

	}

	/**
	 * A platform key.
	 *
	 * @param id what {@code Wechatpay-Serial} calls it, the merchant's number in it
	 * masked
	 * @param kind {@code PUBLIC_KEY} or {@code CERTIFICATE}
	 * @param notAfter when its certificate ends, {@code null} for a public key
	 */
	public record PlatformKeyDescriptor(String id, String kind, @Nullable Instant notAfter) {
	}

	/**
	 * A notification handler.
	 *
	 * @param events the event types, empty for all of the payload type
	 * @param payloadType the name of the payload's class
	 * @param handler what handles them
	 */
	public record HandlerDescriptor(List<String> events, String payloadType, String handler) {

		/**
		 * Creates a descriptor.
		 */
		public HandlerDescriptor {
			events = List.copyOf(events);
		}

	}

	/**
	 * A host of the platform.
	 *
	 * @param url its address
	 * @param primary whether it is the preferred one
	 * @param up whether it could be reached the last time
	 * @param failures how many times in a row it could not
	 * @param avoidedUntil until when it is left alone, {@code null} if it is not
	 */
	public record HostDescriptor(String url, boolean primary, boolean up, int failures,
			@Nullable Instant avoidedUntil) {
	}

}
