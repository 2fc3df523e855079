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

import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Lets the simulator reach this application without any configuration: merchants that
 * have no notification address get the one of the web server that has just been started.
 */
final class SimulatorNotifyUrls implements ApplicationListener<WebServerInitializedEvent> {

	private final NotificationAddress address;

	private final InMemoryMerchantRegistry merchants;

	private final Environment environment;

	SimulatorNotifyUrls(WechatPayProperties properties, InMemoryMerchantRegistry merchants, Environment environment) {
		this.address = NotificationAddress.of(properties.getNotification());
		this.merchants = merchants;
		this.environment = environment;
	}

	@Override
	public void onApplicationEvent(WebServerInitializedEvent event) {
		boolean management = StringUtils.hasText(event.getApplicationContext().getServerNamespace());
		if (management || this.address.origin() != null) {
			return;
		}
		NotificationAddress local = this.address
			.withOrigin("http://127.0.0.1:" + event.getWebServer().getPort() + contextPath());
		this.merchants.all()
			.stream()
			.filter((merchant) -> merchant.notifyUrl() == null)
			.forEach((merchant) -> this.merchants.put(merchant.withNotifyUrl(local.of(merchant.name()))));
	}

	private String contextPath() {
		return this.environment.getProperty("server.servlet.context-path", "")
				+ this.environment.getProperty("spring.webflux.base-path", "")
				+ this.environment.getProperty("spring.mvc.servlet.path", "");
	}

}
