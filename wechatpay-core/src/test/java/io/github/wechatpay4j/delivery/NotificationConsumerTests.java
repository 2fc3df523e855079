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

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.wechatpay4j.NotificationRejectedException;
import io.github.wechatpay4j.NotificationRejectedException.Reason;
import io.github.wechatpay4j.claim.CaffeineClaimStore;
import io.github.wechatpay4j.merchant.InMemoryMerchantRegistry;
import io.github.wechatpay4j.notification.NotificationHandlers;
import io.github.wechatpay4j.notification.NotificationObserver;
import io.github.wechatpay4j.notification.NotificationOutcome;
import io.github.wechatpay4j.notification.NotificationSubscription;
import io.github.wechatpay4j.notification.NotificationTypes;
import io.github.wechatpay4j.notification.NotificationVerifier;
import io.github.wechatpay4j.notification.SealedNotification;
import io.github.wechatpay4j.testing.Delivery;
import io.github.wechatpay4j.testing.LogCapture;
import io.github.wechatpay4j.testing.TestClock;
import io.github.wechatpay4j.testing.TestMerchants;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class NotificationConsumerTests {

	private static final NotificationTypes TYPES = new NotificationTypes(List.of());

	private final TestClock clock = new TestClock();

	private final NotificationVerifier verifier = new NotificationVerifier(this.clock);

	private final InMemoryMerchantRegistry merchants = new InMemoryMerchantRegistry(List.of(TestMerchants.merchant()));

	private final List<String> handled = new ArrayList<>();

	private final NotificationHandlers handlers = new NotificationHandlers(
			List.of(new NotificationSubscription<>(JsonNode.class, List.of("*"), (event) -> {
				this.handled.add(event.id());
				if ("EV-BAD".equals(event.id())) {
					throw new IllegalStateException("as told");
				}
			}, "handler")), TYPES);

	private final NotificationConsumer consumer = new NotificationConsumer(
			this.merchants, this.verifier, new NotificationDispatcher(this.handlers, new EventKeys(TYPES),
					new CaffeineClaimStore(), Duration.ofMinutes(1), new LeaseWatch(), UnitOfWork.none(), false),
			NotificationObserver.none());

	private static SealedNotification sealed(Delivery delivery) {
		return SealedNotification.of("default", delivery.headers()::get, delivery.body());
	}

	@Test
	void carriesWhatWasReceivedAndNothingElse() {
		Delivery delivery = Delivery.paid();
		SealedNotification sealed = this.verifier.verify(delivery.received(), TestMerchants.merchant()).sealed();
		assertThat(sealed.merchant()).isEqualTo("default");
		assertThat(sealed.body()).isEqualTo(delivery.body());
		assertThat(SealedNotification.HEADERS).filteredOn((name) -> !name.equals(SealedNotification.PLATFORM_KEY))
			.hasSize(4)
			.allSatisfy((name) -> assertThat(sealed.header(name)).isEqualTo(delivery.headers().get(name)).isNotEmpty());
		assertThat(sealed.header(SealedNotification.PLATFORM_KEY)).as("and the key that verified it").isNotEmpty();
		assertThat(new String(sealed.body(), StandardCharsets.UTF_8)).doesNotContain("openid", "1800");
		assertThat(sealed).hasToString("SealedNotification[default, " + delivery.body().length + " bytes]");
	}

	@Test
	void believesAnOldSignature() {
		SealedNotification sealed = sealed(Delivery.paid());
		this.clock.advance(Duration.ofDays(3));
		assertThat(this.consumer.consume(sealed, "test")).isEqualTo(NotificationOutcome.HANDLED);
		assertThat(this.consumer.consume(sealed, "test")).isEqualTo(NotificationOutcome.DUPLICATE);
		assertThat(this.handled).hasSize(1);
	}

	@Test
	void believesNothingThatWasChangedWhereItWasKept() {
		Delivery delivery = Delivery.paid();
		delivery.body()[20] ^= 1;
		rejects(sealed(delivery), Reason.SIGNATURE);
		for (String header : List.of("Wechatpay-Serial", "Wechatpay-Signature", "Wechatpay-Timestamp",
				"Wechatpay-Nonce")) {
			Delivery other = Delivery.paid();
			other.headers().remove(header);
			rejects(sealed(other), Reason.MALFORMED);
		}
		Delivery original = Delivery.paid();
		rejects(SealedNotification.of("nobody", original.headers()::get, original.body()), Reason.UNKNOWN_MERCHANT);
		assertThat(this.handled).isEmpty();
	}

	@Test
	void doesNotTakeAKeyThatThisNodeDoesNotKnowYetForAForgery() {
		Delivery delivery = Delivery.paid();
		delivery.headers().put("Wechatpay-Serial", "PUB_KEY_ID_0119000000002025010100000000000009");
		rejects(sealed(delivery), Reason.KEYS_UNAVAILABLE);
		assertThatExceptionOfType(NotificationRejectedException.class)
			.isThrownBy(() -> this.verifier.verify(delivery.received(), TestMerchants.merchant()))
			.as("over HTTP it is one")
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(Reason.SIGNATURE));
		assertThat(this.handled).isEmpty();
	}

	@Test
	void marksWhatTheCallerHolds() {
		List<String> marks = new ArrayList<>();
		this.consumer.consume(sealed(Delivery.paid()), "test", Lease.begin(Duration.ofMinutes(1)),
				() -> marks.add("mark"));
		this.consumer.consume(sealed(Delivery.paid()), "test", Lease.begin(Duration.ofMinutes(1)),
				() -> marks.add("mark"));
		assertThat(this.handled).as("no claim is asked").hasSize(2);
		assertThat(marks).hasSize(2);
	}

	@Test
	void neverTakesForDoneWhatHasNoHandlerHere() {
		NotificationDispatcher accepting = new NotificationDispatcher(new NotificationHandlers(List.of(), TYPES),
				new EventKeys(TYPES), new CaffeineClaimStore(), Duration.ofMinutes(1), new LeaseWatch(),
				UnitOfWork.none(), true);
		NotificationConsumer other = new NotificationConsumer(this.merchants, this.verifier, accepting,
				NotificationObserver.none());
		List<String> marks = new ArrayList<>();
		for (Runnable consume : List.<Runnable>of(() -> other.consume(sealed(Delivery.paid()), "test"), () -> other
			.consume(sealed(Delivery.paid()), "test", Lease.begin(Duration.ofMinutes(1)), () -> marks.add("mark")))) {
			assertThatExceptionOfType(NotificationRejectedException.class).isThrownBy(consume::run)
				.withMessageContaining("write a method for it")
				.withMessageNotContaining("accept")
				.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(Reason.NO_HANDLER));
		}
		assertThat(marks).isEmpty();
	}

	@Test
	void leavesNoThreadInterruptedThatWasNot() {
		NotificationHandlers interrupted = new NotificationHandlers(
				List.of(new NotificationSubscription<>(JsonNode.class, List.of("*"), (event) -> {
					throw new InterruptedException();
				}, "handler")), TYPES);
		NotificationConsumer other = new NotificationConsumer(this.merchants, this.verifier,
				new NotificationDispatcher(interrupted, new EventKeys(TYPES), new CaffeineClaimStore(),
						Duration.ofMinutes(1), new LeaseWatch(), UnitOfWork.none(), false),
				NotificationObserver.none());
		assertThatExceptionOfType(NotificationRejectedException.class)
			.isThrownBy(() -> other.consume(sealed(Delivery.paid()), "test"));
		assertThat(Thread.interrupted()).as("what follows writes to a database or a broker").isFalse();
	}

	@Test
	void tellsOfDeadLettersAndThrowsNothing() {
		DeadLetters letters = new DeadLetters(this.merchants, this.verifier, this.handlers);
		letters.parked(sealed(Delivery.of("EV-GOOD", "A.B", "x", "{}")), 3);
		assertThat(this.handled).containsExactly("EV-GOOD");
		try (LogCapture log = new LogCapture()) {
			letters.parked(sealed(Delivery.of("EV-BAD", "A.B", "x", "{\"secret\":\"S3CRET\"}")), 3);
			Delivery forged = Delivery.paid();
			forged.headers().put("Wechatpay-Nonce", "other");
			letters.parked(sealed(forged), 3);
			assertThat(log.text())
				.contains("is parked as a dead letter after 3 attempts", "handler failed on",
						"cannot be shown to the methods")
				.doesNotContain("S3CRET");
		}
		assertThat(this.handled).containsExactly("EV-GOOD", "EV-BAD");
	}

	@Test
	void throwsNothingAlthoughAMethodThatIsToldFailsWithAnError() {
		NotificationHandlers broken = new NotificationHandlers(
				List.of(new NotificationSubscription<>(JsonNode.class, List.of("*"), (event) -> {
					throw new NoClassDefFoundError("as told");
				}, "alarm")), TYPES);
		DeadLetters letters = new DeadLetters(this.merchants, this.verifier, broken);
		try (LogCapture log = new LogCapture()) {
			letters.parked(sealed(Delivery.paid()), 3);
			assertThat(log.text()).contains("alarm failed on");
		}
	}

	private void rejects(SealedNotification sealed, Reason reason) {
		assertThatExceptionOfType(NotificationRejectedException.class)
			.isThrownBy(() -> this.consumer.consume(sealed, "test"))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(reason));
	}

}
