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
import java.util.Objects;
import java.util.Optional;

import io.github.wechatpay4j.notification.NotificationHandlerResolver;
import io.github.wechatpay4j.notification.NotificationHandlers;
import io.github.wechatpay4j.notification.NotificationSubscription;
import io.github.wechatpay4j.notification.NotificationTypes;
import io.github.wechatpay4j.notification.VerifiedNotification;
import io.github.wechatpay4j.notification.WechatPayDeadLetter;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * The application's methods that are told of dead letters. Complete once all singletons
 * exist; one that makes no sense keeps the application from starting.
 */
public final class WechatPayDeadLetterRegistry implements SmartInitializingSingleton, NotificationHandlerResolver {

	private final ConfigurableListableBeanFactory beanFactory;

	private final NotificationTypes types;

	private volatile NotificationHandlers handlers;

	/**
	 * Creates a registry.
	 * @param beanFactory where annotated methods are looked for
	 * @param types the notification types that are known
	 */
	public WechatPayDeadLetterRegistry(ConfigurableListableBeanFactory beanFactory, NotificationTypes types) {
		this.beanFactory = Objects.requireNonNull(beanFactory, "beanFactory");
		this.types = Objects.requireNonNull(types, "types");
		this.handlers = new NotificationHandlers(List.of(), types);
	}

	@Override
	public void afterSingletonsInstantiated() {
		List<NotificationSubscription<?>> subscriptions = new ListenerMethodScanner<>(this.beanFactory,
				WechatPayDeadLetter.class, false,
				(marked) -> new ListenerMethod.Marked("WechatPayDeadLetter", List.of(marked.events()), true))
			.scan()
			.stream()
			.<NotificationSubscription<?>>map(ListenerMethod::subscribe)
			.toList();
		this.handlers = WechatPayListenerRegistry.handlers(subscriptions, this.types);
	}

	@Override
	public Optional<NotificationSubscription<?>> find(VerifiedNotification notification) {
		return this.handlers.find(notification);
	}

}
