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

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.GetResponse;
import io.github.wechatpay4j.NotificationRejectedException;
import io.github.wechatpay4j.NotificationRejectedException.Reason;
import io.github.wechatpay4j.broker.DeadLetterReplay;
import io.github.wechatpay4j.broker.NotificationMessages;

import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.core.RabbitOperations;
import org.springframework.amqp.rabbit.support.DefaultMessagePropertiesConverter;
import org.springframework.amqp.rabbit.support.MessagePropertiesConverter;

/**
 * The notifications in the queue of dead letters. Safe for use by many threads, and on
 * many nodes at a time: each dead letter is replayed once.
 */
public final class RabbitDeadLetters {

	/** So many are taken before the first goes back, whereupon it may fail again. */
	private static final int AT_A_TIME = 500;

	private final MessagePropertiesConverter converter = new DefaultMessagePropertiesConverter();

	private final RabbitQueues queues;

	private final RabbitOperations operations;

	private final RabbitSender sender;

	private final DeadLetterReplay replay;

	/**
	 * Creates an access to dead letters.
	 * @param queues where they are
	 * @param operations takes messages
	 * @param sender sends messages
	 * @param replay claims what is replayed
	 */
	public RabbitDeadLetters(RabbitQueues queues, RabbitOperations operations, RabbitSender sender,
			DeadLetterReplay replay) {
		this.queues = Objects.requireNonNull(queues, "queues");
		this.operations = Objects.requireNonNull(operations, "operations");
		this.sender = Objects.requireNonNull(sender, "sender");
		this.replay = Objects.requireNonNull(replay, "replay");
	}

	/**
	 * Puts all dead letters back into the queue that are there now and that nobody else
	 * is putting back. Each of them is taken only after RabbitMQ has confirmed that it is
	 * back.
	 * @return how many this call has put back
	 * @throws NotificationRejectedException if one could not be stored, or the store of
	 * claims cannot be asked; it and the following ones stay dead letters
	 */
	public int replay() {
		Integer count = this.operations.execute(this::replay);
		return (count != null) ? count : 0;
	}

	private int replay(Channel channel) throws Exception {
		long there = channel.messageCount(this.queues.deadLetters());
		int count = 0;
		while (there > 0) {
			List<GetResponse> taken = take(channel, Math.min(there, AT_A_TIME));
			if (taken.isEmpty()) {
				break;
			}
			there -= taken.size();
			int done = 0;
			try {
				for (GetResponse next : taken) {
					if (put(next)) {
						count++;
					}
					channel.basicAck(next.getEnvelope().getDeliveryTag(), false);
					done++;
				}
			}
			finally {
				for (GetResponse left : taken.subList(done, taken.size())) {
					channel.basicNack(left.getEnvelope().getDeliveryTag(), false, true);
				}
			}
		}
		return count;
	}

	private List<GetResponse> take(Channel channel, long most) throws Exception {
		List<GetResponse> taken = new ArrayList<>();
		while (taken.size() < most) {
			GetResponse next = channel.basicGet(this.queues.deadLetters(), false);
			if (next == null) {
				break;
			}
			taken.add(next);
		}
		return taken;
	}

	private boolean put(GetResponse taken) {
		Message message = new Message(taken.getBody(),
				this.converter.toMessageProperties(taken.getProps(), taken.getEnvelope(), "UTF-8"));
		Runnable send = () -> this.sender.send(RabbitQueues.DEFAULT_EXCHANGE, this.queues.queue(),
				RabbitMessages.replay(message));
		try {
			return this.replay.replay(RabbitMessages.header(message, NotificationMessages.DEAD_LETTER),
					(name) -> RabbitMessages.header(message, name), message.getBody(), send);
		}
		catch (NotificationRejectedException ex) {
			if (ex.reason() == Reason.IN_PROGRESS) {
				// Its node has lost the connection in the middle of it
				throw new NotificationRejectedException(Reason.NOT_STORED, ex.getMessage() + ", and stays one");
			}
			throw ex;
		}
	}

}
