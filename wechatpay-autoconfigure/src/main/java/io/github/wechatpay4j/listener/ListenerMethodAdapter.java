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

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

import io.github.wechatpay4j.notification.AnsweringHandler;
import io.github.wechatpay4j.notification.Notification;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.util.ReflectionUtils;

/**
 * Calls an annotated method and waits until it is done.
 *
 * @param <T> the payload's type
 */
final class ListenerMethodAdapter<T> implements AnsweringHandler<T, Object> {

	private final Supplier<Object> bean;

	private final Method method;

	private final boolean envelope;

	ListenerMethodAdapter(Supplier<Object> bean, Method method, boolean envelope) {
		this.bean = bean;
		this.method = method;
		this.envelope = envelope;
		ReflectionUtils.makeAccessible(method);
	}

	@Override
	public @Nullable Object answer(Notification<T> notification) throws Exception {
		Object result = invoke(this.envelope ? notification : notification.payload());
		if (result instanceof Mono<?> mono) {
			return mono.block();
		}
		return (result instanceof CompletionStage<?> stage) ? Mono.fromCompletionStage(stage).block() : result;
	}

	private @Nullable Object invoke(Object argument) throws Exception {
		try {
			return this.method.invoke(this.bean.get(), argument);
		}
		catch (InvocationTargetException ex) {
			ReflectionUtils.rethrowException(ex.getTargetException());
			throw ex;
		}
	}

}
