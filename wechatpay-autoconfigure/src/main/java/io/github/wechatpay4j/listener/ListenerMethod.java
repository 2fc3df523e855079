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
import java.util.stream.Collectors;

import io.github.wechatpay4j.notification.Notification;
import io.github.wechatpay4j.notification.NotificationSubscription;
import tools.jackson.databind.JsonNode;

import org.springframework.core.ResolvableType;

/**
 * An annotated method: what it wants follows from its parameter.
 *
 * @param bean the bean to call it on
 * @param annotation what its annotation says
 */
record ListenerMethod(ListenerBean bean, Marked annotation) {

	private static final String CONTINUATION = "kotlin.coroutines.Continuation";

	NotificationSubscription<?> subscribe() {
		Method method = this.bean.method();
		List<Class<?>> parameters = List.of(method.getParameterTypes());
		if (!parameters.isEmpty() && CONTINUATION.equals(parameters.get(parameters.size() - 1).getName())) {
			throw new InvalidListenerException(describe() + " is a suspend function, which returns before it is done:"
					+ " make it a plain one, with runBlocking inside, or one that returns a Mono");
		}
		ListenerReturn returned = checkReturn();
		if (parameters.size() != 1) {
			throw new InvalidListenerException(
					describe() + " has to take exactly one argument: a notification type such as"
							+ " TransactionNotification, or Notification of one");
		}
		this.bean.check(describe());
		ResolvableType parameter = ResolvableType.forMethodParameter(method, 0, this.bean.type());
		boolean envelope = Notification.class == parameter.resolve();
		Class<?> payloadType = (envelope ? parameter.getGeneric(0) : parameter).resolve(Object.class);
		return subscribe(payloadType, envelope, returned);
	}

	private <T> NotificationSubscription<T> subscribe(Class<T> payloadType, boolean envelope, ListenerReturn returned) {
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
		ListenerMethodAdapter<T> adapter = new ListenerMethodAdapter<>(this.bean, describe(), envelope,
				returned.isAwaited());
		return new NotificationSubscription<>(payloadType, this.annotation.events(), adapter, describe(),
				returned.value(), this.annotation.isTransactional());
	}

	/** What is not nothing is the fields of the answer. */
	private ListenerReturn checkReturn() {
		ListenerReturn returned;
		try {
			returned = ListenerReturn.of(this.bean.method(), this.bean.type());
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidListenerException(describe() + " " + ex.getMessage());
		}
		Class<?> answer = returned.value();
		if (answer != null && (answer.isPrimitive() || answer.getName().startsWith("java."))) {
			throw new InvalidListenerException(describe() + " returns " + answer.getName()
					+ ", which nobody would look at: return void, Mono<Void> or CompletionStage<Void>, and throw an"
					+ " exception for what is not done; or return the fields of the answer where it carries some");
		}
		return returned;
	}

	private String describe() {
		Method method = this.bean.method();
		String parameters = Arrays.stream(method.getParameterTypes())
			.map(Class::getSimpleName)
			.collect(Collectors.joining(", "));
		return "@" + this.annotation.name() + " " + method.getDeclaringClass().getName() + "." + method.getName() + "("
				+ parameters + ")";
	}

	/**
	 * What an annotation says.
	 *
	 * @param name the annotation's simple name
	 * @param events the events that it names
	 * @param isTransactional whether the method takes part in the transaction around it
	 */
	record Marked(String name, List<String> events, boolean isTransactional) {
	}

}
