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

package io.github.wechatpay4j.testing;

import java.time.Clock;
import java.time.Duration;

import io.github.wechatpay4j.claim.ClaimStore;
import io.github.wechatpay4j.delivery.Answers;
import io.github.wechatpay4j.delivery.EventKeys;
import io.github.wechatpay4j.delivery.LeaseWatch;
import io.github.wechatpay4j.delivery.NotificationDispatcher;
import io.github.wechatpay4j.delivery.NotificationProcessor;
import io.github.wechatpay4j.delivery.UnitOfWork;
import io.github.wechatpay4j.merchant.MerchantRegistry;
import io.github.wechatpay4j.notification.NotificationHandlerResolver;
import io.github.wechatpay4j.notification.NotificationObserver;
import io.github.wechatpay4j.notification.NotificationTypes;
import io.github.wechatpay4j.notification.NotificationVerifier;

/**
 * Processors that handle notifications at once.
 *
 * @param merchants the merchants
 * @param clock tells the time
 * @param types the types that are known
 */
public record Pipelines(MerchantRegistry merchants, Clock clock, NotificationTypes types) {

	public NotificationProcessor direct(NotificationHandlerResolver handlers, ClaimStore claims) {
		return direct(handlers, claims, false, NotificationObserver.none());
	}

	public NotificationProcessor direct(NotificationHandlerResolver handlers, ClaimStore claims,
			boolean acceptUnhandled, NotificationObserver observer) {
		NotificationDispatcher dispatcher = new NotificationDispatcher(handlers, new EventKeys(this.types), claims,
				Duration.ofMinutes(10), new LeaseWatch(), UnitOfWork.none(), acceptUnhandled);
		return new NotificationProcessor(this.merchants, new NotificationVerifier(this.clock), dispatcher,
				dispatcher::deliver, observer, new Answers(this.types, this.clock));
	}

}
