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

import io.github.wechatpay4j.NotificationRejectedException;
import io.github.wechatpay4j.broker.NotificationMessages;
import io.github.wechatpay4j.delivery.DeadLetters;
import io.github.wechatpay4j.notification.SealedNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.amqp.core.Message;

/**
 * Parks messages as dead letters, and tells the application when they are.
 */
final class RabbitParking {

	private static final Logger logger = LoggerFactory.getLogger(RabbitParking.class);

	private final RabbitSender sender;

	private final RabbitQueues queues;

	private final DeadLetters deadLetters;

	RabbitParking(RabbitSender sender, RabbitQueues queues, DeadLetters deadLetters) {
		this.sender = sender;
		this.queues = queues;
		this.deadLetters = deadLetters;
	}

	/**
	 * Parks a message.
	 * @throws NotificationRejectedException if it is not confirmed: it must not be
	 * acknowledged
	 */
	void park(Message message, String reason, int attempts) {
		Message deadLetter = RabbitMessages.copy(message);
		deadLetter.getMessageProperties().setHeader(NotificationMessages.REASON, reason);
		this.sender.send(this.queues.deadLetterExchange(), this.queues.queue(), deadLetter);
		SealedNotification notification;
		try {
			notification = RabbitMessages.read(message);
		}
		catch (NotificationRejectedException ex) {
			logger.error("A message of the queue '{}' is none of ours and parked as a dead letter",
					this.queues.queue());
			return;
		}
		this.deadLetters.parked(notification, attempts);
	}

}
