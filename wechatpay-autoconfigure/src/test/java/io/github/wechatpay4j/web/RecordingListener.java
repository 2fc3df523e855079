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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import io.github.wechatpay4j.api.payments.TransactionNotification;
import io.github.wechatpay4j.api.refunds.RefundNotification;
import io.github.wechatpay4j.notification.Notification;
import io.github.wechatpay4j.notification.WechatPayListener;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Handlers that remember, fail and wait as told.
 */
class RecordingListener {

	private final List<TransactionNotification> paid = new CopyOnWriteArrayList<>();

	private final List<Notification<RefundNotification>> refunds = new CopyOnWriteArrayList<>();

	private final List<String> complaints = new CopyOnWriteArrayList<>();

	private final AtomicReference<Throwable> failure = new AtomicReference<>();

	private final AtomicReference<Gate> gate = new AtomicReference<>();

	@WechatPayListener
	void paid(TransactionNotification notification) throws InterruptedException {
		Gate held = this.gate.getAndSet(null);
		if (held != null) {
			held.pass();
		}
		fail();
		this.paid.add(notification);
	}

	@WechatPayListener(events = "REFUND.*")
	void refunded(Notification<RefundNotification> notification) {
		this.refunds.add(notification);
	}

	@WechatPayListener(events = "COMPLAINT.*")
	Mono<Void> complained(Notification<JsonNode> notification) {
		return Mono.fromRunnable(() -> {
			fail();
			this.complaints.add(notification.payload().path("complaint_id").asString());
		});
	}

	List<TransactionNotification> paid() {
		return this.paid;
	}

	List<Notification<RefundNotification>> refunds() {
		return this.refunds;
	}

	List<String> complaints() {
		return this.complaints;
	}

	void failNext() {
		failNextWith(new IllegalStateException("as told"));
	}

	void failNextWith(Throwable told) {
		this.failure.set(told);
	}

	private void fail() {
		Throwable told = this.failure.getAndSet(null);
		if (told instanceof Error error) {
			throw error;
		}
		if (told instanceof RuntimeException exception) {
			throw exception;
		}
	}

	Gate holdNext() {
		Gate held = new Gate();
		this.gate.set(held);
		return held;
	}

	void reset() {
		this.paid.clear();
		this.refunds.clear();
		this.complaints.clear();
		this.failure.set(null);
	}

	/** Holds a handler until it is opened. */
	static final class Gate {

		private final CountDownLatch entered = new CountDownLatch(1);

		private final CountDownLatch opened = new CountDownLatch(1);

		private final CompletableFuture<String> end = new CompletableFuture<>();

		private void pass() throws InterruptedException {
			this.entered.countDown();
			try {
				assertThat(this.opened.await(30, TimeUnit.SECONDS)).isTrue();
				this.end.complete("passed");
			}
			catch (InterruptedException ex) {
				this.end.complete("interrupted");
				throw ex;
			}
		}

		/** How the handler's wait ended: {@code passed} or {@code interrupted}. */
		String awaitEnd() {
			return this.end.orTimeout(30, TimeUnit.SECONDS).join();
		}

		void awaitEntered() throws InterruptedException {
			assertThat(this.entered.await(30, TimeUnit.SECONDS)).isTrue();
		}

		void open() {
			this.opened.countDown();
		}

	}

}
