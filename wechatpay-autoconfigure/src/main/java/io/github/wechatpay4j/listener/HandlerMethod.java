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

import java.lang.reflect.Method;
import java.util.Objects;

import io.github.wechatpay4j.notification.AnsweringHandler;
import io.github.wechatpay4j.notification.Notification;
import io.github.wechatpay4j.notification.NotificationHandler;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.util.ClassUtils;

/**
 * The method that a handler comes down to: an annotated one, or that of a handler which
 * was registered by code.
 *
 * @param method the method
 * @param type the class of the object that it is called on, behind all proxies
 * @param bean that object or its proxy; {@code null} as long as it does not exist
 */
public record HandlerMethod(Method method, Class<?> type, @Nullable Object bean) {

	/**
	 * Creates a method.
	 */
	public HandlerMethod {
		Objects.requireNonNull(method, "method");
		Objects.requireNonNull(type, "type");
	}

	/**
	 * The method of a handler.
	 * @param handler the handler
	 * @return its method
	 */
	public static HandlerMethod of(NotificationHandler<?> handler) {
		if (handler instanceof ListenerMethodAdapter<?> adapter) {
			return adapter.target();
		}
		Class<?> type = AopProxyUtils.ultimateTargetClass(handler);
		Method declared = (handler instanceof AnsweringHandler)
				? ClassUtils.getMethod(AnsweringHandler.class, "answer", Notification.class)
				: ClassUtils.getMethod(NotificationHandler.class, "handle", Notification.class);
		return new HandlerMethod(ClassUtils.getMostSpecificMethod(declared, type), type, handler);
	}

}
