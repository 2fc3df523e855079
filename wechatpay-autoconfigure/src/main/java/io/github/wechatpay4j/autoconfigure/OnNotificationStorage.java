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

package io.github.wechatpay4j.autoconfigure;

import java.util.Locale;
import java.util.Set;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Matches where notifications or claims are kept in a database.
 */
final class OnNotificationStorage {

	private OnNotificationStorage() {
	}

	private static String value(Environment environment, String property) {
		return environment.getProperty("wechatpay.notification." + property, "").strip().toLowerCase(Locale.ROOT);
	}

	private static ConditionOutcome outcome(boolean match, Environment environment) {
		return new ConditionOutcome(match, ConditionMessage.forCondition("WeChat Pay notifications")
			.because("mode is '" + value(environment, "mode") + "', store is '" + value(environment, "store") + "'"));
	}

	private static boolean isInbox(Environment environment) {
		String mode = value(environment, "mode");
		return "inbox".equals(mode) || (mode.isEmpty() && isJdbcStore(environment));
	}

	private static boolean isJdbcStore(Environment environment) {
		return Set.of("jdbc").contains(value(environment, "store"));
	}

	/** The inbox, or claims in a table. */
	static final class Jdbc extends SpringBootCondition {

		@Override
		public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
			Environment environment = context.getEnvironment();
			return outcome(isInbox(environment) || isJdbcStore(environment), environment);
		}

	}

	/** The inbox. */
	static final class Inbox extends SpringBootCondition {

		@Override
		public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
			return outcome(isInbox(context.getEnvironment()), context.getEnvironment());
		}

	}

	/** Claims in a table, without the inbox. */
	static final class ClaimsAlone extends SpringBootCondition {

		@Override
		public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
			Environment environment = context.getEnvironment();
			return outcome(isJdbcStore(environment) && !isInbox(environment), environment);
		}

	}

}
