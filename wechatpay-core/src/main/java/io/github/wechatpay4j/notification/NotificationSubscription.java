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

/**
 * Which notifications a handler wants.
 *
 * @param payloadType what the resource is decoded to; {@code JsonNode} for any
 * @param events event types, possibly ending in an asterisk; empty for all events of the
 * payload type
 * @param handler handles them
 * @param description names the handler in messages
 * @param <T> the payload's type
 */
public record NotificationSubscription<T>(Class<T> payloadType, List<String> events, NotificationHandler<T> handler,
		String description) {

	/**
	 * Creates a subscription.
	 * @param payloadType what the resource is decoded to; {@code JsonNode} for any
	 * @param events event types, possibly ending in an asterisk; empty for all events of
	 * the payload type
	 * @param handler handles them
	 * @param description names the handler in messages
	 */
	public NotificationSubscription {
		Objects.requireNonNull(payloadType, "payloadType");
		Objects.requireNonNull(handler, "handler");
		Objects.requireNonNull(description, "description");
		events = List.copyOf(events);
	}

	void handle(VerifiedNotification notification) throws Exception {
		this.handler.handle(notification.as(this.payloadType));
	}

}
