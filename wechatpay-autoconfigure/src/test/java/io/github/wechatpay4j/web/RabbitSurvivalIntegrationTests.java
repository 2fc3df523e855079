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

import java.util.List;

import io.github.wechatpay4j.broker.TestBroker;
import io.github.wechatpay4j.rabbit.LocalRabbit;

class RabbitSurvivalIntegrationTests extends BrokerSurvivalContract {

	private LocalRabbit rabbit;

	@Override
	TestBroker startBroker() throws Exception {
		this.rabbit = new LocalRabbit();
		return this.rabbit;
	}

	@Override
	void closeConnections() throws Exception {
		this.rabbit.control("close_all_connections", "a test");
	}

	@Override
	List<String> settingsOfTheApplication() {
		return List.of("spring.rabbitmq.cache.connection.mode=connection", "spring.rabbitmq.cache.channel.size=1",
				"spring.rabbitmq.cache.channel.checkout-timeout=50ms", "spring.rabbitmq.requested-channel-max=1",
				"spring.rabbitmq.publisher-confirm-type=simple", "spring.rabbitmq.publisher-returns=false",
				"spring.rabbitmq.template.mandatory=false", "spring.rabbitmq.listener.type=direct",
				"spring.rabbitmq.listener.simple.acknowledge-mode=none",
				"spring.rabbitmq.listener.simple.prefetch=1000", "spring.rabbitmq.listener.simple.auto-startup=false",
				"spring.rabbitmq.requested-heartbeat=0", "spring.rabbitmq.max-inbound-message-body-size=10B");
	}

}
