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
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.github.wechatpay4j.broker.MessageHandling;
import io.github.wechatpay4j.broker.Verdict;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles records on threads of its own, and sends what is not done to where it is tried
 * again or parked. What cannot be sent there stays, and is tried again here.
 */
final class KafkaWork {

	private static final Logger logger = LoggerFactory.getLogger(KafkaWork.class);

	private final KafkaTopics topics;

	private final KafkaSender sender;

	private final MessageHandling handling;

	private final ScheduledThreadPoolExecutor threads;

	/** Partitions of the topic of retries that this node has. */
	private volatile Set<Integer> own = Set.of();

	KafkaWork(KafkaTopics topics, KafkaSender sender, MessageHandling handling, int concurrency) {
		this.topics = Objects.requireNonNull(topics, "topics");
		this.sender = Objects.requireNonNull(sender, "sender");
		this.handling = Objects.requireNonNull(handling, "handling");
		this.threads = new ScheduledThreadPoolExecutor(concurrency, (task) -> {
			Thread thread = new Thread(task, "wechatpay-kafka-worker");
			thread.setDaemon(true);
			return thread;
		});
		this.threads.setRemoveOnCancelPolicy(true);
	}

	void retryPartitions(Set<Integer> partitions) {
		this.own = partitions;
	}

	/** A window for a partition; what waits for its next attempt has no order. */
	PartitionWindow window(TopicPartition partition, long position) {
		return new PartitionWindow(partition, position,
				partition.topic().equals(this.topics.topic()) ? new KafkaLanes(this::schedule) : null);
	}

	void add(KafkaTask task) {
		KafkaLanes lanes = task.window().lanes();
		if (lanes != null) {
			lanes.add(task);
		}
		else {
			schedule(task);
		}
	}

	void close() {
		this.threads.shutdownNow();
		this.handling.close();
	}

	private void schedule(KafkaTask task) {
		schedule(task, KafkaMessages.wait(task.message(), System.currentTimeMillis()));
	}

	private void schedule(KafkaTask task, Duration wait) {
		try {
			Future<?> unused = this.threads.schedule(() -> work(task), wait.toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (RejectedExecutionException ex) {
			// Stopped: another node takes it
		}
	}

	private void work(KafkaTask task) {
		PartitionWindow window = task.window();
		if (!window.begin()) {
			return;
		}
		Duration again = null;
		try {
			again = handle(task);
			if (again == null) {
				window.finish(task.message());
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return;
		}
		catch (RuntimeException | Error ex) {
			logger.error("Message {} could not be handled", KafkaMessages.position(task.message()), ex);
			again = this.handling.redelivery().maxBackoff();
		}
		finally {
			window.end();
		}
		if (again != null) {
			schedule(task, again);
		}
		else {
			KafkaLanes lanes = window.lanes();
			if (lanes != null) {
				lanes.end(task);
			}
		}
	}

	/** Returns the wait until it is to be tried again here, nothing if it is finished. */
	private @Nullable Duration handle(KafkaTask task) throws InterruptedException {
		ConsumerRecord<String, byte[]> message = task.message();
		Verdict verdict = this.handling.handle(task::header, message.value(), KafkaMessages.position(message));
		if (task.window().isClosed()) {
			// Whoever has the partition now finds out how it stands
			this.handling.notParked(verdict);
			return null;
		}
		return switch (verdict.next()) {
			case DONE -> null;
			case HELD -> verdict.delay();
			case AGAIN -> retry(task, null, verdict);
			case ELSEWHERE -> retry(task, message, verdict);
			case PARK -> park(task, verdict);
		};
	}

	private @Nullable Duration retry(KafkaTask task, @Nullable ConsumerRecord<String, byte[]> handedOn,
			Verdict verdict) {
		try {
			Integer partition = (handedOn != null) ? elsewhere(handedOn) : null;
			this.sender.send(KafkaMessages.retry(this.topics.retries(), partition, task.message(), verdict));
			return null;
		}
		catch (RuntimeException ex) {
			logger.debug("Message {} cannot be sent to '{}'", KafkaMessages.position(task.message()),
					this.topics.retries(), ex);
			task.keep(verdict);
			return verdict.delay();
		}
	}

	private @Nullable Duration park(KafkaTask task, Verdict verdict) {
		ConsumerRecord<String, byte[]> message = task.message();
		try {
			this.sender.send(KafkaMessages.deadLetter(this.topics.deadLetters(), message, verdict));
		}
		catch (RuntimeException ex) {
			this.handling.notParked(verdict);
			task.keep(verdict);
			Duration pause = this.handling.redelivery().maxBackoff();
			logger.error("Message {} cannot be parked as a dead letter, which is tried again after {}: {}",
					KafkaMessages.position(message), pause, ex.getMessage());
			return pause;
		}
		this.handling.parked(verdict, task::header, message.value());
		return null;
	}

	/**
	 * A partition of another node, in turn; any other where this node has all of them.
	 */
	private Integer elsewhere(ConsumerRecord<String, byte[]> message) {
		int count = this.sender.partitions(this.topics.retries());
		int start = message.topic().equals(this.topics.retries()) ? message.partition() + 1
				: (int) (message.offset() % count);
		List<Integer> inTurn = IntStream.range(0, count).map((i) -> (start + i) % count).boxed().toList();
		Set<Integer> mine = this.own;
		return inTurn.stream().filter((each) -> !mine.contains(each)).findFirst().orElse(inTurn.get(0));
	}

}
