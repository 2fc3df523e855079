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

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A notification that no attempt could handle. It stays until it is replayed or dropped,
 * or too old. Its content is encrypted and not shown.
 *
 * @param id names it for {@link NotificationInbox#replay} and
 * {@link NotificationInbox#drop}
 * @param merchant the merchant's name in this application
 * @param eventType the event, such as {@code TRANSACTION.SUCCESS}
 * @param notificationId the platform's id of the notification
 * @param attempts how many times it was tried
 * @param lastFailure why the last attempt failed
 * @param receivedAt when it came
 * @param parkedAt when it was given up
 */
public record DeadLetter(long id, String merchant, String eventType, String notificationId, int attempts,
		@Nullable String lastFailure, Instant receivedAt, Instant parkedAt) {
}
