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

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.wechatpay4j.ApiException;
import io.github.wechatpay4j.OutcomeUnknownException;
import io.github.wechatpay4j.SignatureException;
import io.github.wechatpay4j.TransportException;
import io.github.wechatpay4j.simulator.fault.Fault;
import io.github.wechatpay4j.simulator.fault.FaultKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * What core's client makes of faults that are injected into answers.
 */
class HttpFaultTests extends SimulatorTestSupport {

	private static final AtomicInteger numbers = new AtomicInteger();

	private final String order = "fault-order-" + numbers.incrementAndGet();

	private String next() {
		return "fault-order-" + numbers.incrementAndGet();
	}

	private <X extends Throwable> X failWith(Class<X> type, Fault fault, String outTradeNo) {
		this.simulator.faults().add(fault.withPath("/v3/pay/transactions/jsapi"));
		Throwable thrown = catchThrowable(() -> prepay(outTradeNo, 100));
		// A raw request may move money out for all that is known, so 429 says nothing
		// either
		assertThat(thrown).isInstanceOf(OutcomeUnknownException.class);
		X failure = type.cast(thrown.getCause());
		assertThat(this.simulator.faults().list()).isEmpty();
		return failure;
	}

	private void assertActed(String outTradeNo, boolean acted) {
		if (acted) {
			assertThat(state(outTradeNo)).isEqualTo("NOTPAY");
		}
		else {
			Refusals.assertRefused(404, "ORDER_NOT_EXIST", () -> state(outTradeNo));
		}
		prepay(outTradeNo, 100);
	}

	@Test
	void answersLate() {
		String number = next();
		Fault late = Fault.of(FaultKind.LATE).withDelay(Duration.ofSeconds(4));
		failWith(TransportException.class, late, number);
		assertActed(number, true);
	}

	@ParameterizedTest
	@ValueSource(strings = { "ERROR_500", "ERROR_500_AFTER" })
	void answersSystemError(FaultKind kind) {
		String number = next();
		ApiException failure = failWith(ApiException.class, Fault.of(kind), number);
		assertThat(failure.status()).isEqualTo(500);
		assertThat(failure.code()).isEqualTo("SYSTEM_ERROR");
		assertActed(number, kind == FaultKind.ERROR_500_AFTER);
	}

	@Test
	void answersWithThePageOfProxy() {
		String number = next();
		ApiException failure = failWith(ApiException.class, Fault.of(FaultKind.HTML_502), number);
		assertThat(failure.status()).isEqualTo(502);
		assertThat(failure.requestId()).isNotEmpty();
		assertThat(failure.code()).isNull();
		assertActed(number, false);
	}

	@ParameterizedTest
	@ValueSource(strings = { "RATELIMIT_EXCEEDED", "RATELIMIT_EXCEED", "FREQUENCY_LIMITED" })
	void limitsTheRate(String code) {
		String number = next();
		ApiException failure = failWith(ApiException.class, Fault.of(FaultKind.RATE_LIMITED).withCode(code), number);
		assertThat(failure.status()).isEqualTo(429);
		assertThat(failure.code()).isEqualTo(code);
		assertActed(number, false);
	}

	@Test
	void limitsTheRateForAWhile() throws Exception {
		this.simulator.faults().add(Fault.of(FaultKind.RATE_LIMITED).withDelay(Duration.ofMillis(1500)));
		assertThat(new RawCall(this.caller.merchant()).send(this.simulator.url()).headers())
			.containsEntry("retry-after", "2");
	}

	@ParameterizedTest
	@ValueSource(strings = { "WRONG_SIGNATURE", "MISSING_SIGNATURE", "PROBE_SIGNATURE" })
	void answersWithBadSignature(FaultKind kind) {
		String number = next();
		SignatureException failure = failWith(SignatureException.class, Fault.of(kind), number);
		assertThat(failure.reason()).isEqualTo(switch (kind) {
			case WRONG_SIGNATURE -> SignatureException.Reason.MISMATCH;
			case PROBE_SIGNATURE -> SignatureException.Reason.PROBE;
			default -> SignatureException.Reason.MALFORMED;
		});
		assertActed(number, true);
	}

	@ParameterizedTest
	@ValueSource(strings = { "CONNECTION_RESET", "CONNECTION_RESET_AFTER" })
	void resetsTheConnection(FaultKind kind) {
		String number = next();
		failWith(TransportException.class, Fault.of(kind), number);
		assertActed(number, kind == FaultKind.CONNECTION_RESET_AFTER);
	}

	@Test
	void happensAsOftenAsAskedAndOnlyWhereAsked() {
		prepay(this.order, 100);
		this.simulator.faults().add(Fault.of(FaultKind.ERROR_500).withPath("/v3/pay/transactions/out").withTimes(2));
		prepay(next(), 100);
		for (int i = 0; i < 2; i++) {
			assertThatExceptionOfType(ApiException.class).isThrownBy(() -> state(this.order));
		}
		assertThat(state(this.order)).isEqualTo("NOTPAY");
	}

	@Test
	void refusesFaultsThatMakeNoSense() {
		Fault fault = Fault.of(FaultKind.RATE_LIMITED);
		assertThatIllegalArgumentException().isThrownBy(() -> fault.withTimes(0));
		assertThatIllegalArgumentException().isThrownBy(() -> fault.withCode("TOO_MANY"))
			.withMessageContaining("FREQUENCY_LIMITED");
		assertThatIllegalArgumentException().isThrownBy(() -> fault.withDelay(Duration.ofSeconds(-1)));
	}

}
