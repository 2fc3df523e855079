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

package io.github.wechatpay4j.doctor;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What can be said about a notify URL without calling it: calling it from here would say
 * nothing about whether WeChat Pay can.
 */
final class NotifyUrlExamination {

	static final String CHECK = "notify-url";

	/** Loopback, link-local, and what RFC 1918, 6598 and 4193 keep private. */
	private static final Pattern PRIVATE = Pattern
		.compile("127\\..*|10\\..*|192\\.168\\..*|169\\.254\\..*|172\\.(1[6-9]|2\\d|3[01])\\..*|0\\..*"
				+ "|100\\.(6[4-9]|[7-9]\\d|1[01]\\d|12[0-7])\\..*|\\[(::1?|f[cd].*|fe80.*)]");

	private static final Pattern IPV4 = Pattern.compile("\\d+(\\.\\d+){3}");

	private final List<Finding> findings = new ArrayList<>();

	private final boolean simulated;

	/**
	 * Creates an examination.
	 * @param simulated whether notifications come from a simulator on this machine
	 */
	NotifyUrlExamination(boolean simulated) {
		this.simulated = simulated;
	}

	List<Finding> examine(@Nullable String url, @Nullable String ownPath) {
		if (url == null) {
			return List.of(Finding.warn(CHECK, "No notify URL is configured. Set wechatpay.notification.base-url to the"
					+ " public address of this application, or notifyUrl on each request."));
		}
		try {
			examine(new URI(url), ownPath);
		}
		catch (URISyntaxException ex) {
			return List.of(Finding.fail(CHECK, "The notify URL is not an address. Write it like"
					+ " https://shop.example/wechatpay/notifications."));
		}
		if (this.findings.isEmpty()) {
			this.findings.add(Finding.ok(CHECK,
					url + (this.simulated ? " is an address that a simulator on this machine takes"
							: " is an address that WeChat Pay takes")
							+ ((ownPath != null) ? ", and its path is that of the notification endpoint." : ".")
							+ " Whether it reaches it shows the first payment."));
		}
		return this.findings;
	}

	private void examine(URI url, @Nullable String ownPath) {
		if (!"https".equals(url.getScheme()) && !this.simulated) {
			add(Finding.warn(CHECK,
					"The notify URL does not begin with https. WeChat Pay asks for it, and notifications"
							+ " could be read on their way."));
		}
		if (url.getRawQuery() != null || url.getRawFragment() != null) {
			add(Finding.fail(CHECK, "The notify URL has a query or a fragment, which WeChat Pay does not take. Put what"
					+ " it says into the path, or into 'attach' of the order."));
		}
		if (!this.simulated) {
			examineHost(url.getHost());
		}
		String path = (url.getPath() != null) ? url.getPath() : "";
		if (ownPath != null && !path.equals(ownPath)) {
			add(Finding.warn(CHECK,
					"The notify URL's path is '" + path + "', the endpoint of this application is '" + ownPath
							+ "'. That is right only if a proxy maps one to the other, or another application"
							+ " receives the notifications."));
		}
	}

	private void examineHost(@Nullable String name) {
		String host = (name != null) ? name.toLowerCase(Locale.ROOT) : "";
		if (host.equals("localhost") || host.endsWith(".localhost") || host.endsWith(".local")
				|| PRIVATE.matcher(host).matches() || !(host.contains(".") || host.contains(":"))) {
			add(Finding.fail(CHECK, "WeChat Pay cannot reach the host '" + host + "' of the notify URL from the"
					+ " internet. Use the public name of this application; on a developer's machine a tunnel, or the"
					+ " simulator."));
		}
		else if (IPV4.matcher(host).matches() || host.startsWith("[")) {
			add(Finding.warn(CHECK, "The notify URL names an IP address. Use a name, so that its certificate can be"
					+ " checked and the address can change."));
		}
	}

	private void add(Finding finding) {
		this.findings.add(finding);
	}

}
