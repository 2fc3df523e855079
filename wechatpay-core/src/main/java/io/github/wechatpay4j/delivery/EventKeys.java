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

package io.github.wechatpay4j.delivery;

import java.util.Objects;

import io.github.wechatpay4j.notification.Notification;
import io.github.wechatpay4j.notification.NotificationTypes;
import io.github.wechatpay4j.notification.VerifiedNotification;
import tools.jackson.databind.JsonNode;

/**
 * What names a business event, however often and under whatever id the platform tells of
 * it. Immutable.
 */
public final class EventKeys {

	private final NotificationTypes types;

	private final BusinessNumberResolver resolver;

	private final ApplicationName application;

	/**
	 * Creates keys that go by the fields that the types name.
	 * @param types the types that are known
	 */
	public EventKeys(NotificationTypes types) {
		this(types, (notification) -> null);
	}

	/**
	 * Creates keys of an application without a name.
	 * @param types the types that are known
	 * @param resolver tells numbers that do not follow from the types
	 */
	public EventKeys(NotificationTypes types, BusinessNumberResolver resolver) {
		this(types, resolver, ApplicationName.none());
	}

	/**
	 * Creates keys.
	 * @param types the types that are known
	 * @param resolver tells numbers that do not follow from the types
	 * @param application whose events they name
	 */
	public EventKeys(NotificationTypes types, BusinessNumberResolver resolver, ApplicationName application) {
		this.types = Objects.requireNonNull(types, "types");
		this.resolver = Objects.requireNonNull(resolver, "resolver");
		this.application = Objects.requireNonNull(application, "application");
	}

	/**
	 * The key of the business event: the application's name if it has one, merchant,
	 * event type, sub-merchant and business number.
	 * @param notification the notification
	 * @return the key
	 */
	public String claimKey(VerifiedNotification notification) {
		Notification<JsonNode> any = notification.as(JsonNode.class);
		// Two sub-merchants of a service provider may well use the same order number
		JsonNode resource = any.payload();
		String subMchid = resource.path("sub_mchid").asString(resource.path("sub_mch_id").asString(""));
		String application = this.application.isKnown() ? this.application.value() + ":" : "";
		return application + any.mchid() + ":" + any.eventType() + ":" + subMchid + ":" + subject(notification, any);
	}

	/**
	 * What the event is about: notifications of the same action share it, whatever their
	 * event.
	 * @param notification the notification
	 * @return the business number, or the notification's id where there is none
	 */
	public String businessNumber(VerifiedNotification notification) {
		String subject = subject(notification, notification.as(JsonNode.class));
		return subject.substring(subject.indexOf('=') + 1);
	}

	/** With the field's name: each kind of number is a space of its own. */
	private String subject(VerifiedNotification notification, Notification<JsonNode> any) {
		String own = this.resolver.resolve(any);
		if (own != null && !own.isEmpty()) {
			return "own=" + own;
		}
		String field = this.types.businessNumber(notification);
		String number = (field != null) ? any.payload().path(field).asString("") : "";
		return number.isEmpty() ? "id=" + any.id() : field + "=" + number;
	}

}
