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

import io.github.wechatpay4j.NotificationRejectedException;
import io.github.wechatpay4j.NotificationRejectedException.Reason;
import io.github.wechatpay4j.delivery.DeadLetters;
import io.github.wechatpay4j.delivery.NotificationConsumer;
import io.github.wechatpay4j.notification.SealedNotification;
import org.apache.rocketmq.client.apis.consumer.ConsumeResult;
import org.apache.rocketmq.client.apis.consumer.MessageListener;
import org.apache.rocketmq.client.apis.message.MessageView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles notifications that RocketMQ delivers. What fails is delivered again as the
 * server's retry policy says, and after its last attempt becomes a dead letter there.
 */
final class RocketMqNotificationListener implements MessageListener {

	private static final Logger logger = LoggerFactory.getLogger(RocketMqNotificationListener.class);

	private static final String SOURCE = "rocketmq";

	private final NotificationConsumer consumer;

	private final DeadLetters deadLetters;

	private final int maxAttempts;

	RocketMqNotificationListener(NotificationConsumer consumer, DeadLetters deadLetters, int maxAttempts) {
		this.consumer = consumer;
		this.deadLetters = deadLetters;
		this.maxAttempts = maxAttempts;
	}

	@Override
	public ConsumeResult consume(MessageView message) {
		try {
			SealedNotification notification = RocketMqMessages.read(message);
			if (handle(message, notification)) {
				return ConsumeResult.SUCCESS;
			}
			if (message.getDeliveryAttempt() >= this.maxAttempts) {
				this.deadLetters.parked(notification, message.getDeliveryAttempt());
			}
		}
		catch (NotificationRejectedException ex) {
			logger.error("Message {} is none of ours: {}", message.getMessageId(), ex.getMessage());
		}
		return ConsumeResult.FAILURE;
	}

	private boolean handle(MessageView message, SealedNotification notification) {
		try {
			this.consumer.consume(notification, SOURCE);
			return true;
		}
		catch (NotificationRejectedException ex) {
			if (ex.reason() != Reason.HANDLER_FAILED) {
				// A failed handler has been logged with its stack trace
				logger.warn("Notification {} is not handled: {}", message.getMessageId(), ex.getMessage());
			}
		}
		catch (RuntimeException | Error ex) {
			logger.error("Notification {} could not be handled", message.getMessageId(), ex);
		}
		return false;
	}

}
