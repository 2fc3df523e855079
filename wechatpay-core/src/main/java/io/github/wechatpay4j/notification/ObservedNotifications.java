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

import java.util.Objects;

import io.github.wechatpay4j.observation.WechatPayNotificationContext;
import io.github.wechatpay4j.observation.WechatPayNotificationConvention;
import io.github.wechatpay4j.observation.WechatPayObservation;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Observes notifications with Micrometer; the stages are events of the observation. What
 * a handler observes on its thread becomes a child. Safe for use by many threads.
 */
public final class ObservedNotifications implements NotificationObserver {

	private final ObservationRegistry registry;

	private final WechatPayNotificationConvention convention;

	/**
	 * Creates an observer.
	 * @param registry takes the observations
	 * @param convention names them
	 */
	public ObservedNotifications(ObservationRegistry registry, WechatPayNotificationConvention convention) {
		this.registry = Objects.requireNonNull(registry, "registry");
		this.convention = Objects.requireNonNull(convention, "convention");
	}

	@Override
	public NotificationProgress received(@Nullable String merchant, String source) {
		WechatPayNotificationContext context = new WechatPayNotificationContext(merchant, source);
		return new ObservedNotification(context,
				WechatPayObservation.NOTIFICATION.observation(null, this.convention, () -> context, this.registry),
				this.convention);
	}

}
