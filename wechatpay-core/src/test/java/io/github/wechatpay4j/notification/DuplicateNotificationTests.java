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

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.wechatpay4j.NotificationRejectedException;
import io.github.wechatpay4j.NotificationRejectedException.Reason;
import io.github.wechatpay4j.testing.Delivery;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DuplicateNotificationTests {

	private final AtomicInteger calls = new AtomicInteger();

	@Test
	void callsNoHandlerForWhatIsDone() {
		Events events = new Events().on(Events.Paid.class, (paid) -> this.calls.incrementAndGet());
		assertThat(events.process(Delivery.paid())).isEqualTo(NotificationOutcome.HANDLED);
		assertThat(events.process(Delivery.paid())).isEqualTo(NotificationOutcome.DUPLICATE);
		assertThat(this.calls).hasValue(1);
	}

	@Test
	void recognizesARepetitionByTheBusinessNumberAlthoughItsIdDiffers() {
		Events events = new Events().on(Events.Paid.class, (paid) -> this.calls.incrementAndGet())
			.on(Events.Refunded.class, (refunded) -> this.calls.incrementAndGet());
		assertThat(events.process(Delivery.of("EV-1", "TRANSACTION.SUCCESS", "transaction", Delivery.PAID)))
			.isEqualTo(NotificationOutcome.HANDLED);
		assertThat(events.process(Delivery.of("EV-2", "TRANSACTION.SUCCESS", "transaction", Delivery.PAID)))
			.isEqualTo(NotificationOutcome.DUPLICATE);
		String other = Delivery.PAID.replace("1217752501201407033233368018", "2");
		assertThat(events.process(Delivery.of("EV-1", "TRANSACTION.SUCCESS", "transaction", other)))
			.as("another order under the same id")
			.isEqualTo(NotificationOutcome.HANDLED);
		for (String event : List.of("REFUND.ABNORMAL", "REFUND.SUCCESS")) {
			assertThat(events.process(Delivery.of("EV-3", event, "refund", "{\"out_refund_no\":\"1\"}")))
				.as("each event of the same refund")
				.isEqualTo(NotificationOutcome.HANDLED);
		}
	}

	@Test
	void keepsEqualOrderNumbersOfTwoSubMerchantsApart() {
		Events events = new Events().on(Events.PartnerPaid.class, (paid) -> this.calls.incrementAndGet());
		for (String sub : List.of("sub_mchid\":\"1900000109", "sub_mchid\":\"1900000110", "sub_mch_id\":\"1900000111",
				"sub_mch_id\":\"1900000112")) {
			assertThat(events.process(Delivery.of("EV-" + sub.length(), "TRANSACTION.SUCCESS", "transaction",
					"{\"sp_mchid\":\"1900000001\",\"" + sub + "\",\"out_trade_no\":\"1\"}")))
				.isEqualTo(NotificationOutcome.HANDLED);
		}
		assertThat(this.calls).hasValue(4);
	}

	@Test
	void keepsEqualNumbersOfDifferentKindsApart() {
		Events events = new Events().on(Events.Paid.class, (paid) -> this.calls.incrementAndGet())
			.on(Events.Shared.class, (shared) -> this.calls.incrementAndGet());
		String direct = "{\"mchid\":\"1900000001\",\"out_trade_no\":\"7\"}";
		String shared = "{\"order_id\":\"7\",\"mchid\":\"1900000001\"}";
		assertThat(events.process(Delivery.of("EV-1", "TRANSACTION.SUCCESS", "transaction", direct)))
			.isEqualTo(NotificationOutcome.HANDLED);
		assertThat(events.process(Delivery.of("EV-2", "TRANSACTION.SUCCESS", "profitsharing", shared)))
			.isEqualTo(NotificationOutcome.HANDLED);
		assertThat(this.calls).hasValue(2);
	}

	@Test
	void fallsBackToTheIdWhereThereIsNoBusinessNumber() {
		Events events = new Events().onAnything("any");
		assertThat(events.process(Delivery.of("EV-1", "NEW.EVENT", "new", "{}")))
			.isEqualTo(NotificationOutcome.HANDLED);
		assertThat(events.process(Delivery.of("EV-1", "NEW.EVENT", "new", "{}")))
			.isEqualTo(NotificationOutcome.DUPLICATE);
		assertThat(events.process(Delivery.of("EV-2", "NEW.EVENT", "new", "{}")))
			.isEqualTo(NotificationOutcome.HANDLED);
	}

	@Test
	void asksForALaterDeliveryOfWhatIsBeingHandled() throws Exception {
		CountDownLatch inside = new CountDownLatch(1);
		CountDownLatch mayEnd = new CountDownLatch(1);
		Events events = new Events().on(Events.Paid.class, (paid) -> {
			this.calls.incrementAndGet();
			inside.countDown();
			assertThat(mayEnd.await(20, TimeUnit.SECONDS)).isTrue();
		});
		ExecutorService thread = Executors.newSingleThreadExecutor();
		try {
			Future<NotificationOutcome> first = thread.submit(() -> events.process(Delivery.paid()));
			assertThat(inside.await(20, TimeUnit.SECONDS)).isTrue();
			assertThatExceptionOfType(NotificationRejectedException.class)
				.isThrownBy(() -> events.process(Delivery.paid()))
				.satisfies((ex) -> {
					assertThat(ex.reason()).isEqualTo(Reason.IN_PROGRESS);
					assertThat(ex.status()).isEqualTo(503);
				});
			mayEnd.countDown();
			assertThat(first.get(20, TimeUnit.SECONDS)).isEqualTo(NotificationOutcome.HANDLED);
			assertThat(events.process(Delivery.paid())).isEqualTo(NotificationOutcome.DUPLICATE);
			assertThat(this.calls).hasValue(1);
		}
		finally {
			mayEnd.countDown();
			thread.shutdownNow();
		}
	}

	@Test
	void letsAFailedNotificationComeAgain() {
		Events events = new Events().on(Events.Paid.class, (paid) -> {
			if (this.calls.incrementAndGet() == 1) {
				throw new IllegalStateException("the database is down");
			}
		});
		assertThatExceptionOfType(NotificationRejectedException.class).isThrownBy(() -> events.process(Delivery.paid()))
			.withMessage("handler0 failed on VerifiedNotification[TRANSACTION.SUCCESS, EV-2018022511223320873, default]"
					+ " with java.lang.IllegalStateException")
			.satisfies((ex) -> {
				assertThat(ex.reason()).isEqualTo(Reason.HANDLER_FAILED);
				assertThat(ex.status()).isEqualTo(500);
			});
		assertThat(events.process(Delivery.paid())).isEqualTo(NotificationOutcome.HANDLED);
		assertThat(this.calls).hasValue(2);
	}

	@Test
	void releasesWhatAnErrorInterrupted() {
		Events events = new Events().on(Events.Paid.class, (paid) -> {
			if (this.calls.incrementAndGet() == 1) {
				throw new StackOverflowError();
			}
		});
		assertThatExceptionOfType(NotificationRejectedException.class).isThrownBy(() -> events.process(Delivery.paid()))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(Reason.HANDLER_FAILED));
		assertThat(events.process(Delivery.paid())).isEqualTo(NotificationOutcome.HANDLED);
	}

	@Test
	void keepsTheInterruptThatAHandlerThrew() {
		Events events = new Events().on(Events.Paid.class, (paid) -> {
			throw new InterruptedException();
		});
		assertThatExceptionOfType(NotificationRejectedException.class)
			.isThrownBy(() -> events.process(Delivery.paid()));
		assertThat(Thread.interrupted()).isTrue();
	}

	@Test
	void swallowsNothingThatNobodyHandles() {
		Events events = new Events().on(Events.Refunded.class, (refunded) -> this.calls.incrementAndGet());
		assertThatExceptionOfType(NotificationRejectedException.class).isThrownBy(() -> events.process(Delivery.paid()))
			.withMessageContaining("no @WechatPayListener handles VerifiedNotification[TRANSACTION.SUCCESS")
			.withMessageContainingAll("write a method for it, or register a handler", "WechatPayListenerConfigurer")
			.withMessageEndingWith("wechatpay.notification.unhandled=accept: they are lost then, payments too")
			.satisfies((ex) -> {
				assertThat(ex.reason()).isEqualTo(Reason.NO_HANDLER);
				assertThat(ex.status()).isEqualTo(500);
			});
		assertThat(events.acceptingUnhandled().process(Delivery.paid())).isEqualTo(NotificationOutcome.UNHANDLED);
		assertThat(events.process(Delivery.paid())).as("not remembered as done")
			.isEqualTo(NotificationOutcome.UNHANDLED);
	}

}
