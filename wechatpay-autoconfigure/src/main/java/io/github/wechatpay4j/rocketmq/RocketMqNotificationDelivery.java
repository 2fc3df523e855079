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

package io.github.wechatpay4j.rocketmq;

import java.util.Objects;

import io.github.wechatpay4j.NotificationRejectedException;
import io.github.wechatpay4j.delivery.EventKeys;
import io.github.wechatpay4j.delivery.NotificationDelivery;
import io.github.wechatpay4j.notification.NotificationOutcome;
import io.github.wechatpay4j.notification.NotificationProgress;
import io.github.wechatpay4j.notification.VerifiedNotification;

/**
 * Stores notifications in a topic of RocketMQ. They are acknowledged to the platform when
 * the broker has acknowledged them. Safe for use by many threads.
 */
public final class RocketMqNotificationDelivery implements NotificationDelivery {

	private final RocketMqSender sender;

	private final EventKeys keys;

	private final String topic;

	/**
	 * Creates a delivery.
	 * @param sender sends messages
	 * @param keys names business events: messages can be looked up by business number
	 * @param topic where to store
	 */
	public RocketMqNotificationDelivery(RocketMqSender sender, EventKeys keys, String topic) {
		this.sender = Objects.requireNonNull(sender, "sender");
		this.keys = Objects.requireNonNull(keys, "keys");
		this.topic = Objects.requireNonNull(topic, "topic");
	}

	/**
	 * Stores a notification.
	 * @throws NotificationRejectedException if RocketMQ has not acknowledged it in time;
	 * it may be stored nevertheless, which makes it a duplicate when it comes again
	 */
	@Override
	public NotificationOutcome deliver(VerifiedNotification notification, NotificationProgress progress) {
		this.sender.send(RocketMqMessages.write(this.topic, this.keys.businessNumber(notification), notification));
		progress.stored();
		return NotificationOutcome.STORED;
	}

}
