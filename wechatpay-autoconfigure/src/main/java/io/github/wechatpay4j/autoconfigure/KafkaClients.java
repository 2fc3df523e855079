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

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.wechatpay4j.broker.Redelivery;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails.Configuration;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.kafka.autoconfigure.SslBundleSslEngineFactory;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.ProducerListener;
import org.springframework.util.StringUtils;

/**
 * Clients of Kafka for notifications only. They connect as those of the application do,
 * and take nothing else from its settings: what suits batches of its own records, such as
 * {@code fetch-min-size}, would hold up money.
 */
final class KafkaClients implements DisposableBean {

	private static final String CLIENT_ID = "wechatpay-notifications";

	/** After that a killed node's partitions are given to others. */
	private static final int SESSION_TIMEOUT_MILLIS = 15_000;

	private static final int LEAST_SESSION_TIMEOUT_MILLIS = 6000;

	private static final Duration LEAST_POLL_INTERVAL = Duration.ofMinutes(5);

	/** So long may a topic that is created later go unnoticed. */
	private static final int METADATA_MILLIS = 15_000;

	private static final int POLLED_RECORDS = 100;

	private static final long RECONNECT_MILLIS = 500;

	private static final long MAX_RECONNECT_MILLIS = 5000;

	private static final List<String> CONNECTION = List.of("security.", "ssl.", "sasl.");

	private static final Set<String> CONNECTION_TOO = Set.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
			CommonClientConfigs.CLIENT_DNS_LOOKUP_CONFIG, CommonClientConfigs.CLIENT_RACK_CONFIG,
			ConsumerConfig.GROUP_PROTOCOL_CONFIG);

	private final DefaultKafkaProducerFactory<String, byte[]> producers;

	private final KafkaTemplate<String, byte[]> operations;

	private final ConsumerFactory<String, byte[]> consumers;

	private final Map<String, Object> admin;

	KafkaClients(KafkaProperties properties, KafkaConnectionDetails connection, Duration storeWithin,
			Redelivery redelivery) {
		this.producers = new DefaultKafkaProducerFactory<>(producer(properties, connection, storeWithin),
				new StringSerializer(), new ByteArraySerializer());
		this.operations = new KafkaTemplate<>(this.producers);
		// The default one writes keys and values to the log
		this.operations.setProducerListener(new ProducerListener<>() {
		});
		this.consumers = new DefaultKafkaConsumerFactory<>(consumer(properties, connection, redelivery),
				new StringDeserializer(), new ByteArrayDeserializer());
		this.admin = connection(properties.buildAdminProperties(), connection.getAdmin());
		this.admin.put(CommonClientConfigs.CLIENT_ID_CONFIG, CLIENT_ID + "-admin");
		// While no broker can be reached it would begin anew without a pause, many
		// thousand
		// times a second, each with a line in the log
		this.admin.put(CommonClientConfigs.METADATA_RECOVERY_STRATEGY_CONFIG, "none");
		this.admin.put(CommonClientConfigs.RECONNECT_BACKOFF_MS_CONFIG, RECONNECT_MILLIS);
		this.admin.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, MAX_RECONNECT_MILLIS);
	}

	KafkaOperations<String, byte[]> operations() {
		return this.operations;
	}

	ConsumerFactory<String, byte[]> consumers() {
		return this.consumers;
	}

	Admin admin() {
		return Admin.create(this.admin);
	}

	@Override
	public void destroy() {
		this.producers.destroy();
	}

	private static Map<String, Object> producer(KafkaProperties properties, KafkaConnectionDetails connection,
			Duration storeWithin) {
		Map<String, Object> settings = connection(properties.buildProducerProperties(), connection.getProducer());
		settings.remove(ConsumerConfig.GROUP_PROTOCOL_CONFIG);
		int within = Math.toIntExact(storeWithin.toMillis());
		settings.put(CommonClientConfigs.CLIENT_ID_CONFIG, CLIENT_ID + "-producer");
		settings.put(ProducerConfig.ACKS_CONFIG, "all");
		settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
		settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 5);
		settings.put(ProducerConfig.RETRIES_CONFIG, Integer.MAX_VALUE);
		settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
		settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, within);
		settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, within);
		// Time for a second attempt
		settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.max(1, within / 2));
		settings.put(ProducerConfig.METADATA_MAX_AGE_CONFIG, METADATA_MILLIS);
		return settings;
	}

	private static Map<String, Object> consumer(KafkaProperties properties, KafkaConnectionDetails connection,
			Redelivery redelivery) {
		Map<String, Object> of = properties.buildConsumerProperties();
		Map<String, Object> settings = connection(of, connection.getConsumer());
		settings.put(CommonClientConfigs.CLIENT_ID_CONFIG, CLIENT_ID);
		settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
		settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
		settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, POLLED_RECORDS);
		settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, METADATA_MILLIS);
		// Handlers run elsewhere; handing over partitions takes seconds
		Duration pollInterval = redelivery.lease().multipliedBy(2);
		settings.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, Math.toIntExact(
				Math.min(Integer.MAX_VALUE, Math.max(LEAST_POLL_INTERVAL.toMillis(), pollInterval.toMillis()))));
		if (!"consumer".equalsIgnoreCase(String.valueOf(settings.get(ConsumerConfig.GROUP_PROTOCOL_CONFIG)))) {
			int session = session(of.get(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG));
			settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, session);
			settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, session / 5);
		}
		return settings;
	}

	/** Shorter than ours may be wanted; longer only holds up others. */
	private static int session(@Nullable Object wanted) {
		try {
			return Math.max(LEAST_SESSION_TIMEOUT_MILLIS,
					Math.min(SESSION_TIMEOUT_MILLIS, Integer.parseInt(String.valueOf(wanted).strip())));
		}
		catch (NumberFormatException ex) {
			return SESSION_TIMEOUT_MILLIS;
		}
	}

	/** As Spring Boot connects the application's own clients. */
	private static Map<String, Object> connection(Map<String, Object> of, Configuration connection) {
		Map<String, Object> settings = new HashMap<>();
		of.forEach((name, value) -> {
			if (CONNECTION_TOO.contains(name) || CONNECTION.stream().anyMatch(name::startsWith)
					|| name.equals(SslBundle.class.getName())) {
				settings.put(name, value);
			}
		});
		settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, connection.getBootstrapServers());
		if (StringUtils.hasLength(connection.getSecurityProtocol())) {
			settings.put(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, connection.getSecurityProtocol());
		}
		SslBundle bundle = connection.getSslBundle();
		if (bundle != null) {
			settings.put(SslConfigs.SSL_ENGINE_FACTORY_CLASS_CONFIG, SslBundleSslEngineFactory.class);
			settings.put(SslBundle.class.getName(), bundle);
		}
		return settings;
	}

}
