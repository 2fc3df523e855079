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

package io.github.wechatpay4j.kafka;

import io.github.wechatpay4j.NotificationRejectedException;
import io.github.wechatpay4j.NotificationRejectedException.Reason;
import io.github.wechatpay4j.delivery.NotificationConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.kafka.listener.MessageListener;

/**
 * Handles notifications that Kafka delivers.
 */
final class KafkaNotificationListener implements MessageListener<String, byte[]> {

	private static final Logger logger = LoggerFactory.getLogger(KafkaNotificationListener.class);

	private static final String SOURCE = "kafka";

	private final NotificationConsumer consumer;

	KafkaNotificationListener(NotificationConsumer consumer) {
		this.consumer = consumer;
	}

	@Override
	public void onMessage(ConsumerRecord<String, byte[]> message) {
		try {
			this.consumer.consume(KafkaMessages.read(message), SOURCE);
		}
		catch (NotificationRejectedException ex) {
			if (ex.reason() != Reason.HANDLER_FAILED) {
				// A failed handler has been logged with its stack trace
				logger.warn("Notification {}-{}@{} is not handled: {}", message.topic(), message.partition(),
						message.offset(), ex.getMessage());
			}
			throw NotHandledException.of(message, ex);
		}
		catch (RuntimeException | Error ex) {
			// An Error would stop the container, and with it all notifications
			logger.error("Notification {}-{}@{} could not be handled", message.topic(), message.partition(),
					message.offset(), ex);
			throw NotHandledException.of(message, ex);
		}
	}

}
