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

import io.github.wechatpay4j.merchant.InMemoryMerchantRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.util.StringUtils;

/**
 * Lets the simulator reach this application without any configuration: merchants that
 * have no notification address get the one of the web server that has just been started.
 */
final class SimulatorNotifyUrls implements ApplicationListener<WebServerInitializedEvent> {

	private final ObjectProvider<NotificationAddresses> addresses;

	private final ObjectProvider<InMemoryMerchantRegistry> merchants;

	SimulatorNotifyUrls(ObjectProvider<NotificationAddresses> addresses,
			ObjectProvider<InMemoryMerchantRegistry> merchants) {
		this.addresses = addresses;
		this.merchants = merchants;
	}

	@Override
	public void onApplicationEvent(WebServerInitializedEvent event) {
		boolean management = StringUtils.hasText(event.getApplicationContext().getServerNamespace());
		NotificationAddresses configured = this.addresses.getObject();
		if (management || configured.derived().base() != null) {
			return;
		}
		NotificationAddress local = configured.derived().onThisMachine(event.getWebServer().getPort());
		configured.move(local);
		this.merchants.ifAvailable((registry) -> registry.all()
			.stream()
			.filter((merchant) -> merchant.notifyUrl() == null)
			.forEach((merchant) -> registry.put(merchant.withNotifyUrl(local.of(merchant.name())))));
	}

}
