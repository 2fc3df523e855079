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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.github.wechatpay4j.NotificationRejectedException;
import io.github.wechatpay4j.NotificationRejectedException.Reason;
import io.github.wechatpay4j.broker.Acknowledgement;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaOperations;

/**
 * The notifications in the dead-letter topic. Which of them have been replayed is known
 * by the committed offsets of a consumer group of its own. Safe for use by many threads;
 * who replays twice at a time makes duplicates, which are handled once.
 */
public final class KafkaDeadLetters {

	private static final Duration POLL = Duration.ofSeconds(1);

	/** So many polls without a record, and the brokers are taken for gone. */
	private static final int PATIENCE = 60;

	private final KafkaTopics topics;

	private final ConsumerFactory<String, byte[]> consumers;

	private final KafkaOperations<String, byte[]> operations;

	private final Duration within;

	/**
	 * Creates an access to dead letters.
	 * @param topics where they are
	 * @param consumers makes consumers
	 * @param operations sends records
	 * @param within how long storing one may take
	 */
	public KafkaDeadLetters(KafkaTopics topics, ConsumerFactory<String, byte[]> consumers,
			KafkaOperations<String, byte[]> operations, Duration within) {
		this.topics = Objects.requireNonNull(topics, "topics");
		this.consumers = Objects.requireNonNull(consumers, "consumers");
		this.operations = Objects.requireNonNull(operations, "operations");
		this.within = Objects.requireNonNull(within, "within");
	}

	/**
	 * Puts all dead letters back into the topic that have not been put back yet. What
	 * becomes a dead letter meanwhile is left for the next time.
	 * @return how many there were
	 * @throws NotificationRejectedException if one could not be stored; it and the
	 * following ones are left for the next time
	 */
	public int replay() {
		try (Consumer<String, byte[]> consumer = this.consumers.createConsumer(this.topics.group() + "-replay", null,
				"-replay")) {
			List<TopicPartition> partitions = consumer.partitionsFor(this.topics.deadLetters())
				.stream()
				.map((partition) -> new TopicPartition(partition.topic(), partition.partition()))
				.toList();
			consumer.assign(partitions);
			Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
			Set<TopicPartition> left = new HashSet<>(partitions);
			int count = 0;
			int idle = 0;
			while (isAnyLeft(left, consumer, ends)) {
				int moved = replay(consumer, ends);
				idle = (moved > 0) ? 0 : idle + 1;
				if (idle > PATIENCE) {
					throw new NotificationRejectedException(Reason.NOT_STORED, "Kafka gives no more dead letters: "
							+ count + " are put back, the rest is left for the next time");
				}
				count += moved;
			}
			return count;
		}
	}

	private static boolean isAnyLeft(Set<TopicPartition> left, Consumer<String, byte[]> consumer,
			Map<TopicPartition, Long> ends) {
		left.removeIf((partition) -> consumer.position(partition) >= ends.getOrDefault(partition, 0L));
		return !left.isEmpty();
	}

	private int replay(Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
		int count = 0;
		for (ConsumerRecord<String, byte[]> message : consumer.poll(POLL)) {
			TopicPartition partition = new TopicPartition(message.topic(), message.partition());
			if (message.offset() < ends.getOrDefault(partition, 0L)) {
				Acknowledgement.await(() -> this.operations.send(KafkaMessages.rewrite(this.topics.topic(), message)),
						this.within, "the topic '" + this.topics.topic() + "' of Kafka");
				consumer.commitSync(Map.of(partition, new OffsetAndMetadata(message.offset() + 1)));
				count++;
			}
		}
		return count;
	}

}
