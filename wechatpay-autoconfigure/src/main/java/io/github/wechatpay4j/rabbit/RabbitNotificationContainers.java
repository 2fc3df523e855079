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

import java.util.function.BooleanSupplier;

import io.github.wechatpay4j.broker.MessageHandling;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.amqp.core.AcknowledgeMode;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;

/**
 * Makes the listener container that handles what is stored in the queue. A message is
 * acknowledged when it is handled, waits elsewhere for its next attempt, or is parked.
 */
public final class RabbitNotificationContainers {

	private static final Logger logger = LoggerFactory.getLogger(RabbitNotificationContainers.class);

	private static final long CONNECT_AGAIN_MILLIS = 1000;

	private RabbitNotificationContainers() {
	}

	/**
	 * Makes a container, to be started when all handlers exist.
	 * @param queues where notifications are
	 * @param connections connects to RabbitMQ
	 * @param sender sends what is tried again and dead letters
	 * @param handling handles notifications
	 * @param concurrency notifications that this node handles at a time
	 * @param wanted whether this node has handlers at all; otherwise it takes nothing
	 * @return the container
	 */
	public static SimpleMessageListenerContainer create(RabbitQueues queues, ConnectionFactory connections,
			RabbitSender sender, MessageHandling handling, int concurrency, BooleanSupplier wanted) {
		SimpleMessageListenerContainer container = new SimpleMessageListenerContainer(connections) {

			@Override
			public void start() {
				if (wanted.getAsBoolean()) {
					super.start();
				}
				else {
					RabbitNotificationContainers.logger.info(
							"This node has no @WechatPayListener for stored notifications, and takes none from '{}'",
							queues.queue());
				}
			}

		};
		container.setQueueNames(queues.queue());
		container.setConcurrentConsumers(concurrency);
		// Those behind one whose handler hangs go to other consumers
		container.setPrefetchCount(1);
		container.setAcknowledgeMode(AcknowledgeMode.AUTO);
		container.setMissingQueuesFatal(false);
		container.setPossibleAuthenticationFailureFatal(false);
		container.setRecoveryInterval(CONNECT_AGAIN_MILLIS);
		container.setFailedDeclarationRetryInterval(CONNECT_AGAIN_MILLIS);
		container.setShutdownTimeout(handling.redelivery().lease().toMillis());
		container.setMessageListener(new RabbitNotificationListener(queues, sender, handling, container::isActive));
		return container;
	}

}
