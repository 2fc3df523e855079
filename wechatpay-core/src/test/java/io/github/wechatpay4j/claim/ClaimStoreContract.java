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

package io.github.wechatpay4j.claim;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.github.wechatpay4j.claim.Claim.State;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every {@link ClaimStore} does. A test class implements it with its own store, and
 * lets time pass for that store.
 */
public interface ClaimStoreContract {

	/** How long a claim of these tests holds. */
	Duration LEASE = Duration.ofMinutes(10);

	/** The store under test, the same one during a test, empty at its beginning. */
	ClaimStore store();

	/** Lets time pass. */
	void advance(Duration time);

	private State stateOf(String key) {
		Claim claim = store().claim(key, LEASE);
		if (claim.state() == State.ACQUIRED) {
			store().giveBack(claim);
		}
		return claim.state();
	}

	@Test
	default void givesAnEventToOneHolder() {
		Claim claim = store().claim("a", LEASE);
		assertThat(claim.state()).isEqualTo(State.ACQUIRED);
		assertThat(claim.key()).isEqualTo("a");
		assertThat(claim.token()).isNotEmpty();
		assertThat(store().claim("a", LEASE)).isEqualTo(Claim.inProgress("a"));
		assertThat(stateOf("b")).isEqualTo(State.ACQUIRED);
	}

	@Test
	default void remembersWhatIsDone() {
		assertThat(store().complete(store().claim("a", LEASE))).isTrue();
		assertThat(store().claim("a", LEASE)).isEqualTo(Claim.done("a"));
		advance(Duration.ofHours(24).plusMinutes(5));
		assertThat(stateOf("a")).as("as long as WeChat Pay repeats").isEqualTo(State.DONE);
	}

	@Test
	default void forgetsWhatWasDoneLongAgo() {
		store().complete(store().claim("a", LEASE));
		advance(Duration.ofDays(8));
		assertThat(stateOf("a")).isEqualTo(State.ACQUIRED);
	}

	@Test
	default void letsAReleasedEventBeClaimedAgainAtOnce() {
		Claim first = store().claim("a", LEASE);
		store().release(first);
		Claim second = store().claim("a", LEASE);
		assertThat(second.state()).isEqualTo(State.ACQUIRED);
		assertThat(second.token()).isNotEqualTo(first.token());
	}

	@Test
	default void endsAClaimWithItsLease() {
		store().claim("a", LEASE);
		advance(LEASE.minusSeconds(1));
		assertThat(stateOf("a")).isEqualTo(State.IN_PROGRESS);
		advance(Duration.ofSeconds(2));
		assertThat(stateOf("a")).isEqualTo(State.ACQUIRED);
	}

	@Test
	default void keepsAFormerHolderFromTouchingItsSuccessor() {
		Claim former = store().claim("a", LEASE);
		advance(LEASE.plusSeconds(1));
		Claim successor = store().claim("a", LEASE);
		assertThat(successor.state()).isEqualTo(State.ACQUIRED);

		store().release(former);
		assertThat(stateOf("a")).as("a former holder cannot release").isEqualTo(State.IN_PROGRESS);
		assertThat(store().complete(former)).as("a former holder cannot complete").isFalse();
		assertThat(stateOf("a")).isEqualTo(State.IN_PROGRESS);
		assertThat(store().complete(successor)).isTrue();
		store().release(former);
		assertThat(stateOf("a")).isEqualTo(State.DONE);
	}

	@Test
	default void doesNotProlongTheSuccessorsLeaseWhenAFormerHolderComesBack() {
		Claim former = store().claim("a", LEASE);
		advance(LEASE.plusSeconds(1));
		store().claim("a", LEASE);
		advance(LEASE.minusSeconds(10));
		store().release(former);
		store().complete(former);
		advance(Duration.ofSeconds(11));
		assertThat(stateOf("a")).isEqualTo(State.ACQUIRED);
	}

	@Test
	default void remembersWhatALateHolderDidWhenNobodyElseHasTakenIt() {
		Claim late = store().claim("a", LEASE);
		advance(LEASE.plusSeconds(1));
		assertThat(store().complete(late)).isTrue();
		assertThat(stateOf("a")).isEqualTo(State.DONE);
	}

	@Test
	default void neverUndoesWhatIsDone() {
		Claim claim = store().claim("a", LEASE);
		store().complete(claim);
		store().release(claim);
		assertThat(stateOf("a")).isEqualTo(State.DONE);
	}

	@Test
	default void countsAttemptsThatFailed() {
		for (int attempt = 1; attempt <= 3; attempt++) {
			Claim claim = store().claim("a", LEASE);
			assertThat(claim.attempt()).isEqualTo(attempt);
			store().release(claim);
		}
		assertThat(store().claim("b", LEASE).attempt()).as("each event has its own").isOne();
	}

	@Test
	default void countsAttemptsWhoseLeaseRanOut() {
		for (int attempt = 1; attempt <= 3; attempt++) {
			assertThat(store().claim("a", LEASE).attempt()).isEqualTo(attempt);
			assertThat(store().claim("a", LEASE).attempt()).as("held by somebody else").isZero();
			advance(LEASE.plusSeconds(1));
		}
	}

	@Test
	default void countsAttemptsAsLongAsWechatPayRepeats() {
		store().release(store().claim("a", LEASE));
		store().claim("b", LEASE);
		advance(Duration.ofHours(24).plusMinutes(5));
		assertThat(store().claim("a", LEASE).attempt()).isEqualTo(2);
		assertThat(store().claim("b", LEASE).attempt()).isEqualTo(2);
	}

	@Test
	default void doesNotCountWhatIsGivenBack() {
		store().giveBack(store().claim("a", LEASE));
		Claim first = store().claim("a", LEASE);
		assertThat(first.state()).isEqualTo(State.ACQUIRED);
		assertThat(first.attempt()).isOne();
		store().release(first);
		store().giveBack(store().claim("a", LEASE));
		store().giveBack(store().claim("a", LEASE));
		Claim second = store().claim("a", LEASE);
		assertThat(second.attempt()).isEqualTo(2);
		store().giveBack(second);
		store().giveBack(second);
		assertThat(store().claim("a", LEASE).attempt()).as("given back once").isEqualTo(2);
	}

	@Test
	default void letsNobodyGiveBackWhatSomebodyElseHolds() {
		Claim former = store().claim("a", LEASE);
		advance(LEASE.plusSeconds(1));
		Claim successor = store().claim("a", LEASE);
		store().giveBack(former);
		assertThat(stateOf("a")).isEqualTo(State.IN_PROGRESS);
		assertThat(store().complete(successor)).isTrue();
		store().giveBack(successor);
		assertThat(stateOf("a")).as("done stays done").isEqualTo(State.DONE);
	}

	@Test
	default void beginsAgainAfterTheAttemptsAreForgotten() {
		store().release(store().claim("a", LEASE));
		store().release(store().claim("a", LEASE));
		store().forget("a");
		Claim first = store().claim("a", LEASE);
		assertThat(first.attempt()).isOne();
		store().release(first);
		Claim second = store().claim("a", LEASE);
		assertThat(second.attempt()).isEqualTo(2);
		store().forget("a");
		assertThat(stateOf("a")).as("whoever holds it keeps it").isEqualTo(State.IN_PROGRESS);
		assertThat(store().complete(second)).isTrue();
		store().forget("a");
		store().forget("b");
		assertThat(stateOf("a")).as("done stays done").isEqualTo(State.DONE);
		assertThat(store().claim("b", LEASE).attempt()).isOne();
	}

	@Test
	default void beginsAgainWithAnEventThatWasDoneLongAgo() {
		store().release(store().claim("a", LEASE));
		store().complete(store().claim("a", LEASE));
		advance(Duration.ofDays(8));
		assertThat(store().claim("a", LEASE).attempt()).isOne();
	}

	@Test
	default void givesAnEventToExactlyOneOfManyThreads() throws Exception {
		int count = 64;
		CyclicBarrier together = new CyclicBarrier(count);
		ExecutorService threads = Executors.newFixedThreadPool(count);
		try {
			for (int round = 0; round < 20; round++) {
				String key = "round" + round;
				List<Callable<State>> claims = new ArrayList<>();
				for (int thread = 0; thread < count; thread++) {
					claims.add(() -> {
						together.await();
						return store().claim(key, LEASE).state();
					});
				}
				List<State> states = new ArrayList<>();
				for (Future<State> state : threads.invokeAll(claims)) {
					states.add(state.get());
				}
				assertThat(states).containsOnlyOnce(State.ACQUIRED)
					.contains(State.IN_PROGRESS)
					.doesNotContain(State.DONE);
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

}
