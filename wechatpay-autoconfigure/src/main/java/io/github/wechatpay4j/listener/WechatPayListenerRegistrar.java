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

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.github.wechatpay4j.notification.AnsweringHandler;
import io.github.wechatpay4j.notification.NotificationHandler;
import io.github.wechatpay4j.notification.NotificationSubscription;

/**
 * Takes notification handlers at startup. Not safe for use by many threads.
 */
public final class WechatPayListenerRegistrar {

	private final List<NotificationSubscription<?>> subscriptions = new ArrayList<>();

	WechatPayListenerRegistrar() {
	}

	/**
	 * Registers a handler for some events of a payload type, or for all of them.
	 * @param payloadType what the notification's resource is decoded to
	 * @param handler handles the notifications
	 * @param events event types, possibly ending in an asterisk; none for all events of
	 * the payload type
	 * @param <T> the payload's type
	 * @return this registrar
	 */
	public <T> WechatPayListenerRegistrar register(Class<T> payloadType, NotificationHandler<T> handler,
			String... events) {
		return register(new NotificationSubscription<>(payloadType, List.of(events), handler,
				"the handler " + handler.getClass().getName()));
	}

	/**
	 * Registers a handler for notifications whose answer carries fields. It runs while
	 * the platform waits, and again when the platform asks again.
	 * @param payloadType what the notification's resource is decoded to
	 * @param answerType what the answer carries: the type that the payload type's
	 * documentation names
	 * @param handler answers the notifications
	 * @param events event types, possibly ending in an asterisk; none for all events of
	 * the payload type
	 * @param <T> the payload's type
	 * @param <A> the answer's type
	 * @return this registrar
	 */
	public <T, A> WechatPayListenerRegistrar registerAnswering(Class<T> payloadType, Class<A> answerType,
			AnsweringHandler<T, A> handler, String... events) {
		return register(new NotificationSubscription<>(payloadType, List.of(events), handler,
				"the handler " + handler.getClass().getName(), Objects.requireNonNull(answerType, "answerType")));
	}

	/**
	 * Registers a handler with all that can be said of it, such as that it wants
	 * {@linkplain NotificationSubscription#withoutTransaction() no transaction} around
	 * it.
	 * @param subscription what the handler wants
	 * @return this registrar
	 * @throws InvalidListenerException if the handler would return before it is done
	 */
	public WechatPayListenerRegistrar register(NotificationSubscription<?> subscription) {
		HandlerMethod target = HandlerMethod.of(subscription.handler());
		ListenerProxies.checkAnnotations(target, subscription.description());
		if (target.bean() != null) {
			ListenerProxies.checkAdvice(target.bean(), target, subscription.description());
		}
		this.subscriptions.add(subscription);
		return this;
	}

	List<NotificationSubscription<?>> subscriptions() {
		return List.copyOf(this.subscriptions);
	}

}
