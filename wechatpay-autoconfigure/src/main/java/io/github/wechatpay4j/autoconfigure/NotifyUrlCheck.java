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

import java.util.List;

import io.github.wechatpay4j.listener.WechatPayListenerRegistry;
import io.github.wechatpay4j.merchant.InMemoryMerchantRegistry;
import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.merchant.MerchantRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/**
 * Warns where handlers wait for notifications that nobody will send: for refunds and
 * transfers the address is optional, so that forgetting it goes unnoticed.
 */
final class NotifyUrlCheck implements ApplicationListener<ApplicationReadyEvent> {

	private static final Logger logger = LoggerFactory.getLogger(NotifyUrlCheck.class);

	private final WechatPayListenerRegistry listeners;

	private final MerchantRegistry merchants;

	private final NotificationAddresses addresses;

	NotifyUrlCheck(WechatPayListenerRegistry listeners, MerchantRegistry merchants, NotificationAddresses addresses) {
		this.listeners = listeners;
		this.merchants = merchants;
		this.addresses = addresses;
	}

	@Override
	public void onApplicationEvent(ApplicationReadyEvent event) {
		if (!(this.merchants instanceof InMemoryMerchantRegistry configured)) {
			// Who keeps merchants in a database is not asked for all of them at startup
			return;
		}
		List<String> without = this.addresses.complete(configured)
			.all()
			.stream()
			.filter((merchant) -> merchant.notifyUrl() == null)
			.map(Merchant::name)
			.toList();
		if (!without.isEmpty() && !this.listeners.subscriptions().isEmpty()) {
			logger
				.warn("There are @WechatPayListener methods, but WeChat Pay is not told where to send notifications for"
						+ " {}: set wechatpay.notification.base-url (or notify-url), or set notifyUrl on each request",
						without);
		}
	}

}
