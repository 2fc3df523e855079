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
import io.github.wechatpay4j.broker.MessageHandling;
import io.github.wechatpay4j.broker.Verdict;
import org.apache.rocketmq.client.apis.consumer.ConsumeResult;
import org.apache.rocketmq.client.apis.consumer.MessageListener;
import org.apache.rocketmq.client.apis.message.MessageView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles notifications that RocketMQ delivers. What fails is delivered again as the
 * server's retry policy says, and after its last attempt becomes a dead letter there.
 * What has used up its deliveries without having been tried so often is sent anew.
 */
final class RocketMqNotificationListener implements MessageListener {

	private static final Logger logger = LoggerFactory.getLogger(RocketMqNotificationListener.class);

	private final MessageHandling handling;

	private final RocketMqSender sender;

	private final int maxAttempts;

	RocketMqNotificationListener(MessageHandling handling, RocketMqSender sender, int maxAttempts) {
		this.handling = handling;
		this.sender = sender;
		this.maxAttempts = maxAttempts;
	}

	@Override
	public ConsumeResult consume(MessageView message) {
		byte[] body = RocketMqMessages.body(message);
		try {
			Verdict verdict = this.handling.handle(message.getProperties()::get, body,
					String.valueOf(message.getMessageId()));
			boolean last = message.getDeliveryAttempt() >= this.maxAttempts;
			return switch (verdict.next()) {
				case DONE -> ConsumeResult.SUCCESS;
				case HELD, AGAIN, ELSEWHERE -> last ? sendAnew(message, verdict) : ConsumeResult.FAILURE;
				case PARK -> {
					if (last) {
						// The server parks it now
						this.handling.parked(verdict, message.getProperties()::get, body);
					}
					else {
						this.handling.notParked(verdict);
					}
					yield ConsumeResult.FAILURE;
				}
			};
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return ConsumeResult.FAILURE;
		}
	}

	private ConsumeResult sendAnew(MessageView message, Verdict verdict) {
		try {
			this.sender.send(RocketMqMessages.retry(message, verdict));
			return ConsumeResult.SUCCESS;
		}
		catch (NotificationRejectedException ex) {
			logger.error("Message {} is a dead letter of the server now, although it had attempts left: {}",
					message.getMessageId(), ex.getMessage());
			return ConsumeResult.FAILURE;
		}
	}

}
