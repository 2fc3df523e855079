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

package io.github.wechatpay4j.notification;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One event, or pattern of events, that a subscription wants.
 *
 * @param subscription the subscription
 * @param pattern the event type, possibly ending in an asterisk
 * @param type the type of the payload, {@code null} if it has none
 */
record Route(NotificationSubscription<?> subscription, String pattern, @Nullable NotificationType type) {

	private static final Pattern SYNTAX = Pattern.compile("[A-Za-z0-9_.-]*\\*?");

	static List<Route> of(NotificationSubscription<?> subscription, NotificationTypes types) {
		NotificationType type = types.find(subscription.payloadType()).orElse(null);
		Collection<String> events = subscription.events();
		if (events.isEmpty()) {
			if (type == null) {
				throw new IllegalArgumentException(subscription.description() + " has to say which events it handles: "
						+ subscription.payloadType().getName()
						+ " is no notification type of WeChat Pay, so they do not follow from it."
						+ " Set events, as in @WechatPayListener(events = \"REFUND.*\")");
			}
			events = type.events();
		}
		return events.stream().map((event) -> new Route(subscription, event, type).validate()).toList();
	}

	private Route validate() {
		if (this.pattern.isEmpty() || !SYNTAX.matcher(this.pattern).matches()) {
			throw new IllegalArgumentException(this.subscription.description() + " handles '" + this.pattern
					+ "', which is no event type: write it in full, or with an asterisk at the end as in REFUND.*");
		}
		if (this.type != null && this.type.events().stream().noneMatch(this::matches)) {
			throw new IllegalArgumentException(this.subscription.description() + " handles '" + this.pattern
					+ "', which never carries a " + this.type.simpleName() + ": that comes with " + this.type.events());
		}
		if (this.type != null && !Objects.equals(this.type.answerType(), nameOf(this.subscription.answerType()))) {
			throw new IllegalArgumentException(this.subscription.description() + " has to return "
					+ ((this.type.answerType() != null)
							? "a " + this.type.answerType() + ": the answer to a " + this.type.simpleName()
									+ " carries its fields"
							: "nothing: the answer to a " + this.type.simpleName() + " carries no fields"));
		}
		return this;
	}

	private static @Nullable String nameOf(@Nullable Class<?> type) {
		return (type != null) ? type.getName() : null;
	}

	boolean accepts(VerifiedNotification notification) {
		return matches(notification.eventType()) && (this.type == null || notification.isOf(this.type));
	}

	private boolean matches(String event) {
		return isLiteral() ? this.pattern.equals(event)
				: event.startsWith(this.pattern.substring(0, this.pattern.length() - 1));
	}

	boolean isLiteral() {
		return !this.pattern.endsWith("*");
	}

	boolean isKnown() {
		return this.type != null;
	}

	boolean isTyped() {
		return this.subscription.payloadType() != JsonNode.class;
	}

	boolean isSameAs(Route other) {
		return this.pattern.equals(other.pattern)
				&& this.subscription.payloadType() == other.subscription.payloadType();
	}

	String describe() {
		return this.pattern + " as " + this.subscription.payloadType().getSimpleName();
	}

}
