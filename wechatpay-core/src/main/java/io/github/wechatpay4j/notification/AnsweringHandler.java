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
 * Handles notifications whose answer carries fields, such as what to show to a user who
 * is about to end a contract. It runs while the platform waits, in every mode, and again
 * when the platform asks again.
 *
 * @param <T> the payload's type
 * @param <A> what the answer carries
 */
@FunctionalInterface
public interface AnsweringHandler<T, A> extends NotificationHandler<T> {

	/**
	 * Answers a notification.
	 * @param notification the notification
	 * @return the fields of the answer; {@code null}, where the subscription names an
	 * answer type, counts as a failure
	 * @throws Exception if it cannot be answered
	 */
	@Override
	@Nullable A answer(Notification<T> notification) throws Exception;

	@Override
	default void handle(Notification<T> notification) throws Exception {
		answer(notification);
	}

}
