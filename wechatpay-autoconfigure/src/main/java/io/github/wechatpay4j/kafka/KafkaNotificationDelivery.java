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
import io.github.wechatpay4j.delivery.EventKeys;
import io.github.wechatpay4j.delivery.NotificationDelivery;
import io.github.wechatpay4j.notification.NotificationOutcome;
import io.github.wechatpay4j.notification.NotificationProgress;
import io.github.wechatpay4j.notification.VerifiedNotification;
import org.apache.kafka.clients.producer.ProducerRecord;

import org.springframework.kafka.core.KafkaOperations;

/**
 * Stores notifications in a topic of Kafka. They are acknowledged to the platform when
 * the brokers have acknowledged them. Safe for use by many threads.
 */
public final class KafkaNotificationDelivery implements NotificationDelivery {

	private final KafkaOperations<String, byte[]> operations;

	private final EventKeys keys;

	private final String topic;

	private final Duration within;

	/**
	 * Creates a delivery.
	 * @param operations sends records; its producer waits for all replicas
	 * @param keys names business events: those of one business number keep their order
	 * @param topic where to store
	 * @param within how long storing may take
	 */
	public KafkaNotificationDelivery(KafkaOperations<String, byte[]> operations, EventKeys keys, String topic,
			Duration within) {
		this.operations = Objects.requireNonNull(operations, "operations");
		this.keys = Objects.requireNonNull(keys, "keys");
		this.topic = Objects.requireNonNull(topic, "topic");
		this.within = Objects.requireNonNull(within, "within");
	}

	/**
	 * Stores a notification.
	 * @throws NotificationRejectedException if Kafka has not acknowledged it in time; it
	 * may be stored nevertheless, which makes it a duplicate when it comes again
	 */
	@Override
	public NotificationOutcome deliver(VerifiedNotification notification, NotificationProgress progress) {
		ProducerRecord<String, byte[]> message = KafkaMessages.write(this.topic, this.keys.businessNumber(notification),
				notification);
		Acknowledgement.await(() -> this.operations.send(message), this.within,
				"the topic '" + this.topic + "' of Kafka");
		progress.stored();
		return NotificationOutcome.STORED;
	}

}
