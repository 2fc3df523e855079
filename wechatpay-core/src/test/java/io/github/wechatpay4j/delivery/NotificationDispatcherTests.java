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

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

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
import io.github.wechatpay4j.testing.TestClock;
import io.github.wechatpay4j.testing.TestMerchants;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class NotificationDispatcherTests {

	private static final NotificationTypes TYPES = new NotificationTypes(List.of());

	private static final Duration LEASE = Duration.ofMinutes(1);

	private final List<String> story = new ArrayList<>();

	private final ClaimStore claims = new ToldClaims();

	private boolean commitFails;

	private final UnitOfWork unit = new UnitOfWork() {

		@Override
		public <T> T run(NotificationSubscription<?> subscription, Lease lease, Callable<T> work) throws Exception {
			NotificationDispatcherTests.this.story.add("begin");
			T result;
			try {
				result = work.call();
			}
			catch (Exception ex) {
				NotificationDispatcherTests.this.story.add("rollback");
				throw ex;
			}
			if (NotificationDispatcherTests.this.commitFails) {
				throw new IllegalStateException("the connection is gone");
			}
			NotificationDispatcherTests.this.story.add("commit");
			return result;
		}

	};

	private final LeaseWatch watch = new LeaseWatch();

	private boolean overtaken;

	private boolean transactional = true;

	@Test
	void marksAnEventAsDoneWithinTheUnitOfTheHandler() {
		assertThat(dispatch((event) -> this.story.add("handler"))).isEqualTo(NotificationOutcome.HANDLED);
		assertThat(this.story).containsExactly("claim", "begin", "handler", "complete", "commit");
	}

	@Test
	void undoesWhatAFailedHandlerDidAndGivesTheEventBack() {
		rejects(Reason.HANDLER_FAILED, (event) -> {
			throw new IllegalStateException("as told");
		});
		assertThat(this.story).containsExactly("claim", "begin", "rollback", "release");
	}

	@Test
	void undoesWhatALateHandlerDidWhenSomebodyElseHasTakenTheEvent() {
		this.overtaken = true;
		rejects(Reason.OVERTAKEN, (event) -> this.story.add("handler"));
		assertThat(this.story).containsExactly("claim", "begin", "handler", "complete", "rollback", "release");
	}

	@Test
	void acknowledgesNothingThatCouldNotBeCommitted() {
		this.commitFails = true;
		rejects(Reason.HANDLER_FAILED, (event) -> this.story.add("handler"));
		assertThat(this.story).containsExactly("claim", "begin", "handler", "complete", "release");
	}

	@Test
	void marksNothingBeforeTheCommitWhereTheMarkCannotBeUndone() {
		this.transactional = false;
		this.commitFails = true;
		rejects(Reason.HANDLER_FAILED, (event) -> this.story.add("handler"));
		assertThat(this.story).containsExactly("claim", "begin", "handler", "release");
		this.story.clear();
		this.commitFails = false;
		assertThat(dispatch((event) -> this.story.add("handler"))).as("not lost")
			.isEqualTo(NotificationOutcome.HANDLED);
		assertThat(this.story).containsExactly("claim", "begin", "handler", "commit", "complete");
	}

	@Test
	void handlesWhatTheCallerHoldsWithoutAClaim() {
		NotificationOutcome outcome = dispatcher((event) -> this.story.add("handler")).deliver(verified(),
				Lease.begin(LEASE), () -> {
					this.story.add("mark");
					return true;
				}, NotificationProgress.none());
		assertThat(outcome).isEqualTo(NotificationOutcome.HANDLED);
		assertThat(this.story).containsExactly("begin", "handler", "mark", "commit");
	}

	@Test
	void callsNobodyWhenTheStoreOfClaimsIsAway() {
		ClaimStore away = new ToldClaims() {
			@Override
			public Claim claim(String key, Duration lease) {
				throw new IllegalStateException("no connection");
			}
		};
		NotificationDispatcher dispatcher = new NotificationDispatcher(handlers((event) -> this.story.add("handler")),
				new EventKeys(TYPES), away, LEASE, new LeaseWatch(), this.unit, false);
		assertThatExceptionOfType(NotificationRejectedException.class)
			.isThrownBy(() -> dispatcher.deliver(verified(), NotificationProgress.none()))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(Reason.NOT_STORED))
			.withMessageNotContaining("no connection");
		assertThat(this.story).isEmpty();
	}

	private void rejects(Reason reason, NotificationHandler<JsonNode> handler) {
		assertThatExceptionOfType(NotificationRejectedException.class).isThrownBy(() -> dispatch(handler))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(reason));
	}

	private NotificationOutcome dispatch(NotificationHandler<JsonNode> handler) {
		return dispatcher(handler).deliver(verified(), NotificationProgress.none());
	}

	private NotificationDispatcher dispatcher(NotificationHandler<JsonNode> handler) {
		return new NotificationDispatcher(handlers(handler), new EventKeys(TYPES), this.claims, LEASE, this.watch,
				this.unit, false);
	}

	private static NotificationHandlers handlers(NotificationHandler<JsonNode> handler) {
		return new NotificationHandlers(
				List.of(new NotificationSubscription<>(JsonNode.class, List.of("*"), handler, "handler")), TYPES);
	}

	@Test
	void beginsAgainAfterADeadlockWithoutCountingAnAttempt() {
		this.transactional = true;
		AtomicInteger calls = new AtomicInteger();
		NotificationDispatcher dispatcher = dispatcher((any) -> {
			if (calls.incrementAndGet() < 3) {
				throw new IllegalStateException(new SQLException("deadlock", "40001"));
			}
		});
		assertThat(dispatcher.deliver(verified(), NotificationProgress.none())).isEqualTo(NotificationOutcome.HANDLED);
		assertThat(this.story).containsExactly("claim", "begin", "rollback", "begin", "rollback", "begin", "complete",
				"commit");
	}

	@Test
	void beginsAgainOnlyAsLongAsTheLeaseLasts() {
		this.transactional = true;
		AtomicInteger calls = new AtomicInteger();
		NotificationDispatcher dispatcher = new NotificationDispatcher(handlers((any) -> {
			calls.incrementAndGet();
			throw new SQLException("lock wait timeout", "HY000", 1205);
		}), new EventKeys(TYPES), this.claims, Duration.ofMillis(300), this.watch, this.unit, false);
		assertThatExceptionOfType(NotificationRejectedException.class)
			.isThrownBy(() -> dispatcher.deliver(verified(), NotificationProgress.none()))
			.satisfies((ex) -> assertThat(ex.reason()).isIn(Reason.HANDLER_FAILED, Reason.LEASE_EXPIRED));
		assertThat(calls).hasValueGreaterThan(1);
		assertThat(this.story).endsWith("release");
	}

	@Test
	void doesNotRepeatWhatIsNotUndone() {
		this.transactional = false;
		AtomicInteger calls = new AtomicInteger();
		NotificationDispatcher dispatcher = dispatcher((any) -> {
			calls.incrementAndGet();
			throw new SQLException("deadlock", "40P01");
		});
		assertThatExceptionOfType(NotificationRejectedException.class)
			.isThrownBy(() -> dispatcher.deliver(verified(), NotificationProgress.none()));
		assertThat(calls).hasValue(1);
	}

	private static VerifiedNotification verified() {
		return new NotificationVerifier(new TestClock()).verify(Delivery.paid().received(), TestMerchants.merchant());
	}

	/** Claims that write down what is asked of them. */
	private class ToldClaims implements ClaimStore {

		private final ClaimStore store = new CaffeineClaimStore();

		@Override
		public Claim claim(String key, Duration lease) {
			NotificationDispatcherTests.this.story.add("claim");
			return this.store.claim(key, lease);
		}

		@Override
		public boolean complete(Claim claim) {
			NotificationDispatcherTests.this.story.add("complete");
			return !NotificationDispatcherTests.this.overtaken && this.store.complete(claim);
		}

		@Override
		public boolean isTransactional() {
			return NotificationDispatcherTests.this.transactional;
		}

		@Override
		public void release(Claim claim) {
			NotificationDispatcherTests.this.story.add("release");
			this.store.release(claim);
		}

		@Override
		public void giveBack(Claim claim) {
			NotificationDispatcherTests.this.story.add("give back");
			this.store.giveBack(claim);
		}

		@Override
		public void forget(String key) {
			this.store.forget(key);
		}

	}

}
