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

import io.github.wechatpay4j.jdbc.TestDatabase;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.boot.WebApplicationType;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The contract of all modes, on both kinds of server.
 */
class NotificationModesIntegrationTests {

	@Nested
	class DirectOnServlet extends Direct {

		DirectOnServlet() {
			super(WebApplicationType.SERVLET);
		}

	}

	@Nested
	class DirectOnWebFlux extends Direct {

		DirectOnWebFlux() {
			super(WebApplicationType.REACTIVE);
		}

	}

	@Nested
	class DirectWithJdbcStore extends NotificationModeContract {

		@RegisterExtension
		static final TestDatabase database = TestDatabase.postgresql();

		DirectWithJdbcStore() {
			super(WebApplicationType.SERVLET);
		}

		@Override
		List<String> properties() {
			return List.of("wechatpay.notification.mode=direct", "wechatpay.notification.store=jdbc",
					"wechatpay.notification.answer-within=20s", "spring.datasource.url=" + database.url(),
					"spring.datasource.username=" + database.username(), "spring.datasource.password=");
		}

	}

	@Nested
	class InboxOnServlet extends Inbox {

		@RegisterExtension
		static final TestDatabase database = TestDatabase.h2();

		InboxOnServlet() {
			super(WebApplicationType.SERVLET, database);
		}

	}

	@Nested
	class InboxOnWebFlux extends Inbox {

		@RegisterExtension
		static final TestDatabase database = TestDatabase.h2();

		InboxOnWebFlux() {
			super(WebApplicationType.REACTIVE, database);
		}

	}

	@Nested
	class InboxOnPostgreSql extends Inbox {

		@RegisterExtension
		static final TestDatabase database = TestDatabase.postgresql();

		InboxOnPostgreSql() {
			super(WebApplicationType.SERVLET, database);
		}

	}

	@Nested
	class InboxOnMariaDb extends Inbox {

		@RegisterExtension
		static final TestDatabase database = TestDatabase.mariadb();

		InboxOnMariaDb() {
			super(WebApplicationType.REACTIVE, database);
		}

	}

	abstract static class Direct extends NotificationModeContract {

		Direct(WebApplicationType type) {
			super(type);
		}

		@Override
		List<String> properties() {
			return List.of("wechatpay.notification.answer-within=5s");
		}

		@Test
		void answersInTimeAndLetsTheHandlerEnd() throws Exception {
			RecordingListener.Gate gate = listener().holdNext();
			SignedNotification notification = SignedNotification.paid("slow");
			assertThat(send(notification)).returns(500, (answer) -> answer.statusCode())
				.returns("{\"code\":\"FAIL\",\"message\":\"TIMED_OUT\"}", (answer) -> answer.body());
			assertThat(send(notification).statusCode()).as("still at work").isEqualTo(503);
			gate.open();
			assertThat(gate.awaitEnd()).isEqualTo("passed");
			await().untilAsserted(() -> assertThat(send(notification).statusCode()).isEqualTo(204));
			assertThat(listener().paid()).as("the late end counts").hasSize(1);
		}

	}

	abstract static class Inbox extends NotificationModeContract {

		private final TestDatabase database;

		Inbox(WebApplicationType type, TestDatabase database) {
			super(type);
			this.database = database;
		}

		@Override
		List<String> properties() {
			return List.of("wechatpay.notification.store=jdbc", "wechatpay.notification.inbox.initial-backoff=10ms",
					"wechatpay.notification.answer-within=20s", "spring.datasource.url=" + this.database.url(),
					"spring.datasource.username=" + this.database.username(), "spring.datasource.password=");
		}

		@Test
		void acknowledgesWhileTheHandlerIsStillAtWork() throws Exception {
			RecordingListener.Gate gate = listener().holdNext();
			assertThat(send(SignedNotification.paid("later")).statusCode()).isEqualTo(204);
			gate.awaitEntered();
			assertThat(send(SignedNotification.paid("later")).statusCode()).isEqualTo(204);
			gate.open();
			await().untilAsserted(() -> assertThat(listener().paid()).hasSize(1));
		}

		@Test
		void keepsNothingThatWasDecrypted() throws Exception {
			send(SignedNotification.paid("plain-number"));
			await().untilAsserted(() -> assertThat(listener().paid()).hasSize(1));
			JdbcTemplate jdbc = this.database.jdbc();
			List<byte[]> bodies = jdbc.queryForList("SELECT body FROM wechatpay_inbox", byte[].class);
			assertThat(bodies).isNotEmpty()
				.noneMatch((body) -> new String(body).contains("secret-openid") || new String(body).contains("1800"));
			assertThat(jdbc.queryForList("SELECT event_key, notification_id, signature FROM wechatpay_inbox"))
				.noneMatch((row) -> row.toString().contains("plain-number"));
		}

	}

}
