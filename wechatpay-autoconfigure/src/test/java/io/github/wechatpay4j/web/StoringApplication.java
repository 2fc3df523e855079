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

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.wechatpay4j.api.payments.TransactionNotification;
import io.github.wechatpay4j.notification.Notification;
import io.github.wechatpay4j.notification.NotificationObserver;
import io.github.wechatpay4j.notification.NotificationOutcome;
import io.github.wechatpay4j.notification.NotificationProgress;
import io.github.wechatpay4j.notification.WechatPayDeadLetter;
import io.github.wechatpay4j.notification.WechatPayListener;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * An application that stores notifications first, and remembers what became of them.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class StoringApplication {

	@Bean
	Handlers handlers() {
		return new Handlers();
	}

	@Bean
	Outcomes outcomes() {
		return new Outcomes();
	}

	static class Handlers {

		private final List<String> handled = new CopyOnWriteArrayList<>();

		private final List<String> attempts = new CopyOnWriteArrayList<>();

		private final List<String> parked = new CopyOnWriteArrayList<>();

		private final Set<String> failing = ConcurrentHashMap.newKeySet();

		@WechatPayListener
		void paid(TransactionNotification paid) {
			this.attempts.add(paid.outTradeNo());
			if (this.failing.contains(paid.outTradeNo())) {
				throw new IllegalStateException("told to fail on " + paid.payer().openid());
			}
			this.handled.add(paid.outTradeNo());
		}

		@WechatPayListener(events = "COMPLAINT.*")
		void complained(Notification<JsonNode> complaint) {
			this.handled.add(complaint.eventType());
		}

		@WechatPayDeadLetter
		void parked(TransactionNotification paid) {
			this.parked.add(paid.outTradeNo());
		}

		List<String> handled() {
			return this.handled;
		}

		List<String> attempts() {
			return this.attempts;
		}

		List<String> parked() {
			return this.parked;
		}

		Set<String> failing() {
			return this.failing;
		}

	}

	/** What became of what was taken from the broker. */
	static class Outcomes implements NotificationObserver {

		private final List<Object> all = new CopyOnWriteArrayList<>();

		@Override
		public NotificationProgress received(@Nullable String merchant, String source) {
			return source.equals("http") ? NotificationProgress.none() : new NotificationProgress() {

				@Override
				public void acknowledged(NotificationOutcome outcome) {
					Outcomes.this.all.add(outcome);
				}

				@Override
				public void rejected(Throwable failure) {
					Outcomes.this.all.add(failure);
				}

			};
		}

		List<Object> all() {
			return this.all;
		}

	}

}
