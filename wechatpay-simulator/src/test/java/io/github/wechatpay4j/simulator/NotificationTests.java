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

package io.github.wechatpay4j.simulator;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.wechatpay4j.NotificationRejectedException;
import io.github.wechatpay4j.simulator.Receiver.Message;
import io.github.wechatpay4j.simulator.fault.FaultKind;
import io.github.wechatpay4j.simulator.notification.Delivery;
import io.github.wechatpay4j.simulator.notification.Delivery.Attempt;
import io.github.wechatpay4j.simulator.notification.Delivery.State;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Delivery of notifications, and the faults that are injected into it.
 */
class NotificationTests extends SimulatorTestSupport {

	private static final AtomicInteger numbers = new AtomicInteger();

	@Override
	SimulatorSettings settings() {
		// 15 seconds become 15 milliseconds; the last retries come after 22 seconds
		return super.settings().withSpeed(1000);
	}

	private String pay() {
		String number = "notified-" + numbers.incrementAndGet();
		prepay(number, 100);
		this.simulator.pay(number);
		return number;
	}

	private String outTradeNo(Message message) {
		return message.resource(this.caller.merchant()).path("out_trade_no").stringValue();
	}

	private Delivery last() {
		List<Delivery> all = this.simulator.awaitDeliveries(SOON);
		return all.get(all.size() - 1);
	}

	private NotificationRejectedException.Reason rejection(Message message) {
		return catchThrowableOfType(NotificationRejectedException.class, () -> message.verify(this.caller.merchant()))
			.reason();
	}

	@Test
	void triesAgainUntilTakenAndSignsAnew() throws Exception {
		this.receiver.failNext(3);
		String number = pay();
		Message first = this.receiver.next();
		for (int i = 0; i < 3; i++) {
			Message again = this.receiver.next();
			assertThat(again.body()).isEqualTo(first.body());
			assertThat(again.headers().get("Wechatpay-Signature"))
				.isNotEqualTo(first.headers().get("Wechatpay-Signature"));
			assertThat(again.verify(this.caller.merchant()).id()).isEqualTo(last().id());
			assertThat(outTradeNo(again)).isEqualTo(number);
		}
		assertThat(last().attempts()).extracting(Attempt::status).containsExactly(500, 500, 500, 204);
		assertThat(last().state()).isEqualTo(State.DONE);
	}

	@Test
	void hasTheOfficialEnvelope() throws Exception {
		pay();
		Message message = this.receiver.next();
		assertThat(message.envelope().propertyNames()).containsExactlyInAnyOrder("id", "create_time", "event_type",
				"resource_type", "summary", "resource");
		assertThat(message.envelope().path("resource_type").stringValue()).isEqualTo("encrypt-resource");
		assertThat(message.envelope().path("resource").propertyNames()).containsExactlyInAnyOrder("algorithm",
				"ciphertext", "associated_data", "nonce", "original_type");
		assertThat(message.envelope().at("/resource/nonce").stringValue()).hasSize(12);
	}

	@Test
	void arrivesTwice() throws Exception {
		this.simulator.faults().add(FaultKind.DUPLICATE_NOTIFICATION);
		pay();
		Message first = this.receiver.next();
		Message second = this.receiver.next();
		assertThat(second.verify(this.caller.merchant()).id()).isEqualTo(first.verify(this.caller.merchant()).id());
	}

	@Test
	void isLost() {
		this.simulator.faults().add(FaultKind.LOST_NOTIFICATION);
		String number = pay();
		assertThat(last().state()).isEqualTo(State.LOST);
		assertThat(last().attempts()).isEmpty();
		assertThat(state(number)).isEqualTo("SUCCESS");
	}

	@Test
	void arrivesAfterTheNextOne() throws Exception {
		this.simulator.faults().add(FaultKind.OUT_OF_ORDER_NOTIFICATION);
		String first = pay();
		String second = pay();
		assertThat(outTradeNo(this.receiver.next())).isEqualTo(second);
		assertThat(outTradeNo(this.receiver.next())).isEqualTo(first);
		assertThat(this.simulator.awaitDeliveries(SOON)).extracting(Delivery::state).doesNotContain(State.HELD);
	}

	@Test
	void isTamperedWithOnce() throws Exception {
		this.simulator.faults().add(FaultKind.TAMPERED_NOTIFICATION);
		this.receiver.failNext(1);
		pay();
		assertThat(rejection(this.receiver.next())).isEqualTo(NotificationRejectedException.Reason.SIGNATURE);
		this.receiver.next().verify(this.caller.merchant());
		assertThat(last().attempts()).extracting(Attempt::problem).containsExactly("TAMPERED_NOTIFICATION", null);
	}

	@Test
	void isProbedOnce() throws Exception {
		this.simulator.faults().add(FaultKind.PROBE_NOTIFICATION);
		this.receiver.failNext(1);
		pay();
		assertThat(rejection(this.receiver.next())).isEqualTo(NotificationRejectedException.Reason.PROBE);
		this.receiver.next().verify(this.caller.merchant());
		assertThat(last().state()).isEqualTo(State.DONE);
	}

	@Test
	void isSentAgainOnDemand() throws Exception {
		pay();
		this.receiver.next();
		String id = last().id();
		this.simulator.resend(id);
		assertThat(this.receiver.next().verify(this.caller.merchant()).id()).isEqualTo(id);
		assertThatIllegalArgumentException().isThrownBy(() -> this.simulator.resend("nothing"));
	}

	@Test
	void survivesReceiverThatIsNotThere() {
		try (WechatPaySimulator fast = WechatPaySimulator.start(settings().withSpeed(1_000_000));
				Caller other = Caller.of(fast)) {
			other.prepay("nobody-there", 1, "http://127.0.0.1:1/notifications");
			fast.pay("nobody-there");
			Delivery delivery = fast.awaitDeliveries(SOON).get(0);
			assertThat(delivery.state()).isEqualTo(State.GIVEN_UP);
			assertThat(delivery.attempts()).hasSize(16).allSatisfy((attempt) -> {
				assertThat(attempt.status()).isZero();
				assertThat(attempt.problem()).isNotEmpty();
			});
		}
	}

}
