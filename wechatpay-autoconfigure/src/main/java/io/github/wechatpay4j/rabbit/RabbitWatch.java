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

import java.util.List;
import java.util.Objects;

import io.github.wechatpay4j.broker.BrokerHealth;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.amqp.AmqpAuthenticationException;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.core.RabbitOperations;

/**
 * Looks whether RabbitMQ can be reached and the queues exist, and declares them where it
 * may. What it finds is shown by the health; its first look makes the connections that
 * the first notification needs. Safe for use by many threads.
 */
public final class RabbitWatch implements Runnable {

	private static final Logger logger = LoggerFactory.getLogger(RabbitWatch.class);

	private static final String UNREACHABLE = "unreachable";

	private static final String MISSING = "missing";

	private static final String DECLARING = "declaring";

	private final RabbitQueues queues;

	private final RabbitOperations operations;

	private final AmqpAdmin admin;

	private final boolean mayDeclare;

	private final BrokerHealth health;

	/**
	 * Creates a watch.
	 * @param queues what to look for
	 * @param operations whose connection to make
	 * @param admin asks and declares
	 * @param mayDeclare whether it may declare what is missing
	 * @param health shows what is found
	 */
	public RabbitWatch(RabbitQueues queues, RabbitOperations operations, AmqpAdmin admin, boolean mayDeclare,
			BrokerHealth health) {
		this.queues = Objects.requireNonNull(queues, "queues");
		this.operations = Objects.requireNonNull(operations, "operations");
		this.admin = Objects.requireNonNull(admin, "admin");
		this.mayDeclare = mayDeclare;
		this.health = Objects.requireNonNull(health, "health");
	}

	@Override
	public void run() {
		try {
			this.operations.execute((channel) -> channel);
			List<String> missing = this.queues.all().stream().filter((each) -> !exists(each)).toList();
			this.health.over(UNREACHABLE);
			if (missing.isEmpty()) {
				this.queues.all().forEach((each) -> this.health.quiet("send-" + each));
				this.health.over(MISSING);
				this.health.over(DECLARING);
			}
			else {
				this.health.trouble(MISSING,
						"RabbitMQ has no queue " + missing
								+ (this.mayDeclare ? ": somebody deleted it, with what was in it. It is declared again"
										: ": notifications cannot be stored, tried again or parked. Declare it, or set"
												+ " wechatpay.notification.rabbit.declare=true"),
						true);
				declare();
			}
		}
		catch (AmqpAuthenticationException ex) {
			unreachable("it refuses the user: " + ex.getMessage());
		}
		catch (AmqpException ex) {
			unreachable(ex.toString());
		}
	}

	/** Declares everything, where that may be done. Throws nothing. */
	public void declare() {
		if (!this.mayDeclare) {
			return;
		}
		try {
			this.queues.declare(this.admin);
			this.health.over(DECLARING);
		}
		catch (RuntimeException ex) {
			logger.debug("Queues cannot be declared", ex);
			Throwable cause = ex;
			while (cause.getCause() != null) {
				cause = cause.getCause();
			}
			this.health.trouble(DECLARING, "The queues " + this.queues.all() + " and the exchange '"
					+ this.queues.deadLetterExchange()
					+ "' cannot be declared. Check that this application may configure them and that they do not exist"
					+ " with other arguments: " + cause.getMessage(), true);
		}
	}

	private boolean exists(String queue) {
		return this.admin.getQueueInfo(queue) != null;
	}

	private void unreachable(String why) {
		this.health.trouble(UNREACHABLE, "RabbitMQ cannot be reached: notifications are answered with 503 and come"
				+ " again, what is stored waits. Check spring.rabbitmq.* and that it is up: " + why, true);
	}

}
