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

package io.github.wechatpay4j.listener;

import java.util.List;

import io.github.wechatpay4j.notification.NotificationSubscription;

/**
 * Looks at all handlers at startup, and refuses those that would not do what their code
 * says. Beans of this type are asked once.
 */
@FunctionalInterface
public interface ListenerCheck {

	/**
	 * Looks at the handlers.
	 * @param subscriptions what they want
	 * @throws InvalidListenerException naming the handler and the remedy
	 */
	void check(List<NotificationSubscription<?>> subscriptions);

}
