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

package io.github.wechatpay4j.samples.cluster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.github.wechatpay4j.samples.cluster.local.LocalKafka;
import org.junit.jupiter.api.Nested;

/**
 * Two nodes in processes of their own, notifications as WeChat Pay sends them, and
 * everything that may happen to nodes and servers meanwhile. Effects are counted in the
 * database.
 */
class ClusterSurvivalIntegrationTests {

	/** Notifications are stored in PostgreSQL. */
	@Nested
	class Inbox extends SurvivalContract {

		@Override
		List<String> properties(Path directory) {
			return List.of("spring.profiles.active=inbox");
		}

		@Override
		void closeServer() {
		}

		@Override
		void takeServerAway() {
			cluster().postgres().stop();
		}

		@Override
		void bringServerBack() {
			cluster().postgres().start();
		}

		@Override
		long backlog() {
			return cluster().count("select count(*) from wechatpay_inbox where state <> 'DONE'");
		}

		@Override
		List<byte[]> stored() {
			return Tables.contents(cluster().jdbc(), "wechatpay\\_%");
		}

	}

	/** Notifications are stored in Kafka; PostgreSQL knows which of them are done. */
	@Nested
	class Kafka extends SurvivalContract {

		private static final String TOPIC = "wechatpay-notifications-cluster";

		private LocalKafka server;

		private Topics topics;

		@Override
		List<String> properties(Path directory) {
			this.server = new LocalKafka(directory);
			this.topics = new Topics(this.server.servers());
			return List.of("spring.profiles.active=kafka", "spring.kafka.bootstrap-servers=" + this.server.servers(),
					"wechatpay.notification.kafka.partitions=6",
					"spring.kafka.consumer.properties.session.timeout.ms=6000",
					"spring.kafka.consumer.properties.heartbeat.interval.ms=2000");
		}

		@Override
		void closeServer() {
			if (this.server != null) {
				this.server.close();
			}
		}

		@Override
		void takeServerAway() {
			this.server.kill();
		}

		@Override
		void bringServerBack() {
			this.server.start();
		}

		@Override
		long backlog() throws Exception {
			return this.topics.backlog(TOPIC);
		}

		@Override
		List<byte[]> stored() {
			List<byte[]> stored = new ArrayList<>(this.topics.contents(TOPIC));
			stored.addAll(this.topics.contents(TOPIC + "-dlt"));
			stored.addAll(Tables.contents(cluster().jdbc(), "wechatpay\\_%"));
			return stored;
		}

	}

}
