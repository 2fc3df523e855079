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

package io.github.wechatpay4j.inbox;

import io.github.wechatpay4j.NotificationRejectedException;
import io.github.wechatpay4j.NotificationRejectedException.Reason;
import io.github.wechatpay4j.jdbc.TestDatabase;
import io.github.wechatpay4j.notification.NotificationOutcome;
import io.github.wechatpay4j.testing.TestClock;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class NotificationInboxIntegrationTests {

	@Nested
	class H2 extends NotificationInboxContract {

		@RegisterExtension
		static final TestDatabase database = TestDatabase.h2();

		H2() {
			super(database);
		}

	}

	@Nested
	class PostgreSql extends NotificationInboxContract {

		@RegisterExtension
		static final TestDatabase database = TestDatabase.postgresql();

		PostgreSql() {
			super(database);
		}

		@Test
		void acknowledgesNothingThatASequenceWhichIsBehindKeepsOut() {
			InboxNode node = new InboxNode(database, new TestClock(), (paid) -> {
			}, (letter) -> {
			});
			for (int i = 0; i < 3; i++) {
				node.receive(paid("before" + i));
			}
			long first = database.jdbc().queryForObject("SELECT MIN(id) FROM wechatpay_inbox", Long.class);
			database.jdbc().execute("ALTER TABLE wechatpay_inbox ALTER COLUMN id RESTART WITH " + first);
			assertThatExceptionOfType(NotificationRejectedException.class).isThrownBy(() -> node.receive(paid("after")))
				.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(Reason.NOT_STORED))
				.withMessageContaining("the sequence of wechatpay_inbox.id");
			assertThat(node.receive(paid("after"))).as("when it is repeated").isEqualTo(NotificationOutcome.STORED);
		}

	}

	@Nested
	class MariaDb extends NotificationInboxContract {

		@RegisterExtension
		static final TestDatabase database = TestDatabase.mariadb();

		MariaDb() {
			super(database);
		}

	}

}
