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
import java.util.List;
import java.util.Map;

import io.github.wechatpay4j.broker.Redelivery;
import io.github.wechatpay4j.delivery.NotificationDelivery;
import io.github.wechatpay4j.kafka.KafkaNotificationDelivery;
import io.github.wechatpay4j.kafka.KafkaNotificationWorker;
import io.github.wechatpay4j.kafka.KafkaTopics;
import io.github.wechatpay4j.notification.NotificationOutcome;
import io.github.wechatpay4j.rabbit.RabbitNotificationDelivery;
import io.github.wechatpay4j.rabbit.RabbitQueues;
import io.github.wechatpay4j.rocketmq.RocketMqNotificationDelivery;
import io.github.wechatpay4j.rocketmq.RocketMqSettings;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.SslConfigs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;
import org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The modes with a broker, whose broker is nowhere.
 */
class BrokerModesTests {

	private final ApplicationContextRunner contexts = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(WechatPayAutoConfiguration.class,
				WechatPayNotificationAutoConfiguration.class, KafkaAutoConfiguration.class,
				RabbitAutoConfiguration.class, WechatPayKafkaAutoConfiguration.class,
				WechatPayRabbitAutoConfiguration.class, WechatPayRocketMqAutoConfiguration.class))
		.withPropertyValues(TestProperties.complete("spring.kafka.bootstrap-servers=127.0.0.1:1",
				"spring.rabbitmq.host=127.0.0.1", "spring.rabbitmq.port=1",
				"wechatpay.notification.rocketmq.endpoints=127.0.0.1:1", "logging.level.org.apache.kafka=off"));

	@Test
	void areNotThereUnlessTheyAreAskedFor() {
		this.contexts.run((context) -> assertThat(context).hasNotFailed()
			.doesNotHaveBean(NotificationDelivery.class)
			.doesNotHaveBean(KafkaNotificationWorker.class)
			.doesNotHaveBean(SimpleMessageListenerContainer.class)
			.doesNotHaveBean("wechatPayRocketMqClients"));
	}

	@Test
	void startWhileTheirBrokerIsDown() {
		mode("kafka").run((context) -> assertThat(context).getBean(NotificationDelivery.class)
			.isInstanceOf(KafkaNotificationDelivery.class));
		mode("rabbit").run((context) -> assertThat(context).getBean(NotificationDelivery.class)
			.isInstanceOf(RabbitNotificationDelivery.class));
		mode("rocketmq").run((context) -> assertThat(context).getBean(NotificationDelivery.class)
			.isInstanceOf(RocketMqNotificationDelivery.class));
	}

	@ParameterizedTest
	@CsvSource({ "kafka,org.springframework.kafka,spring-boot-starter-kafka",
			"rabbit,org.springframework.amqp,spring-boot-starter-amqp",
			"rocketmq,org.apache.rocketmq,rocketmq-client-java" })
	void tellWhatIsMissing(String mode, String missing, String remedy) {
		mode(mode).withClassLoader(new FilteredClassLoader(missing))
			.run((context) -> assertThat(context).hasFailed()
				.getFailure()
				.rootCause()
				.hasMessageContaining("wechatpay.notification.mode")
				.hasMessageContaining(remedy));
	}

	@ParameterizedTest
	@ValueSource(strings = { "kafka", "rabbit", "rocketmq" })
	void backOffForADeliveryOfTheApplication(String mode) {
		NotificationDelivery own = (notification, progress) -> NotificationOutcome.STORED;
		mode(mode).withBean("own", NotificationDelivery.class, () -> own)
			.run((context) -> assertThat(context).getBean(NotificationDelivery.class).isSameAs(own));
	}

	@ParameterizedTest
	@CsvSource({ "kafka,kafka.topic,two words", "kafka,kafka.dead-letter-topic,wechatpay-notifications",
			"kafka,kafka.retry-topic,wechatpay-notifications",
			"kafka,kafka.dead-letter-topic,wechatpay-notifications-retry", "kafka,kafka.concurrency,0",
			"kafka,kafka.group-id,''", "rabbit,rabbit.queue,''",
			"rabbit,rabbit.dead-letter-queue,wechatpay-notifications", "rabbit,rabbit.concurrency,0",
			"rocketmq,rocketmq.endpoints,''", "rocketmq,rocketmq.max-attempts,0", "kafka,retry.max-attempts,0",
			"rabbit,retry.multiplier,0.5", "rabbit,retry.initial-backoff,0s", "kafka,retry.max-backoff,1ms" })
	void refuseWhatCannotBeMeant(String mode, String property, String value) {
		mode(mode).withPropertyValues("wechatpay.notification." + property + "=" + value)
			.run((context) -> assertThat(context).hasFailed()
				.getFailure()
				.rootCause()
				.isInstanceOfSatisfying(InvalidWechatPayPropertyException.class,
						(ex) -> assertThat(ex.property()).isEqualTo("wechatpay.notification." + property)));
	}

	@Test
	void leaveTheClientsOfTheApplicationAlone() {
		mode("kafka")
			.withPropertyValues("spring.kafka.producer.acks=1", "spring.kafka.producer.retries=0",
					"spring.kafka.consumer.auto-offset-reset=latest", "spring.kafka.producer.properties.linger.ms=50")
			.run((context) -> {
				assertThat(context).hasSingleBean(KafkaTemplate.class).hasSingleBean(ProducerFactory.class);
				ProducerFactory<?, ?> application = context.getBean("kafkaProducerFactory", ProducerFactory.class);
				assertThat(application.getConfigurationProperties()).containsEntry(ProducerConfig.ACKS_CONFIG, "1");
				KafkaClients clients = context.getBean(KafkaClients.class);
				assertThat(clients.operations().getProducerFactory().getConfigurationProperties())
					.containsEntry(ProducerConfig.ACKS_CONFIG, "all")
					.containsEntry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true)
					.containsEntry(ProducerConfig.LINGER_MS_CONFIG, 0)
					.containsEntry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 2000);
				assertThat(clients.consumers().getConfigurationProperties())
					.containsEntry(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest")
					.containsEntry(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
			});
		mode("rabbit").withPropertyValues("spring.rabbitmq.username=shop").run((context) -> {
			assertThat(context).hasSingleBean(RabbitTemplate.class).hasSingleBean(ConnectionFactory.class);
			CachingConnectionFactory application = context.getBean(CachingConnectionFactory.class);
			ConnectionFactory own = context.getBean(RabbitConnections.class).connections();
			assertThat(application.isPublisherConfirms()).isFalse();
			assertThat(own.isPublisherConfirms()).isTrue();
			assertThat(own.isPublisherReturns()).isTrue();
			assertThat(own.getUsername()).isEqualTo("shop");
		});
	}

	@Test
	void connectToKafkaAsTheApplicationDoes() {
		SslBundle bundle = SslBundle.of(null);
		KafkaConnectionDetails details = new KafkaConnectionDetails() {

			@Override
			public List<String> getBootstrapServers() {
				return List.of("kafka.example:9093");
			}

			@Override
			public SslBundle getSslBundle() {
				return bundle;
			}

			@Override
			public String getSecurityProtocol() {
				return "SASL_SSL";
			}

		};
		KafkaProperties properties = new KafkaProperties();
		properties.getProperties().put("sasl.mechanism", "PLAIN");
		properties.getProperties().put("group.protocol", "consumer");
		KafkaClients clients = new KafkaClients(properties, details, Duration.ofSeconds(2),
				new Redelivery(3, Duration.ofSeconds(1), 2, Duration.ofSeconds(10), Duration.ofMinutes(10)));
		for (Map<String, Object> settings : List.of(clients.consumers().getConfigurationProperties(),
				clients.operations().getProducerFactory().getConfigurationProperties())) {
			assertThat(settings).containsEntry("bootstrap.servers", List.of("kafka.example:9093"))
				.containsEntry("security.protocol", "SASL_SSL")
				.containsEntry("sasl.mechanism", "PLAIN")
				.containsEntry(SslBundle.class.getName(), bundle)
				.containsKey(SslConfigs.SSL_ENGINE_FACTORY_CLASS_CONFIG);
		}
		assertThat(clients.consumers().getConfigurationProperties()).as("another protocol than it is for")
			.doesNotContainKey(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG)
			.containsEntry(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, 20 * 60 * 1000);
		clients.destroy();
	}

	@Test
	void nameWhereNotificationsAre() {
		mode("kafka").run((context) -> {
			assertThat(context.getBean(KafkaTopics.class)).isEqualTo(new KafkaTopics("wechatpay-notifications",
					"wechatpay-notifications-retry", "wechatpay-notifications-dlt", "wechatpay-notifications"));
			assertThat(context).doesNotHaveBean(KafkaAdmin.NewTopics.class);
		});
		mode("kafka")
			.withPropertyValues("wechatpay.notification.kafka.topic=pay", "spring.kafka.admin.auto-create=false",
					"wechatpay.notification.kafka.create-topics=true")
			.run((context) -> {
				assertThat(context.getBean(KafkaTopics.class).deadLetters()).isEqualTo("pay-dlt");
				assertThat(context).hasSingleBean(KafkaAdmin.NewTopics.class);
			});
		mode("rabbit").withPropertyValues("wechatpay.notification.rabbit.queue=pay")
			.run((context) -> assertThat(context.getBean(RabbitQueues.class).all())
				.contains("pay", "pay.dlq", "pay.retry.500", "pay.retry.1000", "pay.retry.60000")
				.hasSizeLessThan(15));
	}

	@Test
	void nameTheApplicationWhereNotificationsAre() {
		String[] named = { "spring.application.name=shop" };
		mode("kafka").withPropertyValues(named)
			.run((context) -> assertThat(context.getBean(KafkaTopics.class))
				.isEqualTo(new KafkaTopics("wechatpay-notifications-shop", "wechatpay-notifications-shop-retry",
						"wechatpay-notifications-shop-dlt", "wechatpay-notifications-shop")));
		mode("rabbit").withPropertyValues(named)
			.run((context) -> assertThat(context.getBean(RabbitQueues.class))
				.extracting(RabbitQueues::queue, RabbitQueues::deadLetterExchange, RabbitQueues::deadLetters)
				.containsExactly("wechatpay-notifications-shop", "wechatpay-notifications-shop.dlx",
						"wechatpay-notifications-shop.dlq"));
		mode("rocketmq").withPropertyValues(named)
			.run((context) -> assertThat(context.getBean(RocketMqSettings.class))
				.extracting(RocketMqSettings::topic, RocketMqSettings::group)
				.containsOnly("wechatpay-notifications-shop"));
		mode("kafka").withPropertyValues("spring.application.name=shop", "wechatpay.notification.kafka.topic=pay")
			.run((context) -> assertThat(context.getBean(KafkaTopics.class).topic()).isEqualTo("pay"));
	}

	@Test
	void takeNothingFromTheApplicationButTheWayToTheBroker() {
		mode("kafka")
			.withPropertyValues("spring.kafka.consumer.fetch-min-size=10MB", "spring.kafka.consumer.fetch-max-wait=20s",
					"spring.kafka.consumer.heartbeat-interval=20s",
					"spring.kafka.consumer.isolation-level=read_committed", "spring.kafka.consumer.max-poll-records=1",
					"spring.kafka.consumer.properties.max.partition.fetch.bytes=1",
					"spring.kafka.consumer.properties.partition.assignment.strategy=com.example.Missing",
					"spring.kafka.consumer.properties.interceptor.classes=com.example.Missing",
					"spring.kafka.consumer.properties.session.timeout.ms=8000",
					"spring.kafka.producer.transaction-id-prefix=shop-", "spring.kafka.producer.batch-size=10MB",
					"spring.kafka.producer.properties.partitioner.class=com.example.Missing",
					"spring.kafka.properties.sasl.mechanism=PLAIN", "spring.kafka.properties.ssl.protocol=TLSv1.3")
			.run((context) -> {
				KafkaClients clients = context.getBean(KafkaClients.class);
				Map<String, Object> consumer = clients.consumers().getConfigurationProperties();
				assertThat(consumer).containsOnlyKeys("bootstrap.servers", "client.id", "sasl.mechanism",
						"ssl.protocol", "enable.auto.commit", "auto.offset.reset", "max.poll.records",
						"max.poll.interval.ms", "metadata.max.age.ms", "session.timeout.ms", "heartbeat.interval.ms");
				assertThat(consumer).containsEntry("session.timeout.ms", 8000)
					.containsEntry("heartbeat.interval.ms", 1600);
				assertThat(clients.operations().getProducerFactory().transactionCapable()).isFalse();
				assertThat(clients.operations().getProducerFactory().getConfigurationProperties())
					.doesNotContainKeys("partitioner.class", "batch.size", "transactional.id");
				clients.consumers().createConsumer("group", null, null).close();
				clients.admin().close();
			});
		mode("rabbit")
			.withPropertyValues("spring.rabbitmq.cache.connection.mode=connection",
					"spring.rabbitmq.cache.connection.size=2", "spring.rabbitmq.cache.channel.size=1",
					"spring.rabbitmq.cache.channel.checkout-timeout=50ms", "spring.rabbitmq.requested-channel-max=1",
					"spring.rabbitmq.publisher-confirm-type=simple", "spring.rabbitmq.requested-heartbeat=0",
					"spring.rabbitmq.max-inbound-message-body-size=1B", "spring.rabbitmq.connection-timeout=10m",
					"spring.rabbitmq.listener.type=stream")
			.run((context) -> {
				CachingConnectionFactory own = (CachingConnectionFactory) context.getBean(RabbitConnections.class)
					.connections();
				assertThat(own.getCacheMode()).isEqualTo(CachingConnectionFactory.CacheMode.CHANNEL);
				assertThat(own.getChannelCacheSize()).isGreaterThan(1);
				assertThat(own.isPublisherConfirms()).isTrue();
				assertThat(own.isSimplePublisherConfirms()).isFalse();
				com.rabbitmq.client.ConnectionFactory client = own.getRabbitConnectionFactory();
				assertThat(client.getRequestedChannelMax()).isZero();
				assertThat(client.getRequestedHeartbeat()).isEqualTo(30);
				assertThat(client.getConnectionTimeout()).isEqualTo(2000);
			});
	}

	private ApplicationContextRunner mode(String mode) {
		return this.contexts.withPropertyValues("wechatpay.notification.mode=" + mode);
	}

}
