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
import io.github.wechatpay4j.notification.WechatPayListener;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * The application's notification handlers: annotated methods and those that were
 * registered by code. Complete once all singletons exist; a handler that makes no sense
 * keeps the application from starting.
 */
public final class WechatPayListenerRegistry implements SmartInitializingSingleton, NotificationHandlerResolver {

	private final ConfigurableListableBeanFactory beanFactory;

	private final ObjectProvider<WechatPayListenerConfigurer> configurers;

	private final ObjectProvider<ListenerCheck> checks;

	private final NotificationTypes types;

	private volatile List<NotificationSubscription<?>> subscriptions = List.of();

	private volatile NotificationHandlers handlers;

	/**
	 * Creates a registry.
	 * @param beanFactory where annotated methods are looked for
	 * @param configurers register handlers by code
	 * @param checks look at all handlers
	 * @param types the notification types that are known
	 */
	public WechatPayListenerRegistry(ConfigurableListableBeanFactory beanFactory,
			ObjectProvider<WechatPayListenerConfigurer> configurers, ObjectProvider<ListenerCheck> checks,
			NotificationTypes types) {
		this.beanFactory = Objects.requireNonNull(beanFactory, "beanFactory");
		this.configurers = Objects.requireNonNull(configurers, "configurers");
		this.checks = Objects.requireNonNull(checks, "checks");
		this.types = Objects.requireNonNull(types, "types");
		this.handlers = new NotificationHandlers(List.of(), types);
	}

	@Override
	public void afterSingletonsInstantiated() {
		WechatPayListenerRegistrar registrar = new WechatPayListenerRegistrar();
		new ListenerMethodScanner<>(this.beanFactory, WechatPayListener.class, true,
				(marked) -> new ListenerMethod.Marked("WechatPayListener", List.of(marked.events()),
						marked.transactional()))
			.scan()
			.forEach((method) -> registrar.register(method.subscribe()));
		this.configurers.orderedStream().forEach((configurer) -> configurer.configureListeners(registrar));
		this.subscriptions = registrar.subscriptions();
		this.handlers = handlers(this.subscriptions, this.types);
		this.checks.orderedStream().forEach((check) -> check.check(this.subscriptions));
	}

	static NotificationHandlers handlers(List<NotificationSubscription<?>> subscriptions, NotificationTypes types) {
		try {
			return new NotificationHandlers(subscriptions, types);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidListenerException(String.valueOf(ex.getMessage()));
		}
	}

	@Override
	public Optional<NotificationSubscription<?>> find(VerifiedNotification notification) {
		return this.handlers.find(notification);
	}

	@Override
	public boolean handlesKept() {
		return this.handlers.handlesKept();
	}

	/**
	 * Says which handler handles what.
	 * @return a line for each handler
	 */
	public List<String> describe() {
		return this.handlers.describe();
	}

	/**
	 * What the handlers want.
	 * @return a subscription for each handler
	 */
	public List<NotificationSubscription<?>> subscriptions() {
		return this.subscriptions;
	}

}
