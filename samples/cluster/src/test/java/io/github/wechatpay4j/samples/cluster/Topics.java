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

package io.github.wechatpay4j.samples.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Everything that is in topics of Kafka, and how much of it is still to be handled.
 *
 * @param servers where Kafka is
 */
record Topics(String servers) {

	private static final String GROUP = "wechatpay-notifications-cluster";

	/** Records that the group has not committed. */
	long backlog(String topic) throws ExecutionException, InterruptedException {
		try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", this.servers))) {
			Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(GROUP)
				.partitionsToOffsetAndMetadata()
				.get();
			return ends(admin, topic).entrySet()
				.stream()
				.mapToLong((end) -> end.getValue()
						- ((committed.get(end.getKey()) != null) ? committed.get(end.getKey()).offset() : 0))
				.sum();
		}
	}

	/** Keys, values and headers of all records. */
	List<byte[]> contents(String topic) {
		List<byte[]> contents = new ArrayList<>();
		try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
				Map.of("bootstrap.servers", this.servers, "auto.offset.reset", "earliest"), new ByteArrayDeserializer(),
				new ByteArrayDeserializer())) {
			List<TopicPartition> partitions = consumer.partitionsFor(topic)
				.stream()
				.map((each) -> new TopicPartition(topic, each.partition()))
				.toList();
			consumer.assign(partitions);
			Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
			while (partitions.stream().anyMatch((each) -> consumer.position(each) < ends.get(each))) {
				consumer.poll(Duration.ofMillis(200)).forEach((message) -> add(contents, message));
			}
		}
		return contents;
	}

	private static void add(List<byte[]> contents, ConsumerRecord<byte[], byte[]> message) {
		if (message.key() != null) {
			contents.add(message.key());
		}
		contents.add(message.value());
		message.headers().forEach((header) -> contents.add(header.value()));
	}

	private static Map<TopicPartition, Long> ends(Admin admin, String topic)
			throws ExecutionException, InterruptedException {
		Map<TopicPartition, OffsetSpec> latest = admin.describeTopics(List.of(topic))
			.allTopicNames()
			.get()
			.get(topic)
			.partitions()
			.stream()
			.collect(Collectors.toMap((each) -> new TopicPartition(topic, each.partition()),
					(each) -> OffsetSpec.latest()));
		return admin.listOffsets(latest)
			.all()
			.get()
			.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (end) -> end.getValue().offset()));
	}

}
