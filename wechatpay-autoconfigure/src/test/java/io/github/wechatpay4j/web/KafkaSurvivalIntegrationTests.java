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

import io.github.wechatpay4j.broker.ClosingProxy;
import io.github.wechatpay4j.broker.TestBroker;
import io.github.wechatpay4j.kafka.EmbeddedKafka;

class KafkaSurvivalIntegrationTests extends BrokerSurvivalContract {

	private final ClosingProxy proxy = new ClosingProxy();

	@Override
	TestBroker startBroker() {
		return EmbeddedKafka.behind(this.proxy);
	}

	@Override
	void closeConnections() {
		this.proxy.closeConnections();
	}

	@Override
	List<String> settingsOfTheApplication() {
		return List.of("wechatpay.notification.kafka.partitions=2", "spring.kafka.consumer.fetch-min-size=10MB",
				"spring.kafka.consumer.fetch-max-wait=20s", "spring.kafka.consumer.heartbeat-interval=20s",
				"spring.kafka.consumer.max-poll-records=1", "spring.kafka.consumer.isolation-level=read_committed",
				"spring.kafka.consumer.enable-auto-commit=true", "spring.kafka.consumer.auto-offset-reset=latest",
				"spring.kafka.consumer.properties.max.poll.interval.ms=1000", "spring.kafka.listener.type=batch",
				"spring.kafka.listener.ack-mode=count", "spring.kafka.listener.ack-count=1000",
				"spring.kafka.listener.idle-between-polls=30s", "spring.kafka.producer.acks=0",
				"spring.kafka.producer.properties.linger.ms=20000",
				"spring.kafka.producer.transaction-id-prefix=shop-");
	}

}
