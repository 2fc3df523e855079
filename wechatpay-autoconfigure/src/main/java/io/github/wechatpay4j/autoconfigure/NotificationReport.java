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

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

import io.github.wechatpay4j.listener.WechatPayListenerRegistry;
import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.merchant.MerchantRegistry;
import io.github.wechatpay4j.web.NotificationPath;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/**
 * Says at startup which address serves which merchant, and which method handles what: a
 * handler that was meant to be there, or a mode that was not, is noticed before the first
 * payment.
 */
final class NotificationReport implements ApplicationListener<ApplicationReadyEvent> {

	private static final Logger logger = LoggerFactory.getLogger(NotificationReport.class);

	/** Merchants that are named. */
	private static final int NAMED = 20;

	private final WechatPayListenerRegistry handlers;

	private final MerchantRegistry merchants;

	private final @Nullable NotificationPath path;

	private final NotificationProperties properties;

	NotificationReport(WechatPayListenerRegistry handlers, MerchantRegistry merchants, @Nullable NotificationPath path,
			NotificationProperties properties) {
		this.handlers = handlers;
		this.merchants = merchants;
		this.path = path;
		this.properties = properties;
	}

	@Override
	public void onApplicationEvent(ApplicationReadyEvent event) {
		logger.info("WeChat Pay notifications (mode {}) {}", this.properties.effectiveMode(), addresses());
		List<String> lines = this.handlers.describe();
		lines.forEach((line) -> logger.info("{}", line));
		if (lines.isEmpty()) {
			logger.info(
					"No method or handler of this application handles WeChat Pay notifications: {}. Write a method"
							+ " with @WechatPayListener, or register a handler with a WechatPayListenerConfigurer",
					(this.properties.getUnhandled() == NotificationProperties.Unhandled.ACCEPT)
							? "all of them are acknowledged unseen, and lost"
							: "all of them are refused, and come again");
		}
	}

	private String addresses() {
		if (this.path == null) {
			return "do not come to this application over HTTP";
		}
		NotificationPath endpoint = this.path;
		if (this.merchants.isBlocking()) {
			// Who keeps merchants in a database is not asked for all of them
			return "for each merchant come to " + endpoint.value() + "/<its name>";
		}
		Collection<Merchant> all = this.merchants.all();
		String named = all.stream()
			.limit(NAMED)
			.map((merchant) -> "'" + merchant.name() + "' at " + endpoint.of(merchant.name()))
			.collect(Collectors.joining(", "));
		return "come for " + named + ((all.size() > NAMED) ? " and " + (all.size() - NAMED) + " more merchants" : "");
	}

}
