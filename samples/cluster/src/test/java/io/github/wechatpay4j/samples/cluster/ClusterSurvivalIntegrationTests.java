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
import java.util.List;

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

}
