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

import org.junit.jupiter.api.Test;

import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application whose RocketMQ is nowhere: it starts, and acknowledges nothing.
 */
class RocketMqOutageIntegrationTests {

	@Test
	void acknowledgesNothingThatIsNotStored() throws Exception {
		try (ConfigurableApplicationContext application = RocketMqNotificationIntegrationTests
			.application("127.0.0.1:1")) {
			assertThat(RocketMqNotificationIntegrationTests.send(application,
					RocketMqNotificationIntegrationTests.order()))
				.isEqualTo(503);
		}
	}

}
