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

package io.github.wechatpay4j.notification;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Which notifications a handler wants.
 *
 * @param payloadType what the resource is decoded to; {@code JsonNode} for any
 * @param events event types, possibly ending in an asterisk; empty for all events of the
 * payload type
 * @param handler handles them
 * @param description names the handler in messages
 * @param answerType what the handler answers with; {@code null} for answers without
 * fields
 * @param isTransactional whether the handler and the mark that its event is done share a
 * transaction, where there is one for them
 * @param <T> the payload's type
 */
public record NotificationSubscription<T>(Class<T> payloadType, List<String> events, NotificationHandler<T> handler,
		String description, @Nullable Class<?> answerType, boolean isTransactional) {

	/**
	 * Creates a subscription.
	 * @param payloadType what the resource is decoded to; {@code JsonNode} for any
	 * @param events event types, possibly ending in an asterisk; empty for all events of
	 * the payload type
	 * @param handler handles them
	 * @param description names the handler in messages
	 * @param answerType what the handler answers with; {@code null} for answers without
	 * fields
	 * @param isTransactional whether the handler and the mark that its event is done
	 * share a transaction, where there is one for them
	 */
	public NotificationSubscription {
		Objects.requireNonNull(payloadType, "payloadType");
		Objects.requireNonNull(handler, "handler");
		Objects.requireNonNull(description, "description");
		events = List.copyOf(events);
	}

	/**
	 * Creates a subscription whose handler shares a transaction with the mark that its
	 * event is done, where there is one for them.
	 * @param payloadType what the resource is decoded to; {@code JsonNode} for any
	 * @param events event types, possibly ending in an asterisk; empty for all events of
	 * the payload type
	 * @param handler handles them
	 * @param description names the handler in messages
	 * @param answerType what the handler answers with; {@code null} for answers without
	 * fields
	 */
	public NotificationSubscription(Class<T> payloadType, List<String> events, NotificationHandler<T> handler,
			String description, @Nullable Class<?> answerType) {
		this(payloadType, events, handler, description, answerType, true);
	}

	/**
	 * Creates a subscription whose handler answers without fields.
	 * @param payloadType what the resource is decoded to; {@code JsonNode} for any
	 * @param events event types, possibly ending in an asterisk; empty for all events of
	 * the payload type
	 * @param handler handles them
	 * @param description names the handler in messages
	 */
	public NotificationSubscription(Class<T> payloadType, List<String> events, NotificationHandler<T> handler,
			String description) {
		this(payloadType, events, handler, description, null);
	}

	/**
	 * The same, without a transaction around the handler: its event is marked as done
	 * after it, and a crash between the two lets it be handled again.
	 * @return the subscription
	 */
	public NotificationSubscription<T> withoutTransaction() {
		return new NotificationSubscription<>(this.payloadType, this.events, this.handler, this.description,
				this.answerType, false);
	}

	/**
	 * Whether the answer carries what the handler returns, so that it has to run while
	 * the platform waits.
	 * @return whether it does
	 */
	public boolean isAnswering() {
		return this.answerType != null;
	}

	/**
	 * Lets the handler handle a notification.
	 * @param notification the notification
	 * @return the fields of the answer, {@code null} for none
	 * @throws Exception if it is not done
	 */
	public @Nullable Object handle(VerifiedNotification notification) throws Exception {
		return this.handler.answer(notification.as(this.payloadType));
	}

}
