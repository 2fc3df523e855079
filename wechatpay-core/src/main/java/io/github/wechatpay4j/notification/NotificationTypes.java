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

import org.jspecify.annotations.Nullable;

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

	/**
	 * Whether the platform wants the answer to a notification signed.
	 * @param notification the notification
	 * @return whether it does
	 */
	public boolean isAnswerSigned(VerifiedNotification notification) {
		return this.types.stream().anyMatch((type) -> type.isAnswerSigned() && notification.isOf(type));
	}

	/**
	 * The field that names what a notification is about.
	 * @param notification the notification
	 * @return the name of a field of its resource, {@code null} if none is known
	 */
	public @Nullable String businessNumber(VerifiedNotification notification) {
		return this.types.stream()
			.filter(notification::isOf)
			.map(NotificationType::businessNumber)
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
	}

}
