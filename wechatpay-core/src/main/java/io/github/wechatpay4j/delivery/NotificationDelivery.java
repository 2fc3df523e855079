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

import io.github.wechatpay4j.NotificationRejectedException;
import io.github.wechatpay4j.notification.NotificationOutcome;
import io.github.wechatpay4j.notification.NotificationProgress;
import io.github.wechatpay4j.notification.VerifiedNotification;

/**
 * Sees to it that a verified notification is handled: at once, or later from where it is
 * kept. Implementations are safe for use by many threads.
 */
@FunctionalInterface
public interface NotificationDelivery {

	/**
	 * Delivers a notification. Returning means that it is handled or durably stored, and
	 * will be acknowledged: the platform never sends it again.
	 * @param notification the notification
	 * @param progress is told of the stages
	 * @return what became of it
	 * @throws NotificationRejectedException if it is neither handled nor stored
	 */
	NotificationOutcome deliver(VerifiedNotification notification, NotificationProgress progress);

}
