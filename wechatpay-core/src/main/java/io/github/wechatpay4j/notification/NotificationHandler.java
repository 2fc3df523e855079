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

import org.jspecify.annotations.Nullable;

/**
 * Handles notifications.
 *
 * @param <T> the payload's type
 */
@FunctionalInterface
public interface NotificationHandler<T> {

	/**
	 * Handles a notification. Returning means done.
	 * @param notification the notification
	 * @throws Exception if it is not done and has to come again
	 */
	void handle(Notification<T> notification) throws Exception;

	/**
	 * Handles a notification, and says what the answer carries.
	 * @param notification the notification
	 * @return the fields of the answer, {@code null} for a notification whose answer has
	 * none
	 * @throws Exception if it is not done and has to come again
	 * @see AnsweringHandler
	 */
	default @Nullable Object answer(Notification<T> notification) throws Exception {
		handle(notification);
		return null;
	}

}
