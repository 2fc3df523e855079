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

import io.github.wechatpay4j.jdbc.TestDatabase;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

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
