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

package io.github.wechatpay4j.listener;

import java.util.List;

import io.github.wechatpay4j.autoconfigure.TestProperties;
import io.github.wechatpay4j.autoconfigure.WechatPayAutoConfiguration;
import io.github.wechatpay4j.autoconfigure.WechatPayNotificationAutoConfiguration;
import io.github.wechatpay4j.notification.NotificationSubscription;
import io.github.wechatpay4j.notification.NotificationVerifier;
import io.github.wechatpay4j.testing.Delivery;
import io.github.wechatpay4j.testing.TestClock;
import io.github.wechatpay4j.testing.TestMerchants;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Contexts with handlers, which are called as a notification would.
 */
final class HandlerContexts {

	private HandlerContexts() {
	}

	static ApplicationContextRunner of(Class<?>... configurations) {
		return new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(WechatPayAutoConfiguration.class,
					WechatPayNotificationAutoConfiguration.class))
			.withPropertyValues(TestProperties.complete())
			.withUserConfiguration(configurations);
	}

	static List<NotificationSubscription<?>> subscriptions(ApplicationContext context) {
		return context.getBean(WechatPayListenerRegistry.class).subscriptions();
	}

	/** Has the only handler handle a payment. */
	static void handle(ApplicationContext context) throws Exception {
		assertThat(subscriptions(context)).hasSize(1);
		subscriptions(context).get(0)
			.handle(new NotificationVerifier(new TestClock()).verify(Delivery.paid().received(),
					TestMerchants.merchant()));
	}

	static void refuses(Class<?> configuration, String... texts) {
		of(configuration)
			.run((context) -> assertThat(context.getStartupFailure()).isInstanceOf(InvalidListenerException.class)
				.hasMessageContainingAll(texts));
	}

}
