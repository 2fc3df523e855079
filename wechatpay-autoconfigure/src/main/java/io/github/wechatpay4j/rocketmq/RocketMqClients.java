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

package io.github.wechatpay4j.rocketmq;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;

import io.github.wechatpay4j.broker.BrokerHealth;
import io.github.wechatpay4j.broker.MessageHandling;
import org.apache.rocketmq.client.apis.ClientConfiguration;
import org.apache.rocketmq.client.apis.ClientException;
import org.apache.rocketmq.client.apis.ClientServiceProvider;
import org.apache.rocketmq.client.apis.consumer.FilterExpression;
import org.apache.rocketmq.client.apis.consumer.PushConsumer;
import org.apache.rocketmq.client.apis.producer.Producer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.SmartLifecycle;

/**
 * The clients of RocketMQ. Making one asks the server, so that both are made after the
 * application has started, and again and again until the server is there. Safe for use by
 * many threads.
 */
public final class RocketMqClients implements SmartLifecycle, DisposableBean {

	private static final Logger logger = LoggerFactory.getLogger(RocketMqClients.class);

	private static final Duration TRY_AGAIN = Duration.ofSeconds(5);

	private static final String UNREACHABLE = "unreachable";

	private final ClientConfiguration configuration;

	private final RocketMqSettings settings;

	private final RocketMqNotificationListener listener;

	private final RocketMqSender sender;

	private final BrokerHealth health;

	private final BooleanSupplier wanted;

	private volatile @Nullable Producer producer;

	private volatile @Nullable PushConsumer consumer;

	private @Nullable Thread starter;

	/**
	 * Creates clients that are not connected yet.
	 * @param configuration how to connect
	 * @param settings where notifications are
	 * @param handling handles notifications
	 * @param sender is given the connection
	 * @param health shows that RocketMQ cannot be reached
	 * @param wanted whether this node has handlers at all; otherwise it takes nothing
	 */
	public RocketMqClients(ClientConfiguration configuration, RocketMqSettings settings, MessageHandling handling,
			RocketMqSender sender, BrokerHealth health, BooleanSupplier wanted) {
		this.configuration = Objects.requireNonNull(configuration, "configuration");
		this.settings = Objects.requireNonNull(settings, "settings");
		this.listener = new RocketMqNotificationListener(handling, sender, settings.maxAttempts());
		this.sender = Objects.requireNonNull(sender, "sender");
		this.health = Objects.requireNonNull(health, "health");
		this.wanted = Objects.requireNonNull(wanted, "wanted");
	}

	@Override
	public synchronized void start() {
		if (this.starter == null) {
			this.starter = new Thread(this::connect, "wechatpay-rocketmq");
			this.starter.setDaemon(true);
			this.starter.start();
		}
	}

	@Override
	public void stop() {
		Thread starting;
		synchronized (this) {
			starting = this.starter;
			this.starter = null;
		}
		if (starting != null) {
			starting.interrupt();
			try {
				starting.join();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
		close(this.consumer);
		this.consumer = null;
	}

	@Override
	public synchronized boolean isRunning() {
		return this.starter != null;
	}

	/** After all that may still store notifications has stopped. */
	@Override
	public void destroy() {
		this.sender.connect(null);
		close(this.producer);
		this.producer = null;
	}

	private void connect() {
		while (!Thread.currentThread().isInterrupted()) {
			try {
				if (this.producer == null) {
					this.producer = ClientServiceProvider.loadService()
						.newProducerBuilder()
						.setClientConfiguration(this.configuration)
						.setTopics(this.settings.topic())
						.build();
					this.sender.connect(this.producer);
				}
				if (!this.wanted.getAsBoolean()) {
					logger.info(
							"This node has no @WechatPayListener for stored notifications, and takes none from '{}'",
							this.settings.topic());
					this.health.over(UNREACHABLE);
					return;
				}
				this.consumer = ClientServiceProvider.loadService()
					.newPushConsumerBuilder()
					.setClientConfiguration(this.configuration)
					.setConsumerGroup(this.settings.group())
					.setSubscriptionExpressions(Map.of(this.settings.topic(), FilterExpression.SUB_ALL))
					.setConsumptionThreadCount(this.settings.concurrency())
					.setMessageListener(this.listener)
					.build();
				this.health.over(UNREACHABLE);
				return;
			}
			catch (ClientException | RuntimeException ex) {
				this.health.trouble(UNREACHABLE,
						"RocketMQ cannot be used, which is tried again every " + TRY_AGAIN.toSeconds()
								+ " s. Check wechatpay.notification.rocketmq.endpoints, that its proxy"
								+ " is up and that topic and group exist: " + ex,
						true);
			}
			try {
				Thread.sleep(TRY_AGAIN.toMillis());
			}
			catch (InterruptedException ex) {
				return;
			}
		}
	}

	private static void close(@Nullable Closeable client) {
		if (client != null) {
			try {
				client.close();
			}
			catch (IOException ex) {
				logger.warn("A client of RocketMQ cannot be closed: {}", ex.toString());
			}
		}
	}

}
