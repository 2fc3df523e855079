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

import java.time.Duration;
import java.util.Objects;

import io.github.wechatpay4j.NotificationRejectedException;
import io.github.wechatpay4j.broker.Acknowledgement;
import io.github.wechatpay4j.broker.BrokerHealth;
import org.apache.rocketmq.client.apis.message.Message;
import org.apache.rocketmq.client.apis.producer.Producer;
import org.jspecify.annotations.Nullable;

/**
 * Sends messages and waits until RocketMQ has acknowledged them. Safe for use by many
 * threads.
 */
public final class RocketMqSender {

	private static final String TROUBLE = "send";

	private final BrokerHealth health;

	private final Duration within;

	private volatile @Nullable Producer producer;

	/**
	 * Creates a sender that is not connected yet.
	 * @param health shows what cannot be sent
	 * @param within how long storing may take
	 */
	public RocketMqSender(BrokerHealth health, Duration within) {
		this.health = Objects.requireNonNull(health, "health");
		this.within = Objects.requireNonNull(within, "within");
	}

	void connect(@Nullable Producer connected) {
		this.producer = connected;
	}

	/**
	 * Sends a message.
	 * @throws NotificationRejectedException if RocketMQ has not acknowledged it in time,
	 * or has not been reached yet: who waited for it would outstay the time that the
	 * platform waits
	 */
	void send(Message message) {
		try {
			Acknowledgement.await(() -> {
				Producer connected = this.producer;
				if (connected == null) {
					throw new IllegalStateException("RocketMQ has not been reached since the application started");
				}
				return connected.sendAsync(message);
			}, this.within, "the topic '" + message.getTopic() + "' of RocketMQ");
		}
		catch (NotificationRejectedException ex) {
			this.health.trouble(TROUBLE,
					"RocketMQ does not store what is sent to the topic '" + message.getTopic()
							+ "'. Check that its proxy and brokers are up and that the topic exists, with type NORMAL: "
							+ ex.getMessage(),
					true);
			throw ex;
		}
		this.health.over(TROUBLE);
	}

}
