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
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import io.github.wechatpay4j.broker.BrokerHealth;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks whether Kafka can be reached and the topics exist, and creates those that it may
 * create. What it finds is shown by the health; its first look makes the connections that
 * the first notification needs. Not safe for use by many threads.
 */
public final class KafkaWatch implements Runnable, AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(KafkaWatch.class);

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private static final String UNREACHABLE = "unreachable";

	private final KafkaTopics topics;

	private final Supplier<Admin> admins;

	private final List<NewTopic> mayCreate;

	private final KafkaSender sender;

	private final BrokerHealth health;

	private @Nullable Admin admin;

	private volatile boolean closed;

	private boolean warm;

	/**
	 * Creates a watch.
	 * @param topics what to look for
	 * @param admins makes what asks
	 * @param mayCreate the topics that it may create
	 * @param sender whose connections to make
	 * @param health shows what is found
	 */
	public KafkaWatch(KafkaTopics topics, Supplier<Admin> admins, List<NewTopic> mayCreate, KafkaSender sender,
			BrokerHealth health) {
		this.topics = Objects.requireNonNull(topics, "topics");
		this.admins = Objects.requireNonNull(admins, "admins");
		this.mayCreate = List.copyOf(mayCreate);
		this.sender = Objects.requireNonNull(sender, "sender");
		this.health = Objects.requireNonNull(health, "health");
	}

	@Override
	public void run() {
		if (!this.warm) {
			this.warm = true;
			// Brokers that create topics by themselves do so now
			this.topics.all().forEach(this::connect);
		}
		Admin asking = asking();
		if (asking == null) {
			return;
		}
		Map<String, KafkaFuture<TopicDescription>> answers = asking.describeTopics(this.topics.all()).topicNameValues();
		for (Map.Entry<String, KafkaFuture<TopicDescription>> answer : answers.entrySet()) {
			look(asking, answer.getKey(), answer.getValue());
		}
	}

	/** Whoever was at work while this was closed must make nothing that nobody closes. */
	private synchronized @Nullable Admin asking() {
		if (this.admin == null && !this.closed) {
			this.admin = this.admins.get();
		}
		return this.admin;
	}

	@Override
	public synchronized void close() {
		this.closed = true;
		Admin asking = this.admin;
		if (asking != null) {
			asking.close(Duration.ZERO);
		}
	}

	private void connect(String topic) {
		if (this.closed) {
			return;
		}
		try {
			this.sender.partitions(topic);
		}
		catch (RuntimeException ex) {
			logger.debug("Partitions of '{}' are not known yet", topic, ex);
		}
	}

	private void look(Admin asking, String topic, KafkaFuture<TopicDescription> answer) {
		try {
			found(topic, answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).partitions().size());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (TimeoutException ex) {
			unreachable("no answer within " + PATIENCE.toSeconds() + " s");
		}
		catch (ExecutionException ex) {
			Throwable cause = ex.getCause();
			if (cause instanceof UnknownTopicOrPartitionException) {
				this.health.over(UNREACHABLE);
				missing(asking, topic);
			}
			else if (cause instanceof org.apache.kafka.common.errors.TimeoutException) {
				unreachable(cause.getMessage());
			}
			else {
				logger.debug("The topic '{}' cannot be described", topic, cause);
			}
		}
	}

	private void unreachable(@Nullable String why) {
		this.health.trouble(UNREACHABLE,
				"Kafka cannot be reached: notifications are answered with 503 and come again,"
						+ " what is stored waits. Check spring.kafka.bootstrap-servers and that its brokers are up ("
						+ why + ")",
				true);
	}

	private void found(String topic, int partitions) {
		this.health.over(UNREACHABLE);
		this.health.over("missing-" + topic);
		this.health.quiet("send-" + topic);
		if (partitions == 1 && !topic.equals(this.topics.deadLetters())) {
			this.health.trouble("one-partition-" + topic, "The topic '" + topic
					+ "' has one partition: one node at a time takes what is in it. Add partitions, one for each node"
					+ " at least", false);
		}
		else {
			this.health.over("one-partition-" + topic);
		}
	}

	private void missing(Admin asking, String topic) {
		NewTopic creation = this.mayCreate.stream()
			.filter((each) -> each.name().equals(topic))
			.findFirst()
			.orElse(null);
		this.health.trouble("missing-" + topic,
				"The topic '" + topic + "' does not exist, so that " + consequence(topic)
						+ ". Create it, or set wechatpay.notification.kafka.create-topics=true",
				topic.equals(this.topics.topic()));
		if (creation != null) {
			// What comes of that is seen at the next look
			asking.createTopics(List.of(creation));
		}
	}

	private String consequence(String topic) {
		if (topic.equals(this.topics.topic())) {
			return "notifications cannot be stored";
		}
		return topic.equals(this.topics.retries()) ? "what failed waits on its node, and is tried again there only"
				: "what has failed for good is tried to be parked again and again";
	}

}
