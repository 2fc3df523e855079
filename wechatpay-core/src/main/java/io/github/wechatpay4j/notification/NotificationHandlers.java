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

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the one handler for a notification: one for a type that is known before one for a
 * type of the application's own, that before an untyped one, an event named in full
 * before a pattern, a longer pattern before a shorter one. Immutable.
 */
public final class NotificationHandlers implements NotificationHandlerResolver {

	private final List<Route> routes;

	/**
	 * Creates a collection of handlers.
	 * @param subscriptions what they want
	 * @param types the types that are known
	 * @throws IllegalArgumentException naming the handler, if what it wants makes no
	 * sense or another one wants the same
	 */
	public NotificationHandlers(Collection<NotificationSubscription<?>> subscriptions, NotificationTypes types) {
		List<Route> all = new ArrayList<>();
		for (NotificationSubscription<?> subscription : subscriptions) {
			for (Route route : Route.of(subscription, types)) {
				all.stream().filter(route::isSameAs).findFirst().ifPresent((other) -> {
					throw new IllegalArgumentException(
							subscription.description() + " and " + other.subscription().description() + " both handle "
									+ route.describe() + ": keep one of them");
				});
				all.add(route);
			}
		}
		all.sort(Comparator.comparing(Route::isKnown)
			.thenComparing(Route::isTyped)
			.thenComparing(Route::isLiteral)
			.thenComparing((route) -> route.pattern().length())
			.reversed());
		this.routes = List.copyOf(all);
	}

	@Override
	public Optional<NotificationSubscription<?>> find(VerifiedNotification notification) {
		return this.routes.stream()
			.filter((route) -> route.accepts(notification))
			.<NotificationSubscription<?>>map(Route::subscription)
			.findFirst();
	}

	@Override
	public boolean handlesKept() {
		return this.routes.stream().anyMatch((route) -> !route.subscription().isAnswering());
	}

	/**
	 * Says which handler handles what.
	 * @return a line for each handler, those that are asked first in front
	 */
	public List<String> describe() {
		Map<NotificationSubscription<?>, List<String>> events = new LinkedHashMap<>();
		this.routes.forEach((route) -> events.computeIfAbsent(route.subscription(), (key) -> new ArrayList<>())
			.add(route.describe()));
		return events.entrySet()
			.stream()
			.map((handler) -> handler.getKey().description() + " handles " + String.join(", ", handler.getValue()))
			.toList();
	}

}
