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

import java.util.Objects;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.GetResponse;
import io.github.wechatpay4j.NotificationRejectedException;

import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.core.RabbitOperations;
import org.springframework.amqp.rabbit.support.DefaultMessagePropertiesConverter;
import org.springframework.amqp.rabbit.support.MessagePropertiesConverter;

/**
 * The notifications in the queue of dead letters. Safe for use by many threads.
 */
public final class RabbitDeadLetters {

	private final MessagePropertiesConverter converter = new DefaultMessagePropertiesConverter();

	private final RabbitQueues queues;

	private final RabbitOperations operations;

	private final RabbitSender sender;

	/**
	 * Creates an access to dead letters.
	 * @param queues where they are
	 * @param operations takes messages
	 * @param sender sends messages
	 */
	public RabbitDeadLetters(RabbitQueues queues, RabbitOperations operations, RabbitSender sender) {
		this.queues = Objects.requireNonNull(queues, "queues");
		this.operations = Objects.requireNonNull(operations, "operations");
		this.sender = Objects.requireNonNull(sender, "sender");
	}

	/**
	 * Puts all dead letters back into the queue that are there now. Each of them is taken
	 * only after RabbitMQ has confirmed that it is back.
	 * @return how many there were
	 * @throws NotificationRejectedException if one could not be stored; it and the
	 * following ones stay dead letters
	 */
	public int replay() {
		Integer count = this.operations.execute(this::replay);
		return (count != null) ? count : 0;
	}

	private int replay(Channel channel) throws Exception {
		long there = channel.messageCount(this.queues.deadLetters());
		int count = 0;
		while (count < there) {
			GetResponse next = channel.basicGet(this.queues.deadLetters(), false);
			if (next == null) {
				break;
			}
			long tag = next.getEnvelope().getDeliveryTag();
			try {
				Message message = new Message(next.getBody(),
						this.converter.toMessageProperties(next.getProps(), next.getEnvelope(), "UTF-8"));
				this.sender.send(RabbitNotificationDelivery.DEFAULT_EXCHANGE, this.queues.queue(),
						RabbitMessages.rewrite(message));
			}
			catch (NotificationRejectedException ex) {
				channel.basicNack(tag, false, true);
				throw ex;
			}
			channel.basicAck(tag, false);
			count++;
		}
		return count;
	}

}
