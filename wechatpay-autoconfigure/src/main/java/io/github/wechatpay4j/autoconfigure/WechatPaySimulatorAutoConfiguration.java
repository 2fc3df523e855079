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
import io.github.wechatpay4j.simulator.WechatPaySimulator;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Auto-configuration of a simulator inside the application, which the clients then talk
 * to.
 */
@AutoConfiguration(before = WechatPayAutoConfiguration.class)
@ConditionalOnClass(WechatPaySimulator.class)
@ConditionalOnBooleanProperty("wechatpay.simulator.enabled")
@EnableConfigurationProperties(WechatPayProperties.class)
public final class WechatPaySimulatorAutoConfiguration {

	private static final Logger logger = LoggerFactory.getLogger(WechatPaySimulatorAutoConfiguration.class);

	@Bean
	@ConditionalOnMissingBean
	WechatPaySimulator wechatPaySimulator(WechatPayProperties properties) {
		SimulatedMerchants merchants = SimulatedMerchants.of(properties);
		WechatPaySimulator simulator = WechatPaySimulator.start(merchants.settings());
		logger.warn("WeChat Pay is simulated at {} (open it for the console): no money moves{}", simulator.url(),
				merchants.haveKeys() ? ", and the configured keys are not used" : "");
		return simulator;
	}

	@Bean
	@ConditionalOnMissingBean
	WechatPayConnectionDetails wechatPayConnectionDetails(WechatPaySimulator simulator,
			WechatPayProperties properties) {
		return SimulatedMerchants.of(properties).connectTo(simulator);
	}

	/** The notification address follows from the port, which is known late. */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication
	@ConditionalOnClass(WebServerInitializedEvent.class)
	static class NotifyUrls {

		@Bean
		SimulatorNotifyUrls wechatPaySimulatorNotifyUrls(ObjectProvider<NotificationAddresses> addresses,
				ObjectProvider<InMemoryMerchantRegistry> merchants) {
			return new SimulatorNotifyUrls(addresses, merchants);
		}

	}

}
