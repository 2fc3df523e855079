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
import io.github.wechatpay4j.NotificationRejectedException.Reason;
import io.github.wechatpay4j.broker.Acknowledgement;
import io.github.wechatpay4j.broker.BrokerHealth;

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

	private final RabbitBlockage blockage;

	private final Runnable repair;

	private final BrokerHealth health;

	private final Duration within;

	/**
	 * Creates a sender.
	 * @param operations sends messages as mandatory, over a connection with correlated
	 * publisher confirms and returns
	 * @param blockage knows whether RabbitMQ takes messages at all
	 * @param repair declares a queue that is missing, where that may be done
	 * @param health shows what cannot be sent
	 * @param within how long storing may take
	 */
	public RabbitSender(RabbitOperations operations, RabbitBlockage blockage, Runnable repair, BrokerHealth health,
			Duration within) {
		this.operations = Objects.requireNonNull(operations, "operations");
		this.blockage = Objects.requireNonNull(blockage, "blockage");
		this.repair = Objects.requireNonNull(repair, "repair");
		this.health = Objects.requireNonNull(health, "health");
		this.within = Objects.requireNonNull(within, "within");
	}

	/**
	 * Sends a message.
	 * @throws NotificationRejectedException if RabbitMQ has not confirmed it in time; it
	 * may be stored nevertheless, unless RabbitMQ is known to take nothing
	 */
	void send(String exchange, String routingKey, Message message) {
		if (this.blockage.isBlocked()) {
			// Who writes to a blocked connection hangs in it
			throw new NotificationRejectedException(Reason.NOT_STORED,
					"RabbitMQ takes no messages at present: " + this.blockage.reason());
		}
		String trouble = "send-" + routingKey;
		long start = System.nanoTime();
		try {
			try {
				attempt(exchange, routingKey, message, this.within);
			}
			catch (UnroutableException ex) {
				this.repair.run();
				attempt(exchange, routingKey, message, this.within.minusNanos(System.nanoTime() - start));
			}
		}
		catch (UnroutableException ex) {
			NotificationRejectedException rejection = new NotificationRejectedException(Reason.NOT_STORED,
					"it is not stored in the queue '" + routingKey + "' of RabbitMQ: " + ex.getMessage());
			failed(trouble, routingKey, rejection);
			throw rejection;
		}
		catch (NotificationRejectedException ex) {
			failed(trouble, routingKey, ex);
			throw ex;
		}
		this.health.over(trouble);
	}

	private void failed(String trouble, String routingKey, NotificationRejectedException ex) {
		this.health.trouble(trouble, "RabbitMQ does not store what is sent to the queue '" + routingKey
				+ "'. Check that it can be reached, that the queue exists (wechatpay.notification.rabbit.declare=true"
				+ " declares it), that most of its members are up, and that there are no alarms: " + ex.getMessage(),
				true);
	}

	private void attempt(String exchange, String routingKey, Message message, Duration time) {
		CorrelationData correlation = new CorrelationData(UUID.randomUUID().toString());
		Acknowledgement.await(() -> {
			this.operations.send(exchange, routingKey, message, correlation);
			return confirmed(correlation);
		}, time, "the queue '" + routingKey + "' of RabbitMQ");
		// What no queue takes is confirmed too, after it has been returned
		if (correlation.getReturned() != null) {
			throw new UnroutableException("RabbitMQ returns it: " + correlation.getReturned().getReplyText());
		}
	}

	private static CompletableFuture<Confirm> confirmed(CorrelationData correlation) {
		return correlation.getFuture().thenApply((confirm) -> {
			if (!confirm.ack()) {
				throw new AmqpException("RabbitMQ refuses it: " + confirm.reason());
			}
			return confirm;
		});
	}

	private static final class UnroutableException extends RuntimeException {

		private static final long serialVersionUID = 1L;

		UnroutableException(String message) {
			super(message);
		}

	}

}
