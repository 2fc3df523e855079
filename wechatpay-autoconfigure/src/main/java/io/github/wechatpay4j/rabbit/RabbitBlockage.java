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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.github.wechatpay4j.broker.BrokerHealth;
import org.jspecify.annotations.Nullable;

import org.springframework.amqp.rabbit.connection.Connection;
import org.springframework.amqp.rabbit.connection.ConnectionListener;

/**
 * Knows whether RabbitMQ takes messages: while it is short of memory or disk space it
 * blocks connections that send. Safe for use by many threads.
 */
public final class RabbitBlockage implements ConnectionListener {

	private static final String TROUBLE = "blocked";

	private final BrokerHealth health;

	private final Set<com.rabbitmq.client.Connection> blocked = ConcurrentHashMap.newKeySet();

	private volatile String reason = "";

	/**
	 * Creates a blockage that knows of none.
	 * @param health shows it
	 */
	public RabbitBlockage(BrokerHealth health) {
		this.health = Objects.requireNonNull(health, "health");
	}

	@Override
	public void onCreate(@Nullable Connection connection) {
		com.rabbitmq.client.Connection delegate = (connection != null) ? connection.getDelegate() : null;
		if (delegate == null) {
			return;
		}
		delegate.addBlockedListener((why) -> block(delegate, why), () -> unblock(delegate));
		delegate.addShutdownListener((cause) -> unblock(delegate));
	}

	boolean isBlocked() {
		return !this.blocked.isEmpty();
	}

	String reason() {
		return this.reason;
	}

	private void block(com.rabbitmq.client.Connection connection, String why) {
		this.reason = why;
		this.blocked.add(connection);
		this.health.trouble(TROUBLE, "RabbitMQ blocks this application's connection (" + why
				+ "): notifications are answered with 503 and come again. Give it memory or disk space; 'rabbitmqctl"
				+ " list_alarms' names the alarm", true);
	}

	private void unblock(com.rabbitmq.client.Connection connection) {
		if (this.blocked.remove(connection) && this.blocked.isEmpty()) {
			this.health.over(TROUBLE);
		}
	}

}
