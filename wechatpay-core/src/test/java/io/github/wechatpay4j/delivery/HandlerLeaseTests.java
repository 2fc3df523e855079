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

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

import io.github.wechatpay4j.NotificationRejectedException;
import io.github.wechatpay4j.NotificationRejectedException.Reason;
import io.github.wechatpay4j.claim.CaffeineClaimStore;
import io.github.wechatpay4j.claim.Claim;
import io.github.wechatpay4j.claim.ClaimStore;
import io.github.wechatpay4j.notification.NotificationHandler;
import io.github.wechatpay4j.notification.NotificationHandlers;
import io.github.wechatpay4j.notification.NotificationOutcome;
import io.github.wechatpay4j.notification.NotificationProgress;
import io.github.wechatpay4j.notification.NotificationSubscription;
import io.github.wechatpay4j.notification.NotificationTypes;
import io.github.wechatpay4j.notification.NotificationVerifier;
import io.github.wechatpay4j.notification.VerifiedNotification;
import io.github.wechatpay4j.testing.Delivery;
import io.github.wechatpay4j.testing.LogCapture;
import io.github.wechatpay4j.testing.TestClock;
import io.github.wechatpay4j.testing.TestMerchants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Timeout(60)
class HandlerLeaseTests {

	private static final NotificationTypes TYPES = new NotificationTypes(List.of());

	private static final Duration SHORT = Duration.ofSeconds(1);

	private static final Duration LONG = Duration.ofMinutes(1);

	private final VerifiedNotification verified = verified();

	private final LeaseWatch watch = new LeaseWatch();

	private final ClaimStore claims = new CaffeineClaimStore();

	private final List<String> calls = new ArrayList<>();

	@AfterEach
	void end() {
		this.watch.close();
		assertThat(Thread.interrupted()).as("left to the next test").isFalse();
	}

	@Test
	void interruptsAHandlerWhoseLeaseIsOverAndSaysWhereItStands() {
		try (LogCapture log = new LogCapture()) {
			rejects(Reason.LEASE_EXPIRED, () -> deliver(SHORT, (event) -> new CountDownLatch(1).await()));
			assertThat(log.text()).contains("handler on VerifiedNotification[TRANSACTION.SUCCESS",
					"is not done within wechatpay.notification.lease (PT1S), and is interrupted",
					"The handler stands here", "CountDownLatch.await");
		}
		assertThat(this.watch.expired()).isOne();
		assertThat(this.watch.overdue()).isEmpty();
		assertThat(deliver(LONG, (event) -> this.calls.add("again"))).as("its event is free again")
			.isEqualTo(NotificationOutcome.HANDLED);
	}

	@Test
	void listsWhatIgnoresTheInterruptUntilItEnds() throws InterruptedException {
		AtomicBoolean mayEnd = new AtomicBoolean();
		Thread thread = new Thread(() -> rejects(Reason.LEASE_EXPIRED, () -> deliver(SHORT, (event) -> {
			while (!mayEnd.get()) {
				LockSupport.parkNanos(1_000_000);
			}
			throw new IllegalStateException("as told");
		})));
		thread.start();
		while (this.watch.overdue().isEmpty() && thread.isAlive()) {
			Thread.onSpinWait();
		}
		assertThat(this.watch.overdue()).singleElement()
			.returns("handler", OverdueHandler::description)
			.returns("TRANSACTION.SUCCESS", OverdueHandler::event);
		Thread.sleep(2 * SHORT.toMillis());
		rejects(Reason.IN_PROGRESS, () -> deliver(LONG, (event) -> this.calls.add("again")));
		assertThat(this.calls).as("this node is at it still, although the claim has ended").isEmpty();
		mayEnd.set(true);
		thread.join();
		assertThat(this.watch.overdue()).isEmpty();
	}

	@Test
	void takesALateEndForDoneWhereNobodyElseHasTakenTheEvent() {
		assertThat(deliver(SHORT, HandlerLeaseTests::sleepThroughTheInterrupt)).isEqualTo(NotificationOutcome.HANDLED);
		assertThat(this.watch.expired()).isOne();
		assertThat(deliver(LONG, (event) -> this.calls.add("again"))).isEqualTo(NotificationOutcome.DUPLICATE);
	}

	@Test
	void completesNothingThatSomebodyElseHasTaken() {
		NotificationDispatcher dispatcher = dispatcher(SHORT, HandlerLeaseTests::sleepThroughTheInterrupt,
				UnitOfWork.none());
		rejects(Reason.OVERTAKEN,
				() -> dispatcher.deliver(verified(), Lease.begin(SHORT), () -> false, NotificationProgress.none()));
	}

	@Test
	void startsNoHandlerWhoseLeaseIsOverAlready() {
		UnitOfWork slow = new UnitOfWork() {

			@Override
			public <T> T run(NotificationSubscription<?> subscription, Lease lease, Callable<T> work) throws Exception {
				TimeUnit.NANOSECONDS.sleep(lease.remaining().plusMillis(1).toNanos());
				return work.call();
			}

		};
		NotificationDispatcher dispatcher = dispatcher(SHORT, (event) -> this.calls.add("handler"), slow);
		rejects(Reason.OVERLOADED, () -> dispatcher.deliver(verified(), NotificationProgress.none()));
		assertThat(this.calls).isEmpty();
		assertThat(this.watch.expired()).as("it was not tried").isZero();
	}

	@Test
	void neverInterruptsWhatComesAfterTheHandler() {
		for (int i = 0; i < 3000; i++) {
			Duration lease = Duration.ofNanos(50_000 + (i % 100) * 2_000);
			NotificationDispatcher dispatcher = dispatcher(lease, (event) -> {
				long end = System.nanoTime() + 100_000;
				while (System.nanoTime() < end) {
					Thread.onSpinWait();
				}
			}, UnitOfWork.none());
			try {
				dispatcher.deliver(verified, Lease.begin(lease), () -> !Thread.currentThread().isInterrupted(),
						NotificationProgress.none());
			}
			catch (NotificationRejectedException ex) {
				assertThat(ex.reason()).isIn(Reason.LEASE_EXPIRED, Reason.OVERLOADED);
			}
			assertThat(Thread.currentThread().isInterrupted()).isFalse();
		}
		assertThat(this.watch.overdue()).isEmpty();
	}

	@Test
	void givesTheEventBackUndisturbedWhenTheHandlerWasInterrupted() {
		ClaimStore strict = new UndisturbedClaims();
		for (NotificationHandler<JsonNode> handler : List.<NotificationHandler<JsonNode>>of((event) -> {
			throw new InterruptedException();
		}, (event) -> {
			Thread.currentThread().interrupt();
			throw new InterruptedException();
		}, (event) -> {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("as told");
		})) {
			NotificationDispatcher dispatcher = new NotificationDispatcher(handlers(handler), new EventKeys(TYPES),
					strict, LONG, this.watch, UnitOfWork.none(), false);
			rejects(Reason.HANDLER_FAILED, () -> dispatcher.deliver(verified(), NotificationProgress.none()));
			assertThat(Thread.interrupted()).as("the thread's owner gets to know").isTrue();
		}
		assertThat(this.calls).containsExactly("release", "release", "release");
	}

	@Test
	void completesUndisturbedWhenTheHandlerLeavesItsThreadInterrupted() {
		NotificationDispatcher dispatcher = new NotificationDispatcher(
				handlers((event) -> Thread.currentThread().interrupt()), new EventKeys(TYPES), new UndisturbedClaims(),
				LONG, this.watch, UnitOfWork.none(), false);
		assertThat(dispatcher.deliver(verified(), NotificationProgress.none())).isEqualTo(NotificationOutcome.HANDLED);
		assertThat(Thread.interrupted()).isTrue();
		assertThat(this.calls).containsExactly("complete");
	}

	@Test
	void opensNoUnitForWhatWantsNone() {
		UnitOfWork none = new UnitOfWork() {

			@Override
			public <T> T run(NotificationSubscription<?> subscription, Lease lease, Callable<T> work) {
				throw new AssertionError("nobody asked for a unit");
			}

		};
		NotificationSubscription<?> alone = new NotificationSubscription<JsonNode>(JsonNode.class, List.of("*"),
				(event) -> this.calls.add("handler"), "handler")
			.withoutTransaction();
		NotificationDispatcher dispatcher = new NotificationDispatcher(new NotificationHandlers(List.of(alone), TYPES),
				new EventKeys(TYPES), this.claims, LONG, this.watch, none, false);
		dispatcher.deliver(verified(), Lease.begin(LONG), () -> this.calls.add("mark"), NotificationProgress.none());
		assertThat(this.calls).containsExactly("handler", "mark");
	}

	private static void sleepThroughTheInterrupt(Object event) {
		while (!Thread.currentThread().isInterrupted()) {
			Thread.onSpinWait();
		}
	}

	private static VerifiedNotification verified() {
		return new NotificationVerifier(new TestClock()).verify(Delivery.paid().received(), TestMerchants.merchant());
	}

	private NotificationOutcome deliver(Duration lease, NotificationHandler<JsonNode> handler) {
		return dispatcher(lease, handler, UnitOfWork.none()).deliver(verified(), NotificationProgress.none());
	}

	private NotificationDispatcher dispatcher(Duration lease, NotificationHandler<JsonNode> handler, UnitOfWork unit) {
		return new NotificationDispatcher(handlers(handler), new EventKeys(TYPES), this.claims, lease, this.watch, unit,
				false);
	}

	private static NotificationHandlers handlers(NotificationHandler<JsonNode> handler) {
		return new NotificationHandlers(
				List.of(new NotificationSubscription<>(JsonNode.class, List.of("*"), handler, "handler")), TYPES);
	}

	private static void rejects(Reason reason, Runnable delivery) {
		assertThatExceptionOfType(NotificationRejectedException.class).isThrownBy(delivery::run)
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(reason));
	}

	/** Claims that work only on threads that are not interrupted, as drivers do. */
	private final class UndisturbedClaims implements ClaimStore {

		private final ClaimStore store = new CaffeineClaimStore();

		@Override
		public Claim claim(String key, Duration lease) {
			return this.store.claim(key, lease);
		}

		@Override
		public boolean complete(Claim claim) {
			told("complete");
			return this.store.complete(claim);
		}

		@Override
		public void release(Claim claim) {
			told("release");
			this.store.release(claim);
		}

		@Override
		public void giveBack(Claim claim) {
			told("giveBack");
			this.store.giveBack(claim);
		}

		@Override
		public void forget(String key) {
			this.store.forget(key);
		}

		private void told(String call) {
			if (Thread.currentThread().isInterrupted()) {
				throw new IllegalStateException("interrupted");
			}
			HandlerLeaseTests.this.calls.add(call);
		}

	}

}
