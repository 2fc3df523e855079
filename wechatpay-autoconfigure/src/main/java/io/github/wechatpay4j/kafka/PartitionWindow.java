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

import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The records of a partition that this node has taken and not finished. They are finished
 * in any order; what may be committed is everything before the first that is not.
 */
final class PartitionWindow {

	private static final int MOST = 500;

	private static final long MOST_BYTES = 16L * 1024 * 1024;

	/** What is finished behind one that is not would be looked at again after a crash. */
	private static final long LONGEST = 100_000;

	private final TopicPartition partition;

	private final @Nullable KafkaLanes lanes;

	private final ConcurrentSkipListSet<Long> open = new ConcurrentSkipListSet<>();

	private final AtomicLong bytes = new AtomicLong();

	private final AtomicInteger running = new AtomicInteger();

	private volatile long next;

	private volatile boolean closing;

	private volatile boolean closed;

	private long committed;

	private boolean paused;

	PartitionWindow(TopicPartition partition, long position, @Nullable KafkaLanes lanes) {
		this.partition = partition;
		this.lanes = lanes;
		this.next = position;
		this.committed = position;
	}

	TopicPartition partition() {
		return this.partition;
	}

	/** What keeps an order, {@code null} where there is none. */
	@Nullable KafkaLanes lanes() {
		return this.lanes;
	}

	/** Called by the consumer's thread, in the order of the partition. */
	void add(ConsumerRecord<String, byte[]> message) {
		this.open.add(message.offset());
		this.bytes.addAndGet(size(message));
		this.next = message.offset() + 1;
	}

	void finish(ConsumerRecord<String, byte[]> message) {
		if (this.open.remove(message.offset())) {
			this.bytes.addAndGet(-size(message));
		}
	}

	/**
	 * Begins to handle a record.
	 * @return {@code false} if nothing begins any more
	 */
	boolean begin() {
		this.running.incrementAndGet();
		if (this.closing) {
			this.running.decrementAndGet();
			return false;
		}
		return true;
	}

	void end() {
		this.running.decrementAndGet();
	}

	boolean isRunning() {
		return this.running.get() > 0;
	}

	/** Nothing begins any more. */
	void closing() {
		this.closing = true;
	}

	/** What is not finished is another node's from now on. */
	void close() {
		this.closing = true;
		this.closed = true;
	}

	boolean isClosed() {
		return this.closed;
	}

	/**
	 * What may be committed.
	 * @return an offset, {@code null} if it is committed already
	 */
	@Nullable Long mark() {
		// In this order: what is finished in between is committed the next time
		long end = this.next;
		Long first = this.open.ceiling(0L);
		long mark = (first != null) ? first : end;
		return (mark > this.committed) ? mark : null;
	}

	void committed(long mark) {
		this.committed = mark;
	}

	void notCommitted() {
		this.committed = 0;
	}

	boolean isFull() {
		Long first = this.open.ceiling(0L);
		return this.open.size() >= MOST || this.bytes.get() >= MOST_BYTES
				|| (first != null && this.next - first >= LONGEST);
	}

	boolean isPaused() {
		return this.paused;
	}

	void setPaused(boolean pause) {
		this.paused = pause;
	}

	private static int size(ConsumerRecord<String, byte[]> message) {
		byte[] body = message.value();
		return (body != null) ? body.length : 0;
	}

}
