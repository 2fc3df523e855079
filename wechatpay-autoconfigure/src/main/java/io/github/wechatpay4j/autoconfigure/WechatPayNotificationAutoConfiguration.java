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

import java.time.Clock;

import io.github.wechatpay4j.claim.CaffeineClaimStore;
import io.github.wechatpay4j.claim.ClaimStore;
import io.github.wechatpay4j.listener.WechatPayListenerConfigurer;
import io.github.wechatpay4j.listener.WechatPayListenerRegistry;
import io.github.wechatpay4j.merchant.MerchantRegistry;
import io.github.wechatpay4j.notification.NotificationObserver;
import io.github.wechatpay4j.notification.NotificationProcessor;
import io.github.wechatpay4j.notification.NotificationTypes;
import io.github.wechatpay4j.notification.NotificationVerifier;
import io.github.wechatpay4j.trust.TrustListener;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of notifications: handlers, claims and processing. Nothing in it
 * calls the network.
 */
@AutoConfiguration(after = WechatPayAutoConfiguration.class)
@ConditionalOnBean(MerchantRegistry.class)
@EnableConfigurationProperties(WechatPayProperties.class)
public final class WechatPayNotificationAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	NotificationTypes wechatPayNotificationTypes() {
		return NotificationTypes.load(getClass().getClassLoader());
	}

	@Bean
	@ConditionalOnMissingBean
	WechatPayListenerRegistry wechatPayListenerRegistry(ConfigurableListableBeanFactory beanFactory,
			ObjectProvider<WechatPayListenerConfigurer> configurers, NotificationTypes types) {
		return new WechatPayListenerRegistry(beanFactory, configurers, types);
	}

	@Bean
	@ConditionalOnMissingBean
	ClaimStore wechatPayClaimStore() {
		return new CaffeineClaimStore();
	}

	@Bean
	@ConditionalOnMissingBean
	NotificationVerifier wechatPayNotificationVerifier(ObjectProvider<TrustListener> listeners) {
		return new NotificationVerifier(Clock.systemUTC(), TrustListener.all(listeners.orderedStream().toList()));
	}

	@Bean
	@ConditionalOnMissingBean
	NotificationProcessor wechatPayNotificationProcessor(WechatPayProperties properties, MerchantRegistry merchants,
			NotificationVerifier verifier, NotificationTypes types, WechatPayListenerRegistry handlers,
			ClaimStore claims, ObjectProvider<NotificationObserver> observer) {
		boolean acceptUnhandled = properties.getNotification()
			.getUnhandled() == WechatPayProperties.Notification.Unhandled.ACCEPT;
		return new NotificationProcessor(merchants, verifier, types, handlers, claims, acceptUnhandled,
				observer.getIfAvailable(NotificationObserver::none));
	}

}
