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

import java.io.IOException;
import java.time.Duration;

import io.github.wechatpay4j.limit.LocalRedis;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.WebApplicationType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Notifications whose claims are in Redis, while it is there, is gone, and is back.
 */
class RedisOutageIntegrationTests {

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void acknowledgesNothingWhileRedisIsGone(WebApplicationType type) throws Exception {
		LocalRedis redis = new LocalRedis();
		try {
			redis.start();
		}
		catch (IOException | RuntimeException ex) {
			Assumptions.abort("Redis cannot be started here: " + ex.getMessage());
		}
		try (NotificationServer server = new NotificationServer(type, NotificationApplication.class,
				"wechatpay.notification.store=redis", "spring.data.redis.host=127.0.0.1",
				"spring.data.redis.port=" + redis.port(), "spring.data.redis.timeout=1s")) {
			RecordingListener listener = server.bean(RecordingListener.class);
			// The first connection of a fresh client may take longer than the platform
			// waits
			untilAccepted(server, "1");
			assertThat(server.send(SignedNotification.paid("1")).statusCode()).as("a duplicate").isEqualTo(204);
			assertThat(listener.paid()).hasSize(1);
			redis.close();
			assertThat(server.send(SignedNotification.paid("2")).statusCode()).isBetween(500, 599);
			assertThat(server.send(SignedNotification.paid("1")).statusCode()).isBetween(500, 599);
			assertThat(listener.paid()).as("nothing is handled that nobody can remember").hasSize(1);
			redis.start();
			untilAccepted(server, "2");
			assertThat(listener.paid()).extracting((paid) -> paid.outTradeNo()).containsExactly("1", "2");
		}
		finally {
			redis.close();
		}
	}

	private static void untilAccepted(NotificationServer server, String number) {
		await().atMost(Duration.ofSeconds(60))
			.until(() -> server.send(SignedNotification.paid(number)).statusCode() == 204);
	}

}
