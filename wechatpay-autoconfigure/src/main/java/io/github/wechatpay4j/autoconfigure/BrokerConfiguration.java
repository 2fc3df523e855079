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

import java.util.Locale;

import io.github.wechatpay4j.broker.BrokerHealth;
import io.github.wechatpay4j.broker.DeadLetterReplay;
import io.github.wechatpay4j.broker.EventClaims;
import io.github.wechatpay4j.claim.ClaimStore;
import io.github.wechatpay4j.delivery.EventKeys;
import io.github.wechatpay4j.delivery.NotificationDispatcher;
import io.github.wechatpay4j.merchant.MerchantRegistry;
import io.github.wechatpay4j.notification.NotificationVerifier;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the modes with a broker have in common.
 */
@Configuration(proxyBeanMethods = false)
class BrokerConfiguration {

	@Bean
	BrokerHealth wechatPayBrokerHealth(WechatPayProperties properties) {
		return new BrokerHealth(properties.getNotification().effectiveMode().name().toLowerCase(Locale.ROOT),
				System::nanoTime);
	}

	@Bean
	EventClaims wechatPayEventClaims(ClaimStore store, EventKeys keys, NotificationDispatcher dispatcher,
			BrokerHealth health, WechatPayProperties properties) {
		return new EventClaims(store, keys, dispatcher, BrokerSettings.redelivery(properties.getNotification()),
				health);
	}

	@Bean
	DeadLetterReplay wechatPayDeadLetterReplay(MerchantRegistry merchants, NotificationVerifier verifier,
			EventClaims claims) {
		return new DeadLetterReplay(merchants, verifier, claims);
	}

}
