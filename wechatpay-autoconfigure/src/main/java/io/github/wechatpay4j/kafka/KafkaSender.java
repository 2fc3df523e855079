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

package io.github.wechatpay4j.kafka;

import java.time.Duration;
import java.util.Objects;

import io.github.wechatpay4j.NotificationRejectedException;
import io.github.wechatpay4j.broker.Acknowledgement;
import io.github.wechatpay4j.broker.BrokerHealth;
import org.apache.kafka.clients.producer.ProducerRecord;

import org.springframework.kafka.core.KafkaOperations;

/**
 * Sends records and waits until Kafka has acknowledged them. Safe for use by many
 * threads.
 */
public final class KafkaSender {

	private final KafkaOperations<String, byte[]> operations;

	private final BrokerHealth health;

	private final Duration within;

	/**
	 * Creates a sender.
	 * @param operations sends records; its producer waits for all replicas
	 * @param health shows what cannot be sent
	 * @param within how long storing may take
	 */
	public KafkaSender(KafkaOperations<String, byte[]> operations, BrokerHealth health, Duration within) {
		this.operations = Objects.requireNonNull(operations, "operations");
		this.health = Objects.requireNonNull(health, "health");
		this.within = Objects.requireNonNull(within, "within");
	}

	/**
	 * Sends a record.
	 * @throws NotificationRejectedException if Kafka has not acknowledged it in time; it
	 * may be stored nevertheless
	 */
	void send(ProducerRecord<String, byte[]> message) {
		String trouble = "send-" + message.topic();
		try {
			Acknowledgement.await(() -> this.operations.send(message), this.within,
					"the topic '" + message.topic() + "' of Kafka");
		}
		catch (NotificationRejectedException ex) {
			this.health.trouble(trouble,
					"Kafka does not store what is sent to the topic '" + message.topic()
							+ "'. Check that its brokers are up, that the topic exists and that enough of its replicas"
							+ " are in sync (min.insync.replicas): " + ex.getMessage(),
					true);
			throw ex;
		}
		this.health.over(trouble);
	}

	/**
	 * How many partitions a topic has.
	 * @throws org.apache.kafka.common.KafkaException if that cannot be asked
	 */
	int partitions(String topic) {
		return this.operations.partitionsFor(topic).size();
	}

}
