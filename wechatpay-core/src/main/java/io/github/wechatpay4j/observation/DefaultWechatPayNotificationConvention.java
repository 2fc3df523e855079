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

package io.github.wechatpay4j.observation;

import io.github.wechatpay4j.observation.WechatPayObservation.NotificationKeys;
import io.github.wechatpay4j.observation.WechatPayObservation.TraceKeys;
import io.micrometer.common.KeyValues;
import org.jspecify.annotations.Nullable;

/**
 * What {@link WechatPayObservation#NOTIFICATION} says by default.
 */
final class DefaultWechatPayNotificationConvention implements WechatPayNotificationConvention {

	private static final String NONE = "none";

	private final Bounded merchants = new Bounded(1000);

	private final Bounded events = new Bounded(200);

	@Override
	public String getName() {
		return "wechatpay.notification";
	}

	@Override
	public String getContextualName(WechatPayNotificationContext context) {
		return "wechatpay notification";
	}

	@Override
	public KeyValues getLowCardinalityKeyValues(WechatPayNotificationContext context) {
		return KeyValues.of(NotificationKeys.MERCHANT.withValue(bounded(this.merchants, context.merchant())),
				NotificationKeys.EVENT.withValue(bounded(this.events, context.eventType())),
				NotificationKeys.SOURCE.withValue(context.source()), NotificationKeys.STAGE.withValue(context.stage()),
				NotificationKeys.RESULT.withValue(orNone(context.result())),
				NotificationKeys.REASON.withValue(orNone(context.reason())));
	}

	@Override
	public KeyValues getHighCardinalityKeyValues(WechatPayNotificationContext context) {
		String id = context.notificationId();
		return (id != null) ? KeyValues.of(TraceKeys.NOTIFICATION_ID.withValue(id)) : KeyValues.empty();
	}

	private static String bounded(Bounded values, @Nullable String value) {
		return (value != null) ? values.of(value) : NONE;
	}

	private static String orNone(@Nullable String value) {
		return (value != null) ? value : NONE;
	}

}
