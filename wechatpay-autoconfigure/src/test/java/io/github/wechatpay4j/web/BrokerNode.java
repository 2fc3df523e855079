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

package io.github.wechatpay4j.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.github.wechatpay4j.api.payments.TransactionNotification;
import io.github.wechatpay4j.api.refunds.RefundNotification;
import io.github.wechatpay4j.autoconfigure.TestProperties;
import io.github.wechatpay4j.broker.BrokerHealth;
import io.github.wechatpay4j.broker.TestBroker;
import io.github.wechatpay4j.health.HealthFinding;
import io.github.wechatpay4j.notification.Notification;
import io.github.wechatpay4j.notification.WechatPayDeadLetter;
import io.github.wechatpay4j.notification.WechatPayListener;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;

/**
 * A node that handles what a broker keeps; several of them share a database in memory.
 */
final class BrokerNode implements AutoCloseable {

	private final ConfigurableApplicationContext context;

	private BrokerNode(ConfigurableApplicationContext context) {
		this.context = context;
	}

	static BrokerNode start(TestBroker broker, BrokerRecord events, Class<?> application, String... more) {
		SpringApplication node = new SpringApplication(application);
		node.setWebApplicationType(WebApplicationType.NONE);
		node.addInitializers(
				(context) -> ((GenericApplicationContext) context).registerBean(BrokerRecord.class, () -> events));
		List<String> properties = new ArrayList<>(broker.properties());
		properties.addAll(List.of("wechatpay.notification.store=jdbc", "wechatpay.jdbc.initialize-schema=always",
				"wechatpay.notification.retry.max-attempts=3", "wechatpay.notification.retry.initial-backoff=200ms",
				"wechatpay.notification.retry.max-backoff=1s", "spring.datasource.hikari.maximum-pool-size=30"));
		properties.addAll(List.of(more));
		return new BrokerNode(node.run(Stream.of(TestProperties.complete(properties.toArray(String[]::new)))
			.map((property) -> "--" + property)
			.toArray(String[]::new)));
	}

	ConfigurableApplicationContext context() {
		return this.context;
	}

	List<HealthFinding> findings() {
		return this.context.getBean(BrokerHealth.class).findings();
	}

	@Override
	public void close() {
		this.context.close();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ Payments.class, Parked.class })
	static class WithoutRefunds {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ Payments.class, Refunds.class, Parked.class })
	static class Complete {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class WithoutHandlers {

	}

	static class Payments {

		private final BrokerRecord events;

		Payments(BrokerRecord events) {
			this.events = events;
		}

		@WechatPayListener
		void paid(TransactionNotification paid) throws InterruptedException {
			this.events.handle(paid.outTradeNo());
		}

	}

	static class Refunds {

		private final BrokerRecord events;

		Refunds(BrokerRecord events) {
			this.events = events;
		}

		@WechatPayListener
		void refunded(RefundNotification refunded) throws InterruptedException {
			this.events.handle(refunded.outRefundNo());
		}

	}

	static class Parked {

		private final BrokerRecord events;

		Parked(BrokerRecord events) {
			this.events = events;
		}

		@WechatPayDeadLetter(events = "*")
		void parked(Notification<JsonNode> notification) {
			JsonNode payload = notification.payload();
			this.events.park(payload.path("out_refund_no").asString(payload.path("out_trade_no").asString("")));
		}

	}

}
