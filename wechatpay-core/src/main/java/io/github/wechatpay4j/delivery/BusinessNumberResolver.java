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

import io.github.wechatpay4j.notification.Notification;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Tells what a notification is about, so that its repetitions are recognized. Merchant,
 * sub-merchant and event type are always part of the key and need not be told. Safe for
 * use by many threads.
 */
@FunctionalInterface
public interface BusinessNumberResolver {

	/**
	 * The number of the business action, such as the order's.
	 * @param notification a verified notification
	 * @return the number, {@code null} to go by the field that the event's type names
	 */
	@Nullable String resolve(Notification<JsonNode> notification);

}
