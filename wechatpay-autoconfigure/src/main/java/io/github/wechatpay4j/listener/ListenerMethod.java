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
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.github.wechatpay4j.notification.Notification;
import io.github.wechatpay4j.notification.NotificationSubscription;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.core.ResolvableType;

/**
 * An annotated method: what it wants follows from its parameter.
 *
 * @param bean gives the bean
 * @param method the method to call on it
 * @param events the events that the annotation names
 * @param annotation the annotation's name, for messages
 */
record ListenerMethod(Supplier<Object> bean, Method method, List<String> events, String annotation) {

	NotificationSubscription<?> subscribe() {
		checkReturnType();
		if (this.method.getParameterCount() != 1) {
			throw new InvalidListenerException(
					describe() + " has to take exactly one argument: a notification type such as"
							+ " TransactionNotification, or Notification of one");
		}
		ResolvableType parameter = ResolvableType.forMethodParameter(this.method, 0);
		boolean envelope = Notification.class == parameter.resolve();
		Class<?> payloadType = (envelope ? parameter.getGeneric(0) : parameter).resolve(Object.class);
		return subscribe(payloadType, envelope);
	}

	private <T> NotificationSubscription<T> subscribe(Class<T> payloadType, boolean envelope) {
		if (payloadType == Object.class) {
			throw new InvalidListenerException(describe() + " takes a notification of an unknown type: write"
					+ " Notification<JsonNode> for any, with the events in the annotation");
		}
		if (payloadType.isArray() || payloadType.isPrimitive() || payloadType.getName().startsWith("java.")) {
			throw new InvalidListenerException(describe() + " takes a " + payloadType.getSimpleName()
					+ ", which no notification can be read as: take a notification type such as TransactionNotification,"
					+ " or Notification<JsonNode>, whose rawJson() is the text");
		}
		if (payloadType == JsonNode.class && !envelope) {
			throw new InvalidListenerException(describe() + " takes a bare JsonNode: write Notification<JsonNode>");
		}
		ListenerMethodAdapter<T> adapter = new ListenerMethodAdapter<>(this.bean, this.method, envelope);
		return new NotificationSubscription<>(payloadType, this.events, adapter, describe(), answerType());
	}

	/** What is not nothing is the fields of the answer. */
	private @Nullable Class<?> answerType() {
		ResolvableType type = ResolvableType.forMethodReturnType(this.method);
		Class<?> returned = type.resolve(Object.class);
		if (Mono.class.isAssignableFrom(returned) || CompletionStage.class.isAssignableFrom(returned)) {
			ResolvableType later = Mono.class.isAssignableFrom(returned) ? type.as(Mono.class)
					: type.as(CompletionStage.class);
			returned = later.getGeneric(0).resolve(Void.class);
		}
		return (returned == void.class || returned == Void.class) ? null : returned;
	}

	private void checkReturnType() {
		Class<?> answer = answerType();
		if (answer != null && (answer.isPrimitive() || answer.getName().startsWith("java."))) {
			throw new InvalidListenerException(describe() + " returns " + answer.getName()
					+ ", which nobody would look at: return void, Mono<Void> or CompletionStage<Void>, and throw an"
					+ " exception for what is not done; or return the fields of the answer where it carries some");
		}
	}

	private String describe() {
		String parameters = Arrays.stream(this.method.getParameterTypes())
			.map(Class::getSimpleName)
			.collect(Collectors.joining(", "));
		return this.annotation + " " + this.method.getDeclaringClass().getName() + "." + this.method.getName() + "("
				+ parameters + ")";
	}

}
