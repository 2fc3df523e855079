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
import java.util.function.BooleanSupplier;

import io.github.wechatpay4j.NotificationRejectedException;
import io.github.wechatpay4j.NotificationRejectedException.Reason;
import io.github.wechatpay4j.broker.Redelivery;
import io.github.wechatpay4j.broker.Setback;
import io.github.wechatpay4j.delivery.NotificationConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.amqp.ImmediateRequeueAmqpException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageListener;
import org.springframework.util.backoff.BackOffExecution;

/**
 * Handles notifications that RabbitMQ delivers. While one waits for its next attempt it
 * is not acknowledged: if the node dies, another one gets it.
 */
final class RabbitNotificationListener implements MessageListener {

	private static final Logger logger = LoggerFactory.getLogger(RabbitNotificationListener.class);

	private static final String SOURCE = "rabbit";

	private static final Duration LOOK_WHETHER_STOPPED = Duration.ofMillis(100);

	private final NotificationConsumer consumer;

	private final RabbitParking parking;

	private final Redelivery redelivery;

	private final BooleanSupplier active;

	RabbitNotificationListener(NotificationConsumer consumer, RabbitParking parking, Redelivery redelivery,
			BooleanSupplier active) {
		this.consumer = consumer;
		this.parking = parking;
		this.redelivery = redelivery;
		this.active = active;
	}

	@Override
	public void onMessage(Message message) {
		Setback setback = null;
		BackOffExecution waits = this.redelivery.backOff(Setback.TEMPORARY).start();
		int attempts = 1;
		for (Throwable failure = attempt(message); failure != null; failure = attempt(message)) {
			if (Setback.of(failure) != setback) {
				setback = Setback.of(failure);
				waits = this.redelivery.backOff(setback).start();
				attempts = 1;
			}
			long wait = waits.nextBackOff();
			if (wait == BackOffExecution.STOP) {
				park(message, failure, attempts);
				return;
			}
			sleep(Duration.ofMillis(wait));
			attempts++;
		}
	}

	private @Nullable Throwable attempt(Message message) {
		try {
			this.consumer.consume(RabbitMessages.read(message), SOURCE);
			return null;
		}
		catch (NotificationRejectedException ex) {
			if (ex.reason() != Reason.HANDLER_FAILED) {
				// A failed handler has been logged with its stack trace
				logger.warn("A notification of the queue '{}' is not handled: {}",
						message.getMessageProperties().getConsumerQueue(), ex.getMessage());
			}
			return ex;
		}
		catch (RuntimeException | Error ex) {
			logger.error("A notification of the queue '{}' could not be handled",
					message.getMessageProperties().getConsumerQueue(), ex);
			return ex;
		}
	}

	private void park(Message message, Throwable failure, int attempts) {
		try {
			this.parking.park(message, Setback.nameOf(failure), attempts);
		}
		catch (NotificationRejectedException ex) {
			logger.error("A notification cannot be parked as a dead letter, and is tried again after {}: {}",
					this.redelivery.maxBackoff(), ex.getMessage());
			sleep(this.redelivery.maxBackoff());
			throw new ImmediateRequeueAmqpException("not parked");
		}
	}

	/** A container that stops gives the message back, so that it is not waited for. */
	private void sleep(Duration time) {
		long end = System.nanoTime() + time.toNanos();
		try {
			for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
				if (!this.active.getAsBoolean()) {
					throw new ImmediateRequeueAmqpException("the application stops");
				}
				Thread.sleep(Duration.ofNanos(Math.min(left, LOOK_WHETHER_STOPPED.toNanos())).toMillis() + 1);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new ImmediateRequeueAmqpException("the thread was interrupted");
		}
	}

}
