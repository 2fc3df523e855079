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

import io.github.wechatpay4j.broker.Redelivery;
import io.github.wechatpay4j.broker.Setback;
import io.github.wechatpay4j.delivery.DeadLetters;
import io.github.wechatpay4j.delivery.NotificationConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.support.TopicPartitionOffset;
import org.springframework.util.backoff.BackOff;

/**
 * Makes the listener container that handles what is stored in the topic. A record's
 * offset is committed when it is handled or parked.
 */
public final class KafkaNotificationContainers {

	private static final Duration RETRY_WHEN_NOT_AUTHORIZED = Duration.ofSeconds(10);

	private KafkaNotificationContainers() {
	}

	/**
	 * Makes a container, to be started when all handlers exist.
	 * @param topics where notifications are
	 * @param consumers makes consumers that get one record at a time and commit nothing
	 * by themselves
	 * @param operations sends dead letters
	 * @param consumer handles notifications
	 * @param deadLetters is told of dead letters
	 * @param redelivery when to try again
	 * @param concurrency consumers of this node
	 * @return the container
	 */
	public static ConcurrentMessageListenerContainer<String, byte[]> create(KafkaTopics topics,
			ConsumerFactory<String, byte[]> consumers, KafkaOperations<String, byte[]> operations,
			NotificationConsumer consumer, DeadLetters deadLetters, Redelivery redelivery, int concurrency) {
		ContainerProperties properties = new ContainerProperties(topics.topic());
		properties.setGroupId(topics.group());
		properties.setMessageListener(new KafkaNotificationListener(consumer));
		properties.setAckMode(ContainerProperties.AckMode.RECORD);
		properties.setStopImmediate(true);
		properties.setShutdownTimeout(redelivery.lease().toMillis());
		properties.setMissingTopicsFatal(false);
		properties.setAuthExceptionRetryInterval(RETRY_WHEN_NOT_AUTHORIZED);
		ConcurrentMessageListenerContainer<String, byte[]> container = new ConcurrentMessageListenerContainer<>(
				consumers, properties);
		container.setConcurrency(concurrency);
		DeadLetterRecoverer recoverer = new DeadLetterRecoverer(operations, topics.deadLetters(), deadLetters,
				container, redelivery.maxBackoff());
		container.setCommonErrorHandler(errorHandler(recoverer, redelivery));
		return container;
	}

	private static DefaultErrorHandler errorHandler(DeadLetterRecoverer recoverer, Redelivery redelivery) {
		DefaultErrorHandler handler = new DefaultErrorHandler(recoverer, redelivery.backOff(Setback.TEMPORARY),
				new PartitionPause());
		handler.setBackOffFunction((message, exception) -> backOff(redelivery, exception));
		// Failures have been logged where they happened
		handler.setLogLevel(org.springframework.kafka.KafkaException.Level.DEBUG);
		recoverer.countAttempts((message) -> attempts(handler, message));
		return handler;
	}

	private static BackOff backOff(Redelivery redelivery, Exception exception) {
		NotHandledException failure = NotHandledException.in(exception);
		return redelivery.backOff((failure != null) ? failure.setback() : Setback.of(exception));
	}

	/** What the handler tells is the number of the next attempt, if it counts already. */
	private static int attempts(DefaultErrorHandler handler, ConsumerRecord<?, ?> message) {
		int next = handler
			.deliveryAttempt(new TopicPartitionOffset(message.topic(), message.partition(), message.offset()));
		return Math.max(1, next - 1);
	}

}
