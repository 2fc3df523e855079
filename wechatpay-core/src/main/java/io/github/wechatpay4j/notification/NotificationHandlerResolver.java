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

import java.util.Optional;

/**
 * Finds the handler for a notification.
 */
@FunctionalInterface
public interface NotificationHandlerResolver {

	/**
	 * Finds the one handler.
	 * @param notification a verified notification
	 * @return what wants it; empty if nothing does
	 */
	Optional<NotificationSubscription<?>> find(VerifiedNotification notification);

	/**
	 * Whether there may be a handler for a notification that was kept: where there is
	 * none, nothing is taken from where notifications are kept, so that other nodes can
	 * handle it. Handlers that give answers do not count; they run while the platform
	 * waits.
	 * @return {@code true} unless an implementation knows better
	 */
	default boolean handlesKept() {
		return true;
	}

}
