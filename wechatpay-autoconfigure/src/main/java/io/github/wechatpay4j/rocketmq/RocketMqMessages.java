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

package io.github.wechatpay4j.rocketmq;

import java.nio.ByteBuffer;

import io.github.wechatpay4j.broker.NotificationMessages;
import io.github.wechatpay4j.broker.Verdict;
import io.github.wechatpay4j.notification.SealedNotification;
import io.github.wechatpay4j.notification.VerifiedNotification;
import org.apache.rocketmq.client.apis.ClientServiceProvider;
import org.apache.rocketmq.client.apis.message.Message;
import org.apache.rocketmq.client.apis.message.MessageBuilder;
import org.apache.rocketmq.client.apis.message.MessageView;

/**
 * Messages with notifications in them.
 */
final class RocketMqMessages {

	private RocketMqMessages() {
	}

	static Message write(String topic, String key, VerifiedNotification notification) {
		SealedNotification sealed = notification.sealed();
		MessageBuilder message = ClientServiceProvider.loadService()
			.newMessageBuilder()
			.setTopic(topic)
			.setKeys(key)
			.setBody(sealed.body());
		NotificationMessages.writeHeaders(notification, sealed, message::addProperty);
		return message.build();
	}

	/** The message once more, with its history. */
	static Message retry(MessageView message, Verdict verdict) {
		MessageBuilder retry = ClientServiceProvider.loadService()
			.newMessageBuilder()
			.setTopic(message.getTopic())
			.setKeys(message.getKeys().toArray(String[]::new))
			.setBody(body(message));
		NotificationMessages.HEADERS.forEach((name) -> {
			String value = message.getProperties().get(name);
			if (value != null) {
				retry.addProperty(name, value);
			}
		});
		verdict.history().write(retry::addProperty);
		return retry.build();
	}

	static byte[] body(MessageView message) {
		ByteBuffer content = message.getBody().duplicate();
		byte[] body = new byte[content.remaining()];
		content.get(body);
		return body;
	}

}
