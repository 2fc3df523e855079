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
import java.util.concurrent.CompletionStage;

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

	private final ListenerBean bean;

	private final String description;

	private final boolean envelope;

	private final boolean awaited;

	/**
	 * Creates an adapter.
	 * @param awaited whether the method is declared to return what is to be waited for
	 */
	ListenerMethodAdapter(ListenerBean bean, String description, boolean envelope, boolean awaited) {
		this.bean = bean;
		this.description = description;
		this.envelope = envelope;
		this.awaited = awaited;
	}

	HandlerMethod target() {
		return this.bean.target(this.bean.existing());
	}

	@Override
	public @Nullable Object answer(Notification<T> notification) throws Exception {
		ListenerBean.Ready ready = this.bean.ready(this.description);
		Object argument = this.envelope ? notification : notification.payload();
		EndedAdvice watched = ready.watched();
		if (watched == null) {
			return await(invoke(ready, argument));
		}
		EndedAdvice.Call call = watched.begin(ready.method(), argument);
		try {
			Object result = await(invoke(ready, argument));
			if (!call.hasEnded()) {
				throw new IllegalStateException(this.description + " is not done although its proxy has returned: an"
						+ " interceptor runs it elsewhere, or not at all. Take that interceptor away");
			}
			return result;
		}
		finally {
			watched.forget(argument);
		}
	}

	private @Nullable Object await(@Nullable Object result) {
		if (result == null) {
			if (this.awaited) {
				throw new IllegalStateException(
						this.description + " returned null, by which nobody can tell when it is done");
			}
			return null;
		}
		Object value = result;
		if (result instanceof Mono<?> mono) {
			value = mono.block();
		}
		else if (result instanceof CompletionStage<?> stage) {
			value = Mono.fromCompletionStage(stage).block();
		}
		if (value == null || ListenerReturn.isNothing(value.getClass())) {
			return null;
		}
		if (ListenerReturn.isLater(value.getClass())) {
			throw new IllegalStateException(this.description + " returned a " + value.getClass().getName()
					+ ", by which nobody can tell when it is done");
		}
		return value;
	}

	private static @Nullable Object invoke(ListenerBean.Ready ready, Object argument) throws Exception {
		try {
			return ready.method().invoke(ready.bean(), argument);
		}
		catch (InvocationTargetException ex) {
			ReflectionUtils.rethrowException(ex.getTargetException());
			throw ex;
		}
	}

}
