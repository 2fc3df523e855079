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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.DirectExchange;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.QueueBuilder;

/**
 * Where notifications are.
 *
 * @param queue where they are stored
 * @param deadLetterExchange what dead letters are sent to
 * @param deadLetters where those are that could not be handled
 * @param delays the waits before a next attempt; each has a queue, which gives back what
 * has waited
 */
public record RabbitQueues(String queue, String deadLetterExchange, String deadLetters, List<Duration> delays) {

	/** Its routing keys are the names of queues. */
	static final String DEFAULT_EXCHANGE = "";

	public RabbitQueues {
		Objects.requireNonNull(queue, "queue");
		Objects.requireNonNull(deadLetterExchange, "deadLetterExchange");
		Objects.requireNonNull(deadLetters, "deadLetters");
		delays = List.copyOf(delays);
	}

	/**
	 * The queue in which a message waits. A wait belongs to its name: RabbitMQ changes no
	 * queue that exists.
	 * @param delay one of {@link #delays()}
	 * @return its name
	 */
	public String retries(Duration delay) {
		return this.queue + ".retry." + delay.toMillis();
	}

	/**
	 * All queues.
	 * @return their names
	 */
	public List<String> all() {
		List<String> names = new ArrayList<>(List.of(this.queue, this.deadLetters));
		this.delays.forEach((delay) -> names.add(retries(delay)));
		return names;
	}

	/**
	 * Declares the quorum queues and the exchange. What RabbitMQ itself takes from the
	 * queue, because nodes crash on it again and again, becomes a dead letter as well,
	 * and leaves the queue only when it is one.
	 * @param admin declares
	 */
	public void declare(AmqpAdmin admin) {
		Queue parked = QueueBuilder.durable(this.deadLetters).quorum().build();
		DirectExchange exchange = new DirectExchange(this.deadLetterExchange);
		admin.declareExchange(exchange);
		admin.declareQueue(parked);
		admin.declareBinding(BindingBuilder.bind(parked).to(exchange).with(this.queue));
		admin.declareQueue(handingOver(this.queue, this.deadLetterExchange).build());
		for (Duration delay : this.delays) {
			admin.declareQueue(
					handingOver(retries(delay), DEFAULT_EXCHANGE).ttl(Math.toIntExact(delay.toMillis())).build());
		}
	}

	/** What leaves it for the exchange is gone only when it has arrived. */
	private QueueBuilder handingOver(String name, String exchange) {
		return QueueBuilder.durable(name)
			.quorum()
			.deadLetterExchange(exchange)
			.deadLetterRoutingKey(this.queue)
			.overflow(QueueBuilder.Overflow.rejectPublish)
			.withArgument("x-dead-letter-strategy", "at-least-once");
	}

}
