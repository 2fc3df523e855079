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

package io.github.wechatpay4j.autoconfigure;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

import io.github.wechatpay4j.broker.BrokerHealth;
import io.github.wechatpay4j.broker.BrokerWatch;
import io.github.wechatpay4j.broker.DeadLetterReplay;
import io.github.wechatpay4j.broker.EventClaims;
import io.github.wechatpay4j.broker.MessageHandling;
import io.github.wechatpay4j.delivery.ApplicationName;
import io.github.wechatpay4j.delivery.DeadLetters;
import io.github.wechatpay4j.delivery.EventKeys;
import io.github.wechatpay4j.delivery.NotificationConsumer;
import io.github.wechatpay4j.delivery.NotificationDelivery;
import io.github.wechatpay4j.kafka.KafkaDeadLetters;
import io.github.wechatpay4j.kafka.KafkaNotificationDelivery;
import io.github.wechatpay4j.kafka.KafkaNotificationWorker;
import io.github.wechatpay4j.kafka.KafkaSender;
import io.github.wechatpay4j.kafka.KafkaTopics;
import io.github.wechatpay4j.kafka.KafkaWatch;
import io.github.wechatpay4j.listener.WechatPayListenerRegistry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * Auto-configuration of the mode that stores notifications in Kafka.
 */
@AutoConfiguration(after = { WechatPayNotificationAutoConfiguration.class, KafkaAutoConfiguration.class })
@ConditionalOnClass({ KafkaTemplate.class, KafkaConnectionDetails.class })
@ConditionalOnBean({ NotificationConsumer.class, KafkaConnectionDetails.class })
@ConditionalOnProperty(name = "wechatpay.notification.mode", havingValue = "kafka")
@Import(BrokerConfiguration.class)
public final class WechatPayKafkaAutoConfiguration {

	private static final String PREFIX = "wechatpay.notification.kafka.";

	private static final Pattern TOPIC = Pattern.compile("[a-zA-Z0-9._-]{1,249}");

	private static final int MAX_CONCURRENCY = 1000;

	private static final int MAX_PARTITIONS = 100_000;

	/** Long enough for somebody to notice. */
	private static final Duration DEAD_LETTERS_KEPT = Duration.ofDays(90);

	private final NotificationProperties properties;

	WechatPayKafkaAutoConfiguration(WechatPayProperties properties) {
		this.properties = properties.getNotification();
	}

	@Bean
	@ConditionalOnMissingBean
	KafkaTopics wechatPayKafkaTopics(ApplicationName application) {
		KafkaModeProperties kafka = this.properties.getKafka();
		String topic = topic(BrokerSettings.or(kafka.getTopic(), BrokerSettings.NAME + application.suffix()), "topic");
		String retries = topic(BrokerSettings.or(kafka.getRetryTopic(), topic + "-retry"), "retry-topic");
		String deadLetters = topic(BrokerSettings.or(kafka.getDeadLetterTopic(), topic + "-dlt"), "dead-letter-topic");
		if (retries.equals(topic)) {
			throw new InvalidWechatPayPropertyException(PREFIX + "retry-topic",
					"It is the topic of all notifications: what waits for its next attempt would hold them up.",
					"Name another topic, or remove the property.");
		}
		if (deadLetters.equals(topic) || deadLetters.equals(retries)) {
			throw new InvalidWechatPayPropertyException(PREFIX + "dead-letter-topic",
					"It is the topic of all notifications: what cannot be handled would never leave it.",
					"Name another topic, or remove the property.");
		}
		return new KafkaTopics(topic, retries, deadLetters,
				PropertyChecks.required(
						BrokerSettings.or(kafka.getGroupId(), BrokerSettings.NAME + application.suffix()),
						PREFIX + "group-id", "Name the consumer group of this application, or remove the property."));
	}

	@Bean
	KafkaClients wechatPayKafkaClients(KafkaProperties kafka, KafkaConnectionDetails connection) {
		return new KafkaClients(kafka, connection, BrokerSettings.storeWithin(this.properties),
				BrokerSettings.redelivery(this.properties));
	}

	@Bean
	@ConditionalOnMissingBean
	KafkaSender wechatPayKafkaSender(KafkaClients clients, BrokerHealth health) {
		return new KafkaSender(clients.operations(), health, BrokerSettings.storeWithin(this.properties));
	}

	@Bean
	@ConditionalOnMissingBean(NotificationDelivery.class)
	KafkaNotificationDelivery wechatPayKafkaNotificationDelivery(KafkaSender sender, EventKeys keys,
			KafkaTopics topics) {
		return new KafkaNotificationDelivery(sender, keys, topics.topic());
	}

	@Bean
	@ConditionalOnMissingBean
	MessageHandling wechatPayMessageHandling(NotificationConsumer consumer, EventClaims claims, DeadLetters deadLetters,
			BrokerHealth health) {
		return new MessageHandling("kafka", consumer, claims, deadLetters, BrokerSettings.redelivery(this.properties),
				health, concurrency(), Clock.systemUTC());
	}

	@Bean
	@ConditionalOnMissingBean
	KafkaNotificationWorker wechatPayKafkaNotifications(KafkaClients clients, KafkaTopics topics, KafkaSender sender,
			MessageHandling handling, BrokerHealth health, WechatPayListenerRegistry handlers) {
		return new KafkaNotificationWorker(topics, clients.consumers(), sender, handling, health, concurrency(),
				handlers::handlesKept);
	}

	@Bean
	@ConditionalOnMissingBean
	KafkaDeadLetters wechatPayKafkaDeadLetters(KafkaClients clients, KafkaTopics topics, KafkaSender sender,
			DeadLetterReplay replay) {
		return new KafkaDeadLetters(topics, clients.consumers(), clients::admin, sender, replay);
	}

	@Bean
	KafkaWatch wechatPayKafkaWatch(KafkaClients clients, KafkaTopics topics, KafkaSender sender, BrokerHealth health) {
		return new KafkaWatch(topics, clients::admin,
				this.properties.getKafka().isCreateTopics() ? newTopics(topics) : List.of(), sender, health);
	}

	@Bean
	BrokerWatch wechatPayKafkaWatching(KafkaWatch watch) {
		return new BrokerWatch(watch, BrokerSettings.WATCH);
	}

	@Bean
	@ConditionalOnBooleanProperty("wechatpay.notification.kafka.create-topics")
	@ConditionalOnMissingBean(name = "wechatPayKafkaNewTopics")
	KafkaAdmin.NewTopics wechatPayKafkaNewTopics(KafkaTopics topics) {
		return new KafkaAdmin.NewTopics(newTopics(topics).toArray(NewTopic[]::new));
	}

	private int concurrency() {
		return PropertyChecks.between(this.properties.getKafka().getConcurrency(), 1, MAX_CONCURRENCY,
				PREFIX + "concurrency", "8");
	}

	private List<NewTopic> newTopics(KafkaTopics topics) {
		return List.of(topic(topics.topic()).build(), topic(topics.retries()).build(),
				topic(topics.deadLetters())
					.config(TopicConfig.RETENTION_MS_CONFIG, Long.toString(DEAD_LETTERS_KEPT.toMillis()))
					.build());
	}

	private TopicBuilder topic(String name) {
		KafkaModeProperties kafka = this.properties.getKafka();
		TopicBuilder builder = TopicBuilder.name(name)
			.partitions(PropertyChecks.between(kafka.getPartitions(), 1, MAX_PARTITIONS, PREFIX + "partitions", "12"));
		Integer replicas = kafka.getReplicas();
		return (replicas == null) ? builder
				: builder.replicas(PropertyChecks.between(replicas, 1, Short.MAX_VALUE, PREFIX + "replicas", "3"));
	}

	private static String topic(String name, String property) {
		if (!TOPIC.matcher(name).matches() || name.equals(".") || name.equals("..")) {
			throw new InvalidWechatPayPropertyException(PREFIX + property, "The value is no name of a topic.",
					"Write up to 249 letters, digits, dots, underscores and hyphens.");
		}
		return name;
	}

}
