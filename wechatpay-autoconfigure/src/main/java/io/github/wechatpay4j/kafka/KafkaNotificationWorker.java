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
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

import io.github.wechatpay4j.broker.BrokerHealth;
import io.github.wechatpay4j.broker.MessageHandling;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;

/**
 * Takes records from the topics and has them handled. Its thread does nothing but poll
 * and commit, however long handlers take: Kafka never takes this node for dead because of
 * them, and none of them holds up others of its partition.
 */
public final class KafkaNotificationWorker implements SmartLifecycle, DisposableBean {

	private static final Logger logger = LoggerFactory.getLogger(KafkaNotificationWorker.class);

	private static final Duration POLL = Duration.ofMillis(200);

	private static final Duration COMMIT = Duration.ofSeconds(5);

	private static final Duration HAND_OVER = Duration.ofSeconds(5);

	private static final Duration CONNECT_AGAIN = Duration.ofSeconds(5);

	private static final Duration WITHOUT_RETRIES = Duration.ofMinutes(1);

	private static final String TROUBLE = "consumer";

	private static final String UNAUTHORIZED = "retries-unauthorized";

	private final KafkaTopics topics;

	private final ConsumerFactory<String, byte[]> consumers;

	private final KafkaWork work;

	private final BrokerHealth health;

	private final Duration stopWithin;

	private final BooleanSupplier wanted;

	private final Map<TopicPartition, PartitionWindow> windows = new HashMap<>();

	private CountDownLatch stopping = new CountDownLatch(1);

	private volatile @Nullable Thread thread;

	private long withoutRetriesUntil = System.nanoTime();

	/**
	 * Creates a worker, to be started when all handlers exist.
	 * @param topics where notifications are
	 * @param consumers makes consumers that commit nothing by themselves
	 * @param sender sends what is tried again and dead letters
	 * @param handling handles notifications
	 * @param health shows that Kafka cannot be used
	 * @param concurrency notifications that this node handles at a time
	 * @param wanted whether this node has handlers at all
	 */
	public KafkaNotificationWorker(KafkaTopics topics, ConsumerFactory<String, byte[]> consumers, KafkaSender sender,
			MessageHandling handling, BrokerHealth health, int concurrency, BooleanSupplier wanted) {
		this.topics = Objects.requireNonNull(topics, "topics");
		this.consumers = Objects.requireNonNull(consumers, "consumers");
		this.work = new KafkaWork(topics, sender, handling, concurrency);
		this.health = Objects.requireNonNull(health, "health");
		this.stopWithin = handling.redelivery().lease();
		this.wanted = Objects.requireNonNull(wanted, "wanted");
	}

	@Override
	public synchronized void start() {
		if (this.thread != null) {
			return;
		}
		if (!this.wanted.getAsBoolean()) {
			logger.info("This node has no @WechatPayListener for stored notifications, and takes none from '{}'",
					this.topics.topic());
			return;
		}
		this.stopping = new CountDownLatch(1);
		Thread polling = new Thread(this::run, "wechatpay-kafka-consumer");
		this.thread = polling;
		polling.start();
	}

	@Override
	public void stop() {
		Thread polling = this.thread;
		this.stopping.countDown();
		if (polling != null) {
			try {
				polling.join();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
	}

	@Override
	public void stop(Runnable callback) {
		Thread stopper = new Thread(() -> {
			stop();
			callback.run();
		}, "wechatpay-kafka-stop");
		stopper.setDaemon(true);
		stopper.start();
	}

	@Override
	public boolean isRunning() {
		return this.thread != null;
	}

	/** What is still running is interrupted. */
	@Override
	public void destroy() {
		this.work.close();
	}

	private void run() {
		try {
			while (isWanted()) {
				try (Consumer<String, byte[]> consumer = this.consumers.createConsumer(this.topics.group(), null,
						null)) {
					consume(consumer);
				}
				catch (TopicAuthorizationException ex) {
					unauthorized(ex);
				}
				catch (RuntimeException | Error ex) {
					// An Error too: without this thread nothing is handled any more
					failed(ex);
				}
			}
		}
		finally {
			this.thread = null;
		}
	}

	private boolean isWanted() {
		return this.stopping.getCount() > 0;
	}

	private void consume(Consumer<String, byte[]> consumer) {
		this.windows.clear();
		this.work.retryPartitions(Set.of());
		boolean all = this.withoutRetriesUntil - System.nanoTime() <= 0;
		consumer.subscribe(all ? List.of(this.topics.topic(), this.topics.retries()) : List.of(this.topics.topic()),
				new Rebalances(consumer));
		while (isWanted() && (all || this.withoutRetriesUntil - System.nanoTime() > 0)) {
			for (ConsumerRecord<String, byte[]> message : consumer.poll(POLL)) {
				PartitionWindow window = this.windows.get(new TopicPartition(message.topic(), message.partition()));
				if (window != null) {
					window.add(message);
					this.work.add(new KafkaTask(message, window));
				}
			}
			this.health.over(TROUBLE);
			commit(consumer, this.windows.values(), false);
			regulate(consumer);
		}
		if (all) {
			this.health.over(UNAUTHORIZED);
		}
		handOver(consumer, this.windows.values(), this.stopWithin);
	}

	/** So that memory is bounded. */
	private void regulate(Consumer<String, byte[]> consumer) {
		for (PartitionWindow window : this.windows.values()) {
			boolean full = window.isFull();
			if (full != window.isPaused()) {
				if (full) {
					consumer.pause(List.of(window.partition()));
				}
				else {
					consumer.resume(List.of(window.partition()));
				}
				window.setPaused(full);
			}
		}
	}

	private void commit(Consumer<String, byte[]> consumer, Collection<PartitionWindow> of, boolean wait) {
		Map<TopicPartition, OffsetAndMetadata> marks = new HashMap<>();
		for (PartitionWindow window : of) {
			Long mark = window.mark();
			if (mark != null) {
				marks.put(window.partition(), new OffsetAndMetadata(mark));
				window.committed(mark);
			}
		}
		if (marks.isEmpty()) {
			return;
		}
		if (wait) {
			consumer.commitSync(marks, COMMIT);
		}
		else {
			List<PartitionWindow> windows = List.copyOf(of);
			consumer.commitAsync(marks, (committed, ex) -> {
				if (ex != null) {
					logger.debug("Offsets are not committed yet", ex);
					windows.forEach(PartitionWindow::notCommitted);
				}
			});
		}
	}

	/** Lets handlers end that have begun, and gives up the rest. */
	private void handOver(Consumer<String, byte[]> consumer, Collection<PartitionWindow> given, Duration within) {
		given.forEach(PartitionWindow::closing);
		long end = System.nanoTime() + within.toNanos();
		try {
			while (given.stream().anyMatch(PartitionWindow::isRunning) && end - System.nanoTime() > 0) {
				Thread.sleep(20);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		given.forEach(PartitionWindow::close);
		try {
			commit(consumer, given, true);
		}
		catch (KafkaException ex) {
			logger.debug("Offsets are not committed: what is done is looked at again", ex);
		}
	}

	private void unauthorized(TopicAuthorizationException ex) {
		this.windows.values().forEach(PartitionWindow::close);
		if (ex.unauthorizedTopics().contains(this.topics.topic())) {
			failed(ex);
			return;
		}
		this.withoutRetriesUntil = System.nanoTime() + WITHOUT_RETRIES.toNanos();
		this.health.trouble(UNAUTHORIZED, "This application may not read the topic '" + this.topics.retries()
				+ "': what fails or is handed on by another node waits there. Allow it to read and write that topic",
				true);
	}

	private void failed(Throwable ex) {
		this.windows.values().forEach(PartitionWindow::close);
		if (ex instanceof WakeupException || !isWanted()) {
			return;
		}
		this.health.trouble(TROUBLE, "Notifications cannot be read from the topic '" + this.topics.topic()
				+ "' of Kafka, which is tried again every " + CONNECT_AGAIN.toSeconds()
				+ " s. Check that its brokers can be reached and that this application may read the topic as group '"
				+ this.topics.group() + "': " + ex, true);
		try {
			this.stopping.await(CONNECT_AGAIN.toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	/** Called by the consumer's thread. */
	private final class Rebalances implements ConsumerRebalanceListener {

		private final Consumer<String, byte[]> consumer;

		Rebalances(Consumer<String, byte[]> consumer) {
			this.consumer = consumer;
		}

		@Override
		public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
			for (TopicPartition each : partitions) {
				KafkaNotificationWorker.this.windows.put(each,
						KafkaNotificationWorker.this.work.window(each, this.consumer.position(each)));
			}
			changed();
		}

		@Override
		public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
			List<PartitionWindow> given = remove(partitions);
			handOver(this.consumer, given, HAND_OVER);
			changed();
		}

		@Override
		public void onPartitionsLost(Collection<TopicPartition> partitions) {
			remove(partitions).forEach(PartitionWindow::close);
			changed();
		}

		private List<PartitionWindow> remove(Collection<TopicPartition> partitions) {
			List<PartitionWindow> removed = new ArrayList<>();
			partitions.forEach((each) -> {
				PartitionWindow window = KafkaNotificationWorker.this.windows.remove(each);
				if (window != null) {
					removed.add(window);
				}
			});
			return removed;
		}

		private void changed() {
			KafkaNotificationWorker.this.work.retryPartitions(KafkaNotificationWorker.this.windows.keySet()
				.stream()
				.filter((each) -> each.topic().equals(KafkaNotificationWorker.this.topics.retries()))
				.map(TopicPartition::partition)
				.collect(Collectors.toUnmodifiableSet()));
		}

	}

}
