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

import io.github.wechatpay4j.broker.Redelivery;
import io.github.wechatpay4j.delivery.DeadLetters;
import io.github.wechatpay4j.delivery.NotificationConsumer;

import org.springframework.amqp.core.AcknowledgeMode;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;

/**
 * Makes the listener container that handles what is stored in the queue. A message is
 * acknowledged when it is handled or parked.
 */
public final class RabbitNotificationContainers {

	private RabbitNotificationContainers() {
	}

	/**
	 * Makes a container, to be started when all handlers exist.
	 * @param queues where notifications are
	 * @param connections connects to RabbitMQ
	 * @param sender sends dead letters
	 * @param consumer handles notifications
	 * @param deadLetters is told of dead letters
	 * @param redelivery when to try again
	 * @param concurrency notifications that this node handles at a time
	 * @return the container
	 */
	public static SimpleMessageListenerContainer create(RabbitQueues queues, ConnectionFactory connections,
			RabbitSender sender, NotificationConsumer consumer, DeadLetters deadLetters, Redelivery redelivery,
			int concurrency) {
		SimpleMessageListenerContainer container = new SimpleMessageListenerContainer(connections);
		container.setQueueNames(queues.queue());
		container.setConcurrentConsumers(concurrency);
		// One that waits for its next attempt keeps no others waiting
		container.setPrefetchCount(1);
		container.setAcknowledgeMode(AcknowledgeMode.AUTO);
		container.setMissingQueuesFatal(false);
		container.setPossibleAuthenticationFailureFatal(false);
		container.setShutdownTimeout(redelivery.lease().toMillis());
		container.setMessageListener(new RabbitNotificationListener(consumer,
				new RabbitParking(sender, queues, deadLetters), redelivery, container::isActive));
		return container;
	}

}
