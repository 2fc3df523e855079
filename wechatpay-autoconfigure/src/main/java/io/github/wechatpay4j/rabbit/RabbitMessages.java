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

import io.github.wechatpay4j.broker.NotificationMessages;
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

	static SealedNotification read(Message message) {
		return NotificationMessages.read((name) -> header(message, name), message.getBody());
	}

	/** The message with its headers, to be sent elsewhere. */
	static Message copy(Message message) {
		MessageProperties properties = properties();
		message.getMessageProperties().getHeaders().forEach((name, value) -> {
			// Those of the broker itself begin with x-
			if (value instanceof String && !name.startsWith("x-")) {
				properties.setHeader(name, value);
			}
		});
		return new Message(message.getBody(), properties);
	}

	/** The message as it was first written, without what dead letters have more. */
	static Message rewrite(Message deadLetter) {
		MessageProperties properties = properties();
		for (String name : NotificationMessages.HEADERS) {
			String value = header(deadLetter, name);
			if (value != null) {
				properties.setHeader(name, value);
			}
		}
		return new Message(deadLetter.getBody(), properties);
	}

	private static MessageProperties properties() {
		MessageProperties properties = new MessageProperties();
		properties.setContentType(MessageProperties.CONTENT_TYPE_JSON);
		properties.setDeliveryMode(MessageDeliveryMode.PERSISTENT);
		return properties;
	}

	private static @Nullable String header(Message message, String name) {
		return (message.getMessageProperties().getHeader(name) instanceof String value) ? value : null;
	}

}
