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

import io.github.wechatpay4j.broker.BrokerHealth;
import io.github.wechatpay4j.broker.EventClaims;
import io.github.wechatpay4j.broker.MessageHandling;
import io.github.wechatpay4j.delivery.ApplicationName;
import io.github.wechatpay4j.delivery.DeadLetters;
import io.github.wechatpay4j.delivery.EventKeys;
import io.github.wechatpay4j.delivery.NotificationConsumer;
import io.github.wechatpay4j.delivery.NotificationDelivery;
import io.github.wechatpay4j.listener.WechatPayListenerRegistry;
import io.github.wechatpay4j.rocketmq.RocketMqClients;
import io.github.wechatpay4j.rocketmq.RocketMqNotificationDelivery;
import io.github.wechatpay4j.rocketmq.RocketMqSender;
import io.github.wechatpay4j.rocketmq.RocketMqSettings;
import org.apache.rocketmq.client.apis.ClientConfiguration;
import org.apache.rocketmq.client.apis.ClientConfigurationBuilder;
import org.apache.rocketmq.client.apis.StaticSessionCredentialsProvider;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * Auto-configuration of the mode that stores notifications in RocketMQ.
 */
@AutoConfiguration(after = WechatPayNotificationAutoConfiguration.class)
@ConditionalOnClass(ClientConfiguration.class)
@ConditionalOnBean(NotificationConsumer.class)
@ConditionalOnProperty(name = "wechatpay.notification.mode", havingValue = "rocketmq")
@Import(BrokerConfiguration.class)
public final class WechatPayRocketMqAutoConfiguration {

	private static final String PREFIX = "wechatpay.notification.rocketmq.";

	private static final int MAX_CONCURRENCY = 1000;

	private static final int MAX_ATTEMPTS = 1000;

	private final NotificationProperties properties;

	WechatPayRocketMqAutoConfiguration(WechatPayProperties properties) {
		this.properties = properties.getNotification();
	}

	@Bean
	@ConditionalOnMissingBean
	RocketMqSettings wechatPayRocketMqSettings(ApplicationName application) {
		RocketMqModeProperties rocketMq = this.properties.getRocketmq();
		String name = BrokerSettings.NAME + application.suffix();
		return new RocketMqSettings(
				PropertyChecks.required(BrokerSettings.or(rocketMq.getTopic(), name), PREFIX + "topic",
						"Name a topic of type NORMAL, or remove the property."),
				PropertyChecks.required(BrokerSettings.or(rocketMq.getGroup(), name), PREFIX + "group",
						"Name the consumer group of this application, or remove the property."),
				PropertyChecks.between(rocketMq.getConcurrency(), 1, MAX_CONCURRENCY, PREFIX + "concurrency", "8"),
				PropertyChecks.between(rocketMq.getMaxAttempts(), 1, MAX_ATTEMPTS, PREFIX + "max-attempts", "17"));
	}

	@Bean
	@ConditionalOnMissingBean
	RocketMqSender wechatPayRocketMqSender(BrokerHealth health) {
		return new RocketMqSender(health, BrokerSettings.storeWithin(this.properties));
	}

	@Bean
	@ConditionalOnMissingBean
	MessageHandling wechatPayMessageHandling(RocketMqSettings settings, NotificationConsumer consumer,
			EventClaims claims, DeadLetters deadLetters, BrokerHealth health) {
		return new MessageHandling("rocketmq", consumer, claims, deadLetters,
				BrokerSettings.redelivery(this.properties), health, settings.concurrency(), Clock.systemUTC());
	}

	@Bean
	@ConditionalOnMissingBean
	RocketMqClients wechatPayRocketMqClients(RocketMqSettings settings, MessageHandling handling, RocketMqSender sender,
			BrokerHealth health, WechatPayListenerRegistry handlers) {
		return new RocketMqClients(connection(), settings, handling, sender, health, handlers::handlesKept);
	}

	@Bean
	@ConditionalOnMissingBean(NotificationDelivery.class)
	RocketMqNotificationDelivery wechatPayRocketMqNotificationDelivery(RocketMqSender sender, EventKeys keys,
			RocketMqSettings settings) {
		return new RocketMqNotificationDelivery(sender, keys, settings.topic());
	}

	private ClientConfiguration connection() {
		RocketMqModeProperties rocketMq = this.properties.getRocketmq();
		Duration within = BrokerSettings.storeWithin(this.properties);
		ClientConfigurationBuilder builder = ClientConfiguration.newBuilder()
			.setEndpoints(PropertyChecks.required(rocketMq.getEndpoints(), PREFIX + "endpoints",
					"Name the proxy, such as rocketmq.example:8081."))
			.enableSsl(rocketMq.isSsl())
			.setNamespace(rocketMq.getNamespace())
			.setRequestTimeout(within)
			.setMaxStartupAttempts(1);
		String accessKey = rocketMq.getAccessKey();
		if (accessKey != null) {
			builder.setCredentialProvider(new StaticSessionCredentialsProvider(accessKey, PropertyChecks
				.required(rocketMq.getSecretKey(), PREFIX + "secret-key", "Set it beside access-key.")));
		}
		return builder.build();
	}

}
