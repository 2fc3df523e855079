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
import java.util.Optional;
import java.util.ServiceLoader;

import tools.jackson.databind.JsonNode;

/**
 * All notification types that are known. Immutable.
 */
public final class NotificationTypes {

	private final List<NotificationType> types;

	/**
	 * Creates a collection of types.
	 * @param types the types
	 */
	public NotificationTypes(Collection<NotificationType> types) {
		this.types = List.copyOf(types);
	}

	/**
	 * The types of all catalogs on the class path.
	 * @param classLoader where to look for them
	 * @return the types
	 */
	public static NotificationTypes load(ClassLoader classLoader) {
		return new NotificationTypes(ServiceLoader.load(NotificationCatalog.class, classLoader)
			.stream()
			.flatMap((catalog) -> catalog.get().types().stream())
			.toList());
	}

	/**
	 * The type that is decoded to a class.
	 * @param payloadType the class
	 * @return the type
	 */
	public Optional<NotificationType> find(Class<?> payloadType) {
		return this.types.stream().filter((type) -> type.payloadType().equals(payloadType.getName())).findFirst();
	}

	/** What names the business event, so that repetitions are recognized. */
	String claimKey(VerifiedNotification notification) {
		String event = notification.merchant().mchid() + ":" + notification.eventType();
		// Two sub-merchants of a service provider may well use the same order number
		JsonNode resource = notification.resource();
		String subMchid = resource.path("sub_mchid").asString(resource.path("sub_mch_id").asString(""));
		return event + ":" + subMchid + ":" + subject(notification);
	}

	/** With the field's name: each kind of number is a space of its own. */
	private String subject(VerifiedNotification notification) {
		String field = this.types.stream()
			.filter(notification::isOf)
			.map(NotificationType::businessNumber)
			.filter(Objects::nonNull)
			.findFirst()
			.orElse("");
		String number = notification.resource().path(field).asString("");
		return number.isEmpty() ? "id=" + notification.id() : field + "=" + number;
	}

}
