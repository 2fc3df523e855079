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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

import io.github.wechatpay4j.NotificationRejectedException;
import io.github.wechatpay4j.broker.MessageHandling;
import io.github.wechatpay4j.broker.Verdict;
import io.github.wechatpay4j.broker.Verdict.Next;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.amqp.ImmediateRequeueAmqpException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageListener;

/**
 * Handles notifications that RabbitMQ delivers. What is not done waits in a queue, not
 * here; a message is acknowledged when it is done, or another one is confirmed in its
 * place.
 */
final class RabbitNotificationListener implements MessageListener {

	private static final Logger logger = LoggerFactory.getLogger(RabbitNotificationListener.class);

	private static final Duration LOOK_WHETHER_STOPPED = Duration.ofMillis(100);

	private static final Duration SEND_AGAIN = Duration.ofSeconds(2);

	private static final Duration LONGEST_YIELD = Duration.ofSeconds(5);

	/** So many in a row, and this node can handle nothing. */
	private static final int USELESS = 3;

	private final RabbitQueues queues;

	private final RabbitSender sender;

	private final MessageHandling handling;

	private final BooleanSupplier active;

	private final AtomicInteger handedOn = new AtomicInteger();

	RabbitNotificationListener(RabbitQueues queues, RabbitSender sender, MessageHandling handling,
			BooleanSupplier active) {
		this.queues = queues;
		this.sender = sender;
		this.handling = handling;
		this.active = active;
	}

	@Override
	public void onMessage(Message message) {
		try {
			Verdict verdict = this.handling.handle((name) -> RabbitMessages.header(message, name), message.getBody(),
					position(message));
			switch (verdict.next()) {
				case DONE -> {
				}
				case HELD, AGAIN, ELSEWHERE -> retry(message, verdict);
				case PARK -> park(message, verdict);
			}
			leaveToOthers(verdict);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new ImmediateRequeueAmqpException("the thread was interrupted");
		}
	}

	private void retry(Message message, Verdict verdict) throws InterruptedException {
		send(RabbitQueues.DEFAULT_EXCHANGE, this.queues.retries(verdict.delay()),
				RabbitMessages.retry(message, verdict), verdict);
	}

	private void park(Message message, Verdict verdict) throws InterruptedException {
		send(this.queues.deadLetterExchange(), this.queues.queue(), RabbitMessages.deadLetter(message, verdict),
				verdict);
		this.handling.parked(verdict, (name) -> RabbitMessages.header(message, name), message.getBody());
	}

	/**
	 * Again and again: a message that went back to the queue would be delivered at once,
	 * and after too many times be taken for poison.
	 */
	private void send(String exchange, String routingKey, Message message, Verdict verdict)
			throws InterruptedException {
		while (true) {
			try {
				this.sender.send(exchange, routingKey, message);
				return;
			}
			catch (NotificationRejectedException ex) {
				logger.debug("A message cannot be sent to '{}' yet: {}", routingKey, ex.getMessage());
				try {
					sleep(SEND_AGAIN);
				}
				catch (ImmediateRequeueAmqpException stopped) {
					this.handling.notParked(verdict);
					throw stopped;
				}
			}
		}
	}

	/**
	 * A node that can handle nothing leaves messages to others, instead of being the
	 * fastest.
	 */
	private void leaveToOthers(Verdict verdict) throws InterruptedException {
		if (verdict.next() != Next.ELSEWHERE) {
			this.handedOn.set(0);
			return;
		}
		int count = this.handedOn.incrementAndGet() - USELESS;
		if (count > 0) {
			long millis = LOOK_WHETHER_STOPPED.toMillis() << Math.min(count, 6);
			try {
				sleep(Duration.ofMillis(Math.min(LONGEST_YIELD.toMillis(), millis)));
			}
			catch (ImmediateRequeueAmqpException ex) {
				// Stopped: it is handed on, and acknowledged now
			}
		}
	}

	/** A container that stops gives the message back, so that it is not waited for. */
	private void sleep(Duration time) throws InterruptedException {
		long end = System.nanoTime() + time.toNanos();
		for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
			if (!this.active.getAsBoolean()) {
				throw new ImmediateRequeueAmqpException("the application stops");
			}
			Thread.sleep(Duration.ofNanos(Math.min(left, LOOK_WHETHER_STOPPED.toNanos())).toMillis() + 1);
		}
	}

	private static String position(Message message) {
		return "of the queue '" + message.getMessageProperties().getConsumerQueue() + "'";
	}

}
