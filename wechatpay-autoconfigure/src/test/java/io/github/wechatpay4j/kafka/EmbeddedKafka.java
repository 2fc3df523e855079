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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.github.wechatpay4j.broker.ClosingProxy;
import io.github.wechatpay4j.broker.StoredMessage;
import io.github.wechatpay4j.broker.TestBroker;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.network.ListenerName;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/**
 * Kafka within this process, on free ports of the loopback interface.
 */
public final class EmbeddedKafka implements TestBroker {

	public static final String TOPIC = "wechatpay-notifications";

	public static final String RETRIES = "wechatpay-notifications-retry";

	public static final String DEAD_LETTERS = "wechatpay-notifications-dlt";

	private final EmbeddedKafkaKraftBroker broker;

	private final String address;

	private KafkaProducer<String, byte[]> producer;

	public EmbeddedKafka() {
		this(true);
	}

	private EmbeddedKafka(boolean createsTopics) {
		this(createsTopics, null);
	}

	private EmbeddedKafka(boolean createsTopics, @Nullable ClosingProxy proxy) {
		this.broker = new EmbeddedKafkaKraftBroker(1, 3);
		if (proxy != null) {
			this.broker.brokerProperty("advertised.listeners", "EXTERNAL://127.0.0.1:" + proxy.port());
		}
		this.broker.brokerProperty("auto.create.topics.enable", Boolean.toString(createsTopics));
		this.broker.afterPropertiesSet();
		if (proxy == null) {
			this.address = this.broker.getBrokersAsString();
		}
		else {
			proxy.target(this.broker.getCluster()
				.brokers()
				.get(0)
				.socketServer()
				.boundPort(ListenerName.normalised("EXTERNAL")));
			this.address = "127.0.0.1:" + proxy.port();
		}
	}

	/** Kafka that clients reach through a proxy only. */
	public static EmbeddedKafka behind(ClosingProxy proxy) {
		return new EmbeddedKafka(true, proxy);
	}

	/** Kafka that has no topic which nobody created. */
	public static EmbeddedKafka strict() {
		return new EmbeddedKafka(false);
	}

	public void createTopic(String name) {
		this.broker.addTopics(name);
	}

	public String address() {
		return this.address;
	}

	@Override
	public List<String> properties() {
		return List.of("wechatpay.notification.mode=kafka", "spring.kafka.bootstrap-servers=" + this.address,
				"wechatpay.notification.kafka.create-topics=true", "wechatpay.notification.kafka.partitions=3",
				"wechatpay.notification.kafka.replicas=1", "logging.level.org.apache.kafka=error",
				"logging.level.kafka=off", "logging.level.state.change.logger=off");
	}

	@Override
	public void stop() {
		this.broker.getCluster().brokers().values().forEach((each) -> {
			each.shutdown();
			each.awaitShutdown();
		});
	}

	@Override
	public void start() {
		this.broker.getCluster().brokers().values().forEach((each) -> each.startup());
	}

	@Override
	public void publish(StoredMessage message) throws Exception {
		ProducerRecord<String, byte[]> sent = new ProducerRecord<>(TOPIC, message.key(), message.body());
		message.headers().forEach((name, value) -> sent.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
		producer().send(sent).get(30, TimeUnit.SECONDS);
	}

	@Override
	public List<StoredMessage> messages() {
		return records(TOPIC).stream().map(EmbeddedKafka::message).toList();
	}

	@Override
	public List<StoredMessage> deadLetters() {
		return records(DEAD_LETTERS).stream().map(EmbeddedKafka::message).toList();
	}

	@Override
	public void replay(ApplicationContext application) {
		application.getBean(KafkaDeadLetters.class).replay();
	}

	private synchronized KafkaProducer<String, byte[]> producer() {
		if (this.producer == null) {
			this.producer = new KafkaProducer<>(Map.of("bootstrap.servers", this.address), new StringSerializer(),
					new ByteArraySerializer());
		}
		return this.producer;
	}

	@Override
	public void close() {
		if (this.producer != null) {
			this.producer.close(Duration.ZERO);
		}
		this.broker.destroy();
	}

	public List<ConsumerRecord<String, byte[]>> records(String topic) {
		List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
		try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
				Map.of("bootstrap.servers", this.address, "auto.offset.reset", "earliest"), new StringDeserializer(),
				new ByteArrayDeserializer())) {
			List<TopicPartition> partitions = consumer.partitionsFor(topic)
				.stream()
				.map((each) -> new TopicPartition(topic, each.partition()))
				.toList();
			consumer.assign(partitions);
			Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
			while (partitions.stream().anyMatch((each) -> consumer.position(each) < ends.get(each))) {
				consumer.poll(Duration.ofMillis(100)).forEach(found::add);
			}
		}
		return found;
	}

	private static StoredMessage message(ConsumerRecord<String, byte[]> message) {
		Map<String, String> headers = new LinkedHashMap<>();
		message.headers()
			.forEach((header) -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
		return new StoredMessage(message.key(), headers, message.value());
	}

}
