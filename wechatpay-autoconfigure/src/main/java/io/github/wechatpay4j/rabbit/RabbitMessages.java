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

package io.github.wechatpay4j.rabbit;

import java.util.UUID;

import io.github.wechatpay4j.broker.NotificationMessages;
import io.github.wechatpay4j.broker.Verdict;
import io.github.wechatpay4j.notification.SealedNotification;
import io.github.wechatpay4j.notification.VerifiedNotification;
import org.jspecify.annotations.Nullable;

import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.core.MessageProperties;

/**
 * Messages with notifications in them.
 */
final class RabbitMessages {

	private RabbitMessages() {
	}

	static Message write(VerifiedNotification notification) {
		SealedNotification sealed = notification.sealed();
		MessageProperties properties = properties();
		NotificationMessages.writeHeaders(notification, sealed, properties::setHeader);
		return new Message(sealed.body(), properties);
	}

	/** The message, to be tried again after a wait. */
	static Message retry(Message message, Verdict verdict) {
		MessageProperties properties = properties();
		copy(message, properties);
		copy(message, properties, NotificationMessages.REPLAY);
		verdict.history().write(properties::setHeader);
		return new Message(message.getBody(), properties);
	}

	/** The message, given up. */
	static Message deadLetter(Message message, Verdict verdict) {
		MessageProperties properties = properties();
		message.getMessageProperties().getHeaders().forEach((name, value) -> {
			// Those of the broker itself begin with x-, what tells of the way with ours
			if (value instanceof String && !name.startsWith("x-") && !name.startsWith("wechatpay-")) {
				properties.setHeader(name, value);
			}
		});
		copy(message, properties);
		properties.setHeader(NotificationMessages.REASON, verdict.reason());
		properties.setHeader(NotificationMessages.DEAD_LETTER, UUID.randomUUID().toString());
		return new Message(message.getBody(), properties);
	}

	/** The message as it was first written, without what dead letters have more. */
	static Message replay(Message deadLetter) {
		MessageProperties properties = properties();
		copy(deadLetter, properties);
		String name = header(deadLetter, NotificationMessages.DEAD_LETTER);
		properties.setHeader(NotificationMessages.REPLAY, (name != null) ? name : UUID.randomUUID().toString());
		return new Message(deadLetter.getBody(), properties);
	}

	static @Nullable String header(Message message, String name) {
		return (message.getMessageProperties().getHeader(name) instanceof String value) ? value : null;
	}

	private static void copy(Message from, MessageProperties to) {
		NotificationMessages.HEADERS.forEach((name) -> copy(from, to, name));
	}

	private static void copy(Message from, MessageProperties to, String name) {
		String value = header(from, name);
		if (value != null) {
			to.setHeader(name, value);
		}
	}

	private static MessageProperties properties() {
		MessageProperties properties = new MessageProperties();
		properties.setContentType(MessageProperties.CONTENT_TYPE_JSON);
		properties.setDeliveryMode(MessageDeliveryMode.PERSISTENT);
		return properties;
	}

}
