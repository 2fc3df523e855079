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

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.ToIntFunction;

import io.github.wechatpay4j.NotificationRejectedException;
import io.github.wechatpay4j.broker.NotificationMessages;
import io.github.wechatpay4j.broker.Setback;
import io.github.wechatpay4j.delivery.DeadLetters;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer.HeaderNames.HeadersToAdd;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * Parks a record in the dead-letter topic, and tells the application when it is there. A
 * record that cannot be parked is not skipped.
 */
final class DeadLetterRecoverer implements ConsumerRecordRecoverer {

	private static final Logger logger = LoggerFactory.getLogger(DeadLetterRecoverer.class);

	private final DeadLetterPublishingRecoverer publisher;

	private final DeadLetters deadLetters;

	private final MessageListenerContainer container;

	private final Duration pause;

	private ToIntFunction<ConsumerRecord<?, ?>> attempts = (message) -> 1;

	DeadLetterRecoverer(KafkaOperations<String, byte[]> operations, String topic, DeadLetters deadLetters,
			MessageListenerContainer container, Duration pause) {
		this.publisher = new DeadLetterPublishingRecoverer(operations,
				(message, exception) -> new TopicPartition(topic, -1));
		// Messages and stack traces of exceptions may tell what the notification hides
		this.publisher.excludeHeader(HeadersToAdd.EXCEPTION, HeadersToAdd.EX_CAUSE, HeadersToAdd.EX_MSG,
				HeadersToAdd.EX_STACKTRACE);
		this.publisher.addHeadersFunction(DeadLetterRecoverer::reason);
		this.deadLetters = deadLetters;
		this.container = container;
		this.pause = pause;
	}

	/**
	 * Tells how often a record has been tried; the error handler that knows it needs us
	 * first.
	 */
	void countAttempts(ToIntFunction<ConsumerRecord<?, ?>> counter) {
		this.attempts = counter;
	}

	@Override
	public void accept(ConsumerRecord<?, ?> message, @Nullable Exception exception) {
		int count = this.attempts.applyAsInt(message);
		try {
			this.publisher.accept(message, null, (exception != null) ? exception : new IllegalStateException());
		}
		catch (RuntimeException ex) {
			logger.error("Notification {}-{}@{} cannot be parked as a dead letter, and is tried again after {}",
					message.topic(), message.partition(), message.offset(), this.pause);
			PartitionPause.pause(this.container, new TopicPartition(message.topic(), message.partition()), this.pause);
			throw ex;
		}
		tell(message, count);
	}

	@SuppressWarnings("unchecked")
	private void tell(ConsumerRecord<?, ?> message, int count) {
		try {
			this.deadLetters.parked(KafkaMessages.read((ConsumerRecord<String, byte[]>) message), count);
		}
		catch (NotificationRejectedException ex) {
			logger.error("Message {}-{}@{} is none of ours and parked as a dead letter", message.topic(),
					message.partition(), message.offset());
		}
	}

	private static Headers reason(ConsumerRecord<?, ?> message, Exception exception) {
		NotHandledException failure = NotHandledException.in(exception);
		String reason = (failure != null) ? failure.reason() : Setback.nameOf(exception);
		RecordHeaders headers = new RecordHeaders();
		headers.add(new DeadLetterPublishingRecoverer.SingleRecordHeader(NotificationMessages.REASON,
				reason.getBytes(StandardCharsets.UTF_8)));
		return headers;
	}

}
