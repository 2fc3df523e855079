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

import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import io.github.wechatpay4j.NotificationRejectedException;
import io.github.wechatpay4j.broker.Acknowledgement;

import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.connection.CorrelationData.Confirm;
import org.springframework.amqp.rabbit.core.RabbitOperations;

/**
 * Sends messages and waits until RabbitMQ confirms that they are in a queue. Safe for use
 * by many threads.
 */
public final class RabbitSender {

	private final RabbitOperations operations;

	private final Duration within;

	/**
	 * Creates a sender.
	 * @param operations sends messages as mandatory, over a connection with correlated
	 * publisher confirms and returns
	 * @param within how long storing may take
	 */
	public RabbitSender(RabbitOperations operations, Duration within) {
		this.operations = Objects.requireNonNull(operations, "operations");
		this.within = Objects.requireNonNull(within, "within");
	}

	/**
	 * Sends a message.
	 * @throws NotificationRejectedException if RabbitMQ has not confirmed it in time
	 */
	void send(String exchange, String routingKey, Message message) {
		CorrelationData correlation = new CorrelationData(UUID.randomUUID().toString());
		Acknowledgement.await(() -> {
			this.operations.send(exchange, routingKey, message, correlation);
			return stored(correlation);
		}, this.within, "the queue '" + routingKey + "' of RabbitMQ");
	}

	/** A message that no queue takes is confirmed too, after it has been returned. */
	private static CompletableFuture<Confirm> stored(CorrelationData correlation) {
		return correlation.getFuture().thenApply((confirm) -> {
			if (!confirm.ack()) {
				throw new AmqpException("RabbitMQ refuses it: " + confirm.reason());
			}
			if (correlation.getReturned() != null) {
				throw new AmqpException("RabbitMQ returns it: " + correlation.getReturned().getReplyText());
			}
			return confirm;
		});
	}

}
