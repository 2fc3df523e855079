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
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

import io.github.wechatpay4j.NotificationRejectedException;
import io.github.wechatpay4j.NotificationRejectedException.Reason;
import io.github.wechatpay4j.broker.DeadLetterReplay;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.kafka.core.ConsumerFactory;

/**
 * The notifications in the dead-letter topic. A replay is claimed for each dead letter,
 * and what is replayed is deleted from the topic: it is replayed once, also by several
 * nodes at a time, and whatever becomes of committed offsets. Safe for use by many
 * threads.
 */
public final class KafkaDeadLetters {

	private static final Logger logger = LoggerFactory.getLogger(KafkaDeadLetters.class);

	private static final Duration POLL = Duration.ofMillis(500);

	/** So many polls without a record, and the brokers are taken for gone. */
	private static final int PATIENCE = 120;

	private final KafkaTopics topics;

	private final ConsumerFactory<String, byte[]> consumers;

	private final Supplier<Admin> admins;

	private final KafkaSender sender;

	private final DeadLetterReplay replay;

	/**
	 * Creates an access to dead letters.
	 * @param topics where they are
	 * @param consumers makes consumers
	 * @param admins makes what deletes records
	 * @param sender sends records
	 * @param replay claims what is replayed
	 */
	public KafkaDeadLetters(KafkaTopics topics, ConsumerFactory<String, byte[]> consumers, Supplier<Admin> admins,
			KafkaSender sender, DeadLetterReplay replay) {
		this.topics = Objects.requireNonNull(topics, "topics");
		this.consumers = Objects.requireNonNull(consumers, "consumers");
		this.admins = Objects.requireNonNull(admins, "admins");
		this.sender = Objects.requireNonNull(sender, "sender");
		this.replay = Objects.requireNonNull(replay, "replay");
	}

	/**
	 * Puts all dead letters back into the topic that are there now and that nobody else
	 * is putting back. What becomes a dead letter meanwhile is left for the next time.
	 * @return how many this call has put back
	 * @throws NotificationRejectedException if one could not be stored, or the store of
	 * claims cannot be asked; it and the following ones are left for the next time
	 */
	public int replay() {
		try (Consumer<String, byte[]> consumer = this.consumers.createConsumer(this.topics.group() + "-replay", null,
				"-replay"); Admin admin = this.admins.get()) {
			List<TopicPartition> all = consumer.partitionsFor(this.topics.deadLetters())
				.stream()
				.map((partition) -> new TopicPartition(partition.topic(), partition.partition()))
				.toList();
			Round round = new Round(consumer, admin, new HashMap<>(consumer.endOffsets(all)));
			// As a member of the group: a partition is one node's at a time
			consumer.subscribe(List.of(this.topics.deadLetters()), round);
			int idle = 0;
			while (!round.isOver()) {
				idle = round.next() ? 0 : idle + 1;
				if (idle > PATIENCE) {
					throw new NotificationRejectedException(Reason.NOT_STORED, "Kafka gives no more dead letters: "
							+ round.count + " are put back, the rest is left for the next time");
				}
			}
			return round.count;
		}
	}

	private final class Round implements ConsumerRebalanceListener {

		private final Consumer<String, byte[]> consumer;

		private final Admin admin;

		private final Map<TopicPartition, Long> ends;

		private final Set<TopicPartition> left = new HashSet<>();

		private boolean assigned;

		private int count;

		Round(Consumer<String, byte[]> consumer, Admin admin, Map<TopicPartition, Long> ends) {
			this.consumer = consumer;
			this.admin = admin;
			this.ends = ends;
		}

		boolean isOver() {
			this.left
				.removeIf((partition) -> this.consumer.position(partition) >= this.ends.getOrDefault(partition, 0L));
			return this.assigned && this.left.isEmpty();
		}

		boolean next() {
			Map<TopicPartition, Long> done = new HashMap<>();
			boolean any = false;
			try {
				for (ConsumerRecord<String, byte[]> message : this.consumer.poll(POLL)) {
					any = true;
					TopicPartition partition = new TopicPartition(message.topic(), message.partition());
					if (this.left.contains(partition) && message.offset() < this.ends.getOrDefault(partition, 0L)) {
						if (put(message)) {
							done.put(partition, message.offset() + 1);
						}
						else {
							this.left.remove(partition);
						}
					}
				}
			}
			finally {
				commit(done);
			}
			return any;
		}

		/** Returns whether it is in the topic again, whoever has put it there. */
		private boolean put(ConsumerRecord<String, byte[]> message) {
			try {
				if (KafkaDeadLetters.this.replay.replay(KafkaMessages.name(message),
						(name) -> KafkaMessages.header(message, name), message.value(),
						() -> KafkaDeadLetters.this.sender
							.send(KafkaMessages.replay(KafkaDeadLetters.this.topics.topic(), message)))) {
					this.count++;
				}
				return true;
			}
			catch (NotificationRejectedException ex) {
				if (ex.reason() == Reason.IN_PROGRESS) {
					return false;
				}
				throw ex;
			}
		}

		private void commit(Map<TopicPartition, Long> done) {
			if (done.isEmpty()) {
				return;
			}
			Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
			Map<TopicPartition, RecordsToDelete> deletions = new HashMap<>();
			done.forEach((partition, offset) -> {
				offsets.put(partition, new OffsetAndMetadata(offset));
				deletions.put(partition, RecordsToDelete.beforeOffset(offset));
			});
			try {
				this.consumer.commitSync(offsets);
			}
			catch (RuntimeException ex) {
				logger.debug("Offsets of replayed dead letters are not committed", ex);
			}
			try {
				this.admin.deleteRecords(deletions).all().get();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			catch (ExecutionException | RuntimeException ex) {
				logger
					.warn("Replayed dead letters cannot be deleted from '{}', which keeps them from being replayed again"
							+ " when the offsets of group '{}-replay' have expired. Allow this application to delete records"
							+ " there: {}", KafkaDeadLetters.this.topics.deadLetters(),
							KafkaDeadLetters.this.topics.group(), String.valueOf(ex.getMessage()));
			}
		}

		@Override
		public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
			this.assigned = true;
			this.left.addAll(partitions);
		}

		@Override
		public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
			this.left.removeAll(partitions);
		}

	}

}
