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

import io.github.wechatpay4j.client.ObservedCalls;
import io.github.wechatpay4j.merchant.MerchantRegistry;
import io.github.wechatpay4j.notification.NotificationObserver;
import io.github.wechatpay4j.notification.ObservedNotifications;
import io.github.wechatpay4j.observation.WechatPayAttemptConvention;
import io.github.wechatpay4j.observation.WechatPayCallConvention;
import io.github.wechatpay4j.observation.WechatPayNotificationConvention;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;

/**
 * Auto-configuration of observations: of calls, of their attempts, and of notifications.
 */
@AutoConfiguration(after = WechatPayAutoConfiguration.class,
		afterName = "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration")
@ConditionalOnClass(ObservationRegistry.class)
@ConditionalOnSingleCandidate(ObservationRegistry.class)
@ConditionalOnBean(MerchantRegistry.class)
public final class WechatPayObservationAutoConfiguration {

	@Bean
	@Order(WechatPayClientCustomizer.CALL_ORDER)
	@ConditionalOnMissingBean(name = "wechatPayCallObservation")
	WechatPayClientCustomizer wechatPayCallObservation(ObservationRegistry registry,
			ObjectProvider<WechatPayCallConvention> convention) {
		return (clients) -> clients
			.decorate(ObservedCalls.calls(registry, convention.getIfAvailable(WechatPayCallConvention::standard)));
	}

	@Bean
	@Order(WechatPayClientCustomizer.ATTEMPT_ORDER)
	@ConditionalOnMissingBean(name = "wechatPayAttemptObservation")
	WechatPayClientCustomizer wechatPayAttemptObservation(ObservationRegistry registry,
			ObjectProvider<WechatPayAttemptConvention> convention) {
		return (clients) -> clients.decorate(
				ObservedCalls.attempts(registry, convention.getIfAvailable(WechatPayAttemptConvention::standard)));
	}

	@Bean
	@ConditionalOnMissingBean
	NotificationObserver wechatPayNotificationObserver(ObservationRegistry registry,
			ObjectProvider<WechatPayNotificationConvention> convention) {
		return new ObservedNotifications(registry,
				convention.getIfAvailable(WechatPayNotificationConvention::standard));
	}

}
