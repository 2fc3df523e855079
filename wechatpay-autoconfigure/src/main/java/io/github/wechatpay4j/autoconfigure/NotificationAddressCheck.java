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

package io.github.wechatpay4j.autoconfigure;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.wechatpay4j.merchant.InMemoryMerchantRegistry;
import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.merchant.MerchantRegistry;
import io.github.wechatpay4j.web.EndpointProbe;
import io.github.wechatpay4j.web.ProbedAnswer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Tries the addresses that WeChat Pay will be given against the mappings of this
 * application. One that was derived and that the endpoint does not answer keeps the
 * application from starting; one that somebody has written down is a warning, because a
 * proxy may change paths.
 */
final class NotificationAddressCheck implements SmartInitializingSingleton {

	private static final Logger logger = LoggerFactory.getLogger(NotificationAddressCheck.class);

	/** Any further merchant: all have their addresses alike. */
	private static final String FURTHER = "shop-b";

	/** As many as somebody reads. */
	private static final int SHOWN = 10;

	private final @Nullable EndpointProbe probe;

	private final NotificationAddresses addresses;

	private final MerchantRegistry merchants;

	/**
	 * Creates a check.
	 * @param probe tries addresses, {@code null} where nothing can
	 * @param addresses the addresses
	 * @param merchants the merchants
	 */
	NotificationAddressCheck(@Nullable EndpointProbe probe, NotificationAddresses addresses,
			MerchantRegistry merchants) {
		this.probe = probe;
		this.addresses = addresses;
		this.merchants = merchants;
	}

	@Override
	public void afterSingletonsInstantiated() {
		if (this.probe != null) {
			check(this.probe);
		}
	}

	private void check(EndpointProbe probe) {
		List<String> unanswered = new ArrayList<>();
		List<String> mistaken = new ArrayList<>();
		checkDerived(probe, unanswered);
		explicit().forEach((name, url) -> {
			String found = probe.probe(path(url)).merchant();
			if (found == null) {
				unanswered.add("'" + name + "': " + url);
			}
			else if (!found.equals(name) && !standsFor(name, found)) {
				mistaken.add("'" + name + "': " + url + " is the address of '" + found + "'");
			}
		});
		if (!unanswered.isEmpty()) {
			logger.warn("No mapping of this application answers the notify URLs {}: that is right only if a proxy maps"
					+ " them to the notification endpoint, or another application receives the notifications. Otherwise"
					+ " remove notify-url, or the path of wechatpay.notification.base-url", bounded(unanswered));
		}
		if (!mistaken.isEmpty()) {
			logger.warn("Notifications will be refused because they are sent to the address of another merchant: {}."
					+ " Remove notify-url, so that each merchant gets its own", bounded(mistaken));
		}
	}

	private void checkDerived(EndpointProbe probe, List<String> unanswered) {
		NotificationAddress derived = this.addresses.derived();
		for (String name : List.of(Merchant.DEFAULT_NAME, FURTHER)) {
			String url = derived.of(name);
			if (url == null) {
				return;
			}
			ProbedAnswer answer = probe.probe(path(url));
			if (name.equals(answer.merchant())) {
				continue;
			}
			if (path(url).equals(derived.localPath(name))) {
				throw refused(url, answer);
			}
			unanswered.add(url);
			return;
		}
	}

	private static InvalidWechatPayPropertyException refused(String url, ProbedAnswer answer) {
		String other = answer.other();
		return new InvalidWechatPayPropertyException("wechatpay.notification.path",
				"The notification endpoint does not answer at " + url
						+ ((other != null) ? ", but " + other + ", whose mapping comes first." : "."),
				"Choose another path, or give the mapping of the other a lower precedence.");
	}

	/** What somebody has written down; all of an own registry may be thousands. */
	private Map<String, String> explicit() {
		Map<String, String> explicit = new LinkedHashMap<>(this.addresses.explicit());
		if (this.merchants instanceof InMemoryMerchantRegistry known) {
			known.all().forEach((merchant) -> {
				String url = merchant.notifyUrl();
				if (url != null && !url.equals(this.addresses.derived().of(merchant.name()))) {
					explicit.put(merchant.name(), url);
				}
			});
		}
		return explicit;
	}

	/** The endpoint's own path also stands for the only merchant, whatever its name. */
	private boolean standsFor(String name, String found) {
		return Merchant.DEFAULT_NAME.equals(found) && this.merchants instanceof InMemoryMerchantRegistry known
				&& known.all().size() == 1 && known.find(name).isPresent();
	}

	private static String path(String url) {
		try {
			String path = URI.create(url).getRawPath();
			return (path != null) ? path : "";
		}
		catch (IllegalArgumentException ex) {
			return "";
		}
	}

	private static String bounded(List<String> found) {
		return String.join(", ", found.subList(0, Math.min(found.size(), SHOWN)))
				+ ((found.size() > SHOWN) ? " and " + (found.size() - SHOWN) + " more" : "");
	}

}
