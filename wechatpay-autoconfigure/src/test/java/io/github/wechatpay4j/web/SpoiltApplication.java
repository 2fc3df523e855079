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

package io.github.wechatpay4j.web;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.wechatpay4j.NotificationRejectedException;
import io.github.wechatpay4j.NotificationRejectedException.Reason;
import io.github.wechatpay4j.claim.CaffeineClaimStore;
import io.github.wechatpay4j.claim.Claim;
import io.github.wechatpay4j.claim.ClaimStore;
import io.github.wechatpay4j.delivery.NotificationDelivery;
import io.github.wechatpay4j.delivery.NotificationDispatcher;
import io.github.wechatpay4j.notification.NotificationOutcome;
import io.github.wechatpay4j.notification.NotificationProgress;
import io.github.wechatpay4j.notification.VerifiedNotification;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * An application whose stores remember what they were asked, and fail as told.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(RecordingListener.class)
class SpoiltApplication {

	@Bean
	Claims claims() {
		return new Claims();
	}

	@Bean
	Deliveries deliveries(ObjectProvider<NotificationDispatcher> dispatcher) {
		return new Deliveries(dispatcher);
	}

	static final class Claims implements ClaimStore {

		final AtomicBoolean overtakeNext = new AtomicBoolean();

		final AtomicBoolean breakNext = new AtomicBoolean();

		private final ClaimStore store = new CaffeineClaimStore();

		private final List<String> keys = new CopyOnWriteArrayList<>();

		@Override
		public Claim claim(String key, Duration lease) {
			if (this.breakNext.getAndSet(false)) {
				throw new IllegalStateException("gone, as told");
			}
			this.keys.add(key);
			return this.store.claim(key, lease);
		}

		@Override
		public boolean complete(Claim claim) {
			return !this.overtakeNext.getAndSet(false) && this.store.complete(claim);
		}

		@Override
		public void release(Claim claim) {
			this.store.release(claim);
		}

		@Override
		public void giveBack(Claim claim) {
			this.store.giveBack(claim);
		}

		@Override
		public void forget(String key) {
			this.store.forget(key);
		}

		List<String> keys() {
			return this.keys;
		}

	}

	/** Delivers at once, unless told to lose its store. */
	static final class Deliveries implements NotificationDelivery {

		final AtomicBoolean failNext = new AtomicBoolean();

		private final ObjectProvider<NotificationDispatcher> dispatcher;

		private final List<String> delivered = new CopyOnWriteArrayList<>();

		Deliveries(ObjectProvider<NotificationDispatcher> dispatcher) {
			this.dispatcher = dispatcher;
		}

		@Override
		public NotificationOutcome deliver(VerifiedNotification notification, NotificationProgress progress) {
			if (this.failNext.getAndSet(false)) {
				throw new NotificationRejectedException(Reason.NOT_STORED, "the store is gone, as told");
			}
			this.delivered.add(notification.id());
			return this.dispatcher.getObject().deliver(notification, progress);
		}

		List<String> delivered() {
			return this.delivered;
		}

	}

}
