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

import io.github.wechatpay4j.broker.BrokerHealth;
import io.github.wechatpay4j.broker.BrokerWatch;
import io.github.wechatpay4j.broker.DeadLetterReplay;
import io.github.wechatpay4j.broker.EventClaims;
import io.github.wechatpay4j.broker.MessageHandling;
import io.github.wechatpay4j.delivery.ApplicationName;
import io.github.wechatpay4j.delivery.DeadLetters;
import io.github.wechatpay4j.delivery.NotificationConsumer;
import io.github.wechatpay4j.delivery.NotificationDelivery;
import io.github.wechatpay4j.listener.WechatPayListenerRegistry;
import io.github.wechatpay4j.rabbit.RabbitBlockage;
import io.github.wechatpay4j.rabbit.RabbitDeadLetters;
import io.github.wechatpay4j.rabbit.RabbitNotificationContainers;
import io.github.wechatpay4j.rabbit.RabbitNotificationDelivery;
import io.github.wechatpay4j.rabbit.RabbitQueues;
import io.github.wechatpay4j.rabbit.RabbitSender;
import io.github.wechatpay4j.rabbit.RabbitWatch;

import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.amqp.autoconfigure.ConnectionFactoryCustomizer;
import org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration;
import org.springframework.boot.amqp.autoconfigure.RabbitConnectionDetails;
import org.springframework.boot.amqp.autoconfigure.RabbitConnectionFactoryBeanConfigurer;
import org.springframework.boot.amqp.autoconfigure.RabbitProperties;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * Auto-configuration of the mode that stores notifications in RabbitMQ.
 */
@AutoConfiguration(after = { WechatPayNotificationAutoConfiguration.class, RabbitAutoConfiguration.class })
@ConditionalOnClass({ RabbitTemplate.class, RabbitConnectionFactoryBeanConfigurer.class })
@ConditionalOnBean({ NotificationConsumer.class, RabbitConnectionFactoryBeanConfigurer.class,
		RabbitConnectionDetails.class })
@ConditionalOnProperty(name = "wechatpay.notification.mode", havingValue = "rabbit")
@Import(BrokerConfiguration.class)
public final class WechatPayRabbitAutoConfiguration {

	private static final String PREFIX = "wechatpay.notification.rabbit.";

	private static final int MAX_CONCURRENCY = 1000;

	private final NotificationProperties properties;

	WechatPayRabbitAutoConfiguration(WechatPayProperties properties) {
		this.properties = properties.getNotification();
	}

	@Bean
	@ConditionalOnMissingBean
	RabbitQueues wechatPayRabbitQueues(ApplicationName application) {
		RabbitModeProperties rabbit = this.properties.getRabbit();
		String queue = name(BrokerSettings.or(rabbit.getQueue(), BrokerSettings.NAME + application.suffix()), "queue");
		String deadLetters = name(BrokerSettings.or(rabbit.getDeadLetterQueue(), queue + ".dlq"), "dead-letter-queue");
		if (deadLetters.equals(queue)) {
			throw new InvalidWechatPayPropertyException(PREFIX + "dead-letter-queue",
					"It is the queue of all notifications: what cannot be handled would never leave it.",
					"Name another queue, or remove the property.");
		}
		return new RabbitQueues(queue,
				name(BrokerSettings.or(rabbit.getDeadLetterExchange(), queue + ".dlx"), "dead-letter-exchange"),
				deadLetters, BrokerSettings.redelivery(this.properties).steps());
	}

	@Bean
	RabbitBlockage wechatPayRabbitBlockage(BrokerHealth health) {
		return new RabbitBlockage(health);
	}

	@Bean
	RabbitConnections wechatPayRabbitConnections(RabbitConnectionFactoryBeanConfigurer beanConfigurer,
			RabbitConnectionDetails details, ObjectProvider<RabbitProperties> rabbit,
			ObjectProvider<ConnectionFactoryCustomizer> customizers, RabbitBlockage blockage) {
		return new RabbitConnections(beanConfigurer, details, rabbit.getIfAvailable(),
				customizers.orderedStream().toList(), BrokerSettings.storeWithin(this.properties), blockage);
	}

	@Bean
	RabbitWatch wechatPayRabbitWatch(RabbitConnections connections, RabbitQueues queues, BrokerHealth health) {
		RabbitWatch watch = new RabbitWatch(queues, connections.operations(), connections.admin(),
				this.properties.getRabbit().isDeclare(), health);
		connections.onConnection(watch::declare);
		return watch;
	}

	@Bean
	BrokerWatch wechatPayRabbitWatching(RabbitWatch watch) {
		return new BrokerWatch(watch, BrokerSettings.WATCH);
	}

	@Bean
	@ConditionalOnMissingBean
	RabbitSender wechatPayRabbitSender(RabbitConnections connections, RabbitBlockage blockage, RabbitWatch watch,
			BrokerHealth health) {
		return new RabbitSender(connections.operations(), blockage, watch::declare, health,
				BrokerSettings.storeWithin(this.properties));
	}

	@Bean
	@ConditionalOnMissingBean(NotificationDelivery.class)
	RabbitNotificationDelivery wechatPayRabbitNotificationDelivery(RabbitSender sender, RabbitQueues queues) {
		return new RabbitNotificationDelivery(sender, queues.queue());
	}

	@Bean
	@ConditionalOnMissingBean
	MessageHandling wechatPayMessageHandling(NotificationConsumer consumer, EventClaims claims, DeadLetters deadLetters,
			BrokerHealth health) {
		return new MessageHandling("rabbit", consumer, claims, deadLetters, BrokerSettings.redelivery(this.properties),
				health, concurrency(), Clock.systemUTC());
	}

	@Bean
	@ConditionalOnMissingBean(name = "wechatPayRabbitNotifications")
	SimpleMessageListenerContainer wechatPayRabbitNotifications(RabbitConnections connections, RabbitSender sender,
			RabbitQueues queues, MessageHandling handling, WechatPayListenerRegistry handlers) {
		return RabbitNotificationContainers.create(queues, connections.connections(), sender, handling, concurrency(),
				handlers::handlesKept);
	}

	@Bean
	@ConditionalOnMissingBean
	RabbitDeadLetters wechatPayRabbitDeadLetters(RabbitConnections connections, RabbitSender sender,
			RabbitQueues queues, DeadLetterReplay replay) {
		return new RabbitDeadLetters(queues, connections.operations(), sender, replay);
	}

	private int concurrency() {
		return PropertyChecks.between(this.properties.getRabbit().getConcurrency(), 1, MAX_CONCURRENCY,
				PREFIX + "concurrency", "8");
	}

	private static String name(String value, String property) {
		return PropertyChecks.required(value, PREFIX + property, "Write a name, or remove the property.");
	}

}
