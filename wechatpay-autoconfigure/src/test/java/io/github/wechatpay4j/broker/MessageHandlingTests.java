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

package io.github.wechatpay4j.broker;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.wechatpay4j.broker.HandlingNode.Note;
import io.github.wechatpay4j.broker.Verdict.Next;
import io.github.wechatpay4j.claim.CaffeineClaimStore;
import io.github.wechatpay4j.claim.Claim;
import io.github.wechatpay4j.claim.ClaimStore;
import io.github.wechatpay4j.health.HealthFinding;
import io.github.wechatpay4j.notification.NotificationHandler;
import io.github.wechatpay4j.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

@Timeout(60)
class MessageHandlingTests {

	private static final Duration LONG = Duration.ofMinutes(1);

	private final TestClock clock = new TestClock();

	private final AtomicInteger runs = new AtomicInteger();

	private final CountDownLatch end = new CountDownLatch(1);

	private ClaimStore claims = new CaffeineClaimStore();

	private HandlingNode node;

	@AfterEach
	void close() {
		this.end.countDown();
		this.node.close();
	}

	@Test
	void isDoneWhenTheHandlerReturnsAndThenNeverAgain() throws Exception {
		node(LONG, (notification) -> this.runs.incrementAndGet());
		assertThat(this.node.handle(Note.paid("1")).next()).isEqualTo(Next.DONE);
		assertThat(this.node.handle(Note.paid("1")).next()).isEqualTo(Next.DONE);
		assertThat(this.runs).hasValue(1);
		assertThat(this.node.findings()).isEmpty();
	}

	@Test
	void countsAttemptsOfTheEventWhicheverMessageTellsOfIt() throws Exception {
		node(LONG, this::fail);
		Note first = Note.paid("1");
		Note copy = Note.paid("1");
		Verdict one = this.node.handle(first);
		assertThat(one.next()).isEqualTo(Next.AGAIN);
		assertThat(one.delay()).isEqualTo(Duration.ofMillis(100));
		Verdict two = this.node.handle(copy);
		assertThat(two.next()).as("the copy knows nothing of the first").isEqualTo(Next.AGAIN);
		assertThat(two.history().attempts()).isEqualTo(2);
		Verdict three = this.node.handle(first.after(one));
		assertThat(three.next()).isEqualTo(Next.PARK);
		assertThat(three.reason()).isEqualTo("HANDLER_FAILED");
		assertThat(this.node.handle(copy.after(two)).next()).as("it is being parked").isEqualTo(Next.HELD);
		this.node.parked(three, first);
		assertThat(this.node.handle(copy.after(two)).next()).as("it is parked").isEqualTo(Next.DONE);
		assertThat(this.node.handle(Note.paid("1")).next()).as("the platform repeats it").isEqualTo(Next.DONE);
		assertThat(this.runs).hasValue(3);
		assertThat(this.node.deadLetters()).hasSize(1);
	}

	@Test
	void countsByTheMessageWhereTheStoreKnowsLess() throws Exception {
		node(LONG, this::fail);
		Note note = Note.paid("1");
		Verdict one = this.node.handle(note);
		this.claims = new CaffeineClaimStore();
		this.node.close();
		node(LONG, this::fail);
		Verdict two = this.node.handle(note.after(one));
		assertThat(two.history().attempts()).isEqualTo(2);
		assertThat(this.node.handle(note.after(two)).next()).isEqualTo(Next.PARK);
		assertThat(this.runs).hasValue(3);
	}

	@Test
	void parksWithoutAnotherRunWhatNodesDiedOf() throws Exception {
		node(Duration.ofMillis(1), this::fail);
		String key = "1900000001:TRANSACTION.SUCCESS::out_trade_no=1";
		for (int i = 0; i < 3; i++) {
			await().until(() -> this.claims.claim(key, Duration.ofMillis(1)).state() == Claim.State.ACQUIRED);
		}
		await().untilAsserted(() -> {
			Verdict verdict = this.node.handle(Note.paid("1"));
			assertThat(verdict.next()).isEqualTo(Next.PARK);
			assertThat(verdict.reason()).isEqualTo("LEASE_EXPIRED");
			assertThat(verdict.history().attempts()).isEqualTo(3);
		});
		assertThat(this.runs).hasValue(0);
	}

	@Test
	void parksWhatCouldNotBeParkedWithoutAnotherRun() throws Exception {
		node(LONG, this::fail);
		Note note = Note.paid("1");
		this.node.handle(note);
		this.node.handle(note);
		Verdict park = this.node.handle(note);
		assertThat(park.next()).isEqualTo(Next.PARK);
		this.node.handling().notParked(park);
		Verdict again = this.node.handle(note.after(park));
		assertThat(again.next()).isEqualTo(Next.PARK);
		assertThat(again.reason()).isEqualTo("HANDLER_FAILED");
		assertThat(this.runs).hasValue(3);
	}

	@Test
	void handsOnWhatHasNoHandlerAndNeverParksIt() throws Exception {
		node(LONG, (notification) -> this.runs.incrementAndGet());
		Note note = Note.of("REFUND.SUCCESS", "refund", "{\"mchid\":\"1900000001\",\"out_refund_no\":\"r1\"}");
		Verdict verdict = this.node.handle(note);
		assertThat(verdict.delay()).isEqualTo(Duration.ofMillis(500));
		for (int i = 0; i < 100; i++) {
			assertThat(verdict.next()).isEqualTo(Next.ELSEWHERE);
			assertThat(verdict.history().attempts()).isZero();
			verdict = this.node.handle(note.after(verdict));
		}
		assertThat(verdict.delay()).isEqualTo(Duration.ofMinutes(1));
		assertThat(this.node.findings()).singleElement().asString().contains("NO_HANDLER", "@WechatPayListener");
		this.clock.advance(Duration.ofHours(25));
		this.node.handle(note.after(verdict));
		assertThat(this.node.findings()).anyMatch((each) -> each.contains("for a day"));
		assertThat(this.node.health().findings()).noneMatch(HealthFinding::down);
	}

	@Test
	void countsNothingThatAnotherNodeHandsOn() throws Exception {
		node(LONG, this::fail);
		Note note = Note.paid("1");
		Verdict verdict;
		try (HandlingNode wrong = new HandlingNode(this.claims, HandlingNode.redelivery(LONG), this.clock,
				HandlingNode.merchantWithAnotherApiV3Key(), "*", this::fail)) {
			verdict = wrong.handle(note);
			for (int i = 0; i < 20; i++) {
				assertThat(verdict.next()).isEqualTo(Next.ELSEWHERE);
				verdict = wrong.handle(note.after(verdict));
			}
			assertThat(wrong.findings()).singleElement().asString().contains("DECRYPTION", "api-v3-key");
		}
		assertThat(this.node.handle(note.after(verdict)).history().attempts()).isEqualTo(1);
	}

	@Test
	void letsOtherNodesLookAtWhatDoesNotVerifyBeforeItIsParked() throws Exception {
		node(LONG, (notification) -> this.runs.incrementAndGet());
		Note tampered = Note.paid("1").tampered();
		Verdict one = this.node.handle(tampered);
		assertThat(one.next()).isEqualTo(Next.ELSEWHERE);
		Verdict two = this.node.handle(tampered.after(one));
		assertThat(two.next()).isEqualTo(Next.ELSEWHERE);
		Verdict three = this.node.handle(tampered.after(two));
		assertThat(three.next()).isEqualTo(Next.PARK);
		assertThat(three.reason()).isEqualTo("SIGNATURE");
		this.node.parked(three, tampered);
		assertThat(this.runs).hasValue(0);
	}

	@Test
	void parksWhatContainsNoNotificationAtOnce() throws Exception {
		node(LONG, (notification) -> this.runs.incrementAndGet());
		Note note = new Note(Map.of(), new byte[] { 1 });
		Verdict verdict = this.node.handle(note);
		assertThat(verdict.next()).isEqualTo(Next.PARK);
		assertThat(verdict.reason()).isEqualTo("MALFORMED");
		this.node.parked(verdict, note);
	}

	@Test
	void interruptsAHandlerThatHangsAndCountsThat() throws Exception {
		node(Duration.ofMillis(200), (notification) -> {
			this.runs.incrementAndGet();
			this.end.await();
		});
		Verdict verdict = this.node.handle(Note.paid("1"));
		assertThat(verdict.next()).isEqualTo(Next.AGAIN);
		assertThat(verdict.reason()).isEqualTo("LEASE_EXPIRED");
		assertThat(verdict.history().attempts()).isEqualTo(1);
	}

	@Test
	void givesUpHandlersThatIgnoreTheInterrupt() throws Exception {
		AtomicBoolean stop = new AtomicBoolean();
		node(Duration.ofMillis(200), (notification) -> {
			this.runs.incrementAndGet();
			while (!stop.get()) {
				Thread.onSpinWait();
			}
		});
		Note note = Note.paid("1");
		Verdict verdict = this.node.handle(note);
		assertThat(verdict.next()).isEqualTo(Next.AGAIN);
		assertThat(verdict.reason()).isEqualTo("LEASE_EXPIRED");
		Verdict second = this.node.handle(note.after(verdict));
		assertThat(second.history().attempts()).isEqualTo(2);
		stop.set(true);
		assertThat(this.runs).hasValue(2);
	}

	@Test
	void handsOnWhileTheStoreOfClaimsIsAwayAndSaysSo() throws Exception {
		ClaimStore working = this.claims;
		AtomicBoolean away = new AtomicBoolean(true);
		this.claims = new SpoiltClaims(working, away);
		node(LONG, (notification) -> this.runs.incrementAndGet());
		Verdict verdict = this.node.handle(Note.paid("1"));
		assertThat(verdict.next()).isEqualTo(Next.ELSEWHERE);
		assertThat(verdict.history().attempts()).isZero();
		assertThat(this.node.health().findings()).anySatisfy((finding) -> assertThat(finding.message())
			.contains("wechatpay.notification.store", "wechatpay.jdbc.initialize-schema"))
			.anyMatch(HealthFinding::down);
		away.set(false);
		assertThat(this.node.handle(Note.paid("1").after(verdict)).next()).isEqualTo(Next.DONE);
		assertThat(this.node.findings()).isEmpty();
		assertThat(this.runs).hasValue(1);
	}

	@Test
	void replaysADeadLetterOnceWithNewAttempts() throws Exception {
		node(LONG, this::fail);
		Note note = Note.paid("1");
		park(note);
		List<String> sent = new CopyOnWriteArrayList<>();
		assertThat(this.node.replay().replay("d1", note.headers()::get, note.body(), () -> sent.add("d1"))).isTrue();
		assertThat(this.node.replay().replay("d1", note.headers()::get, note.body(), () -> sent.add("d1"))).isFalse();
		assertThat(sent).hasSize(1);
		Note replayed = note.replayOf("d1");
		park(replayed);
		assertThat(this.runs).hasValue(6);
		assertThat(this.node.deadLetters()).as("one for each").hasSize(2);
		assertThat(this.node.handle(replayed).next()).as("a copy").isEqualTo(Next.DONE);
	}

	@Test
	void doesNotHandleAgainWhatWasHandledSinceItWasParked() throws Exception {
		AtomicBoolean failing = new AtomicBoolean(true);
		node(LONG, (notification) -> {
			this.runs.incrementAndGet();
			if (failing.get()) {
				throw new IllegalStateException("told to fail");
			}
		});
		Note note = Note.paid("1");
		park(note);
		failing.set(false);
		this.node.replay().replay("d1", note.headers()::get, note.body(), () -> {
		});
		assertThat(this.node.handle(note.replayOf("d1")).next()).isEqualTo(Next.DONE);
		this.node.replay().replay("d2", note.headers()::get, note.body(), () -> {
		});
		assertThat(this.node.handle(note.replayOf("d2")).next()).isEqualTo(Next.DONE);
		assertThat(this.runs).hasValue(4);
	}

	@Test
	void replaysAgainWhatCouldNotBeSent() throws Exception {
		node(LONG, this::fail);
		Note note = Note.paid("1");
		assertThatIllegalStateException()
			.isThrownBy(() -> this.node.replay().replay("d1", note.headers()::get, note.body(), () -> {
				throw new IllegalStateException("the broker is away");
			}));
		assertThat(this.node.replay().replay("d1", note.headers()::get, note.body(), () -> {
		})).isTrue();
	}

	private void park(Note note) throws InterruptedException {
		Verdict verdict = this.node.handle(note);
		for (int i = 0; i < 2; i++) {
			assertThat(verdict.next()).isEqualTo(Next.AGAIN);
			verdict = this.node.handle(note.after(verdict));
		}
		assertThat(verdict.next()).isEqualTo(Next.PARK);
		this.node.parked(verdict, note);
	}

	private void fail(Object notification) {
		this.runs.incrementAndGet();
		throw new IllegalStateException("told to fail");
	}

	private void node(Duration lease, NotificationHandler<JsonNode> handler) {
		this.node = new HandlingNode(this.claims, HandlingNode.redelivery(lease), this.clock, HandlingNode.merchant(),
				"TRANSACTION.*", handler);
	}

	private record SpoiltClaims(ClaimStore working, AtomicBoolean away) implements ClaimStore {

		@Override
		public Claim claim(String key, Duration lease) {
			if (this.away.get()) {
				throw new IllegalStateException("relation \"wechatpay_claim\" does not exist");
			}
			return this.working.claim(key, lease);
		}

		@Override
		public boolean complete(Claim claim) {
			return this.working.complete(claim);
		}

		@Override
		public void release(Claim claim) {
			this.working.release(claim);
		}

		@Override
		public void giveBack(Claim claim) {
			this.working.giveBack(claim);
		}

		@Override
		public void forget(String key) {
			this.working.forget(key);
		}

	}

}
