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

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import io.github.wechatpay4j.ApiException;
import io.github.wechatpay4j.OutcomeUnknownException;
import io.github.wechatpay4j.SignatureException;
import io.github.wechatpay4j.TransportException;
import io.github.wechatpay4j.client.RetryPolicy;
import io.github.wechatpay4j.client.WechatPayClient;
import io.github.wechatpay4j.client.WechatPayClients;
import io.github.wechatpay4j.crypto.Signer;
import io.github.wechatpay4j.merchant.Credentials;
import io.github.wechatpay4j.merchant.InMemoryMerchantRegistry;
import io.github.wechatpay4j.operation.Operation;
import io.github.wechatpay4j.operation.RawResponse;
import io.github.wechatpay4j.operation.RequestBody;
import io.github.wechatpay4j.operation.WechatPayRequest;
import io.github.wechatpay4j.simulator.Caller.Mode;
import io.github.wechatpay4j.simulator.fault.Fault;
import io.github.wechatpay4j.simulator.fault.FaultKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Refunds that are tried again while the platform fails: however it fails, money goes
 * back once.
 */
class RetriedFaultTests extends SimulatorTestSupport {

	private static final String PATH = "/v3/refund/domestic/refunds";

	private static final AtomicInteger numbers = new AtomicInteger();

	private final List<String> signed = new CopyOnWriteArrayList<>();

	private String order;

	private String refund;

	private Caller hasty;

	private WechatPayClient client;

	static Stream<Arguments> faults() {
		return Stream.of(
				Arguments.of(Fault.of(FaultKind.LATE).withDelay(Duration.ofSeconds(2)), TransportException.class),
				Arguments.of(Fault.of(FaultKind.ERROR_500), ApiException.class),
				Arguments.of(Fault.of(FaultKind.ERROR_500_AFTER), ApiException.class),
				Arguments.of(Fault.of(FaultKind.HTML_502), ApiException.class),
				Arguments.of(Fault.of(FaultKind.RATE_LIMITED).withCode("RATELIMIT_EXCEEDED"), ApiException.class),
				Arguments.of(Fault.of(FaultKind.RATE_LIMITED).withCode("RATELIMIT_EXCEED"), ApiException.class),
				Arguments.of(Fault.of(FaultKind.RATE_LIMITED).withCode("FREQUENCY_LIMITED"), ApiException.class),
				Arguments.of(Fault.of(FaultKind.WRONG_SIGNATURE), SignatureException.class),
				Arguments.of(Fault.of(FaultKind.MISSING_SIGNATURE), SignatureException.class),
				Arguments.of(Fault.of(FaultKind.PROBE_SIGNATURE), SignatureException.class),
				Arguments.of(Fault.of(FaultKind.CONNECTION_RESET), TransportException.class),
				Arguments.of(Fault.of(FaultKind.CONNECTION_RESET_AFTER), TransportException.class));
	}

	@BeforeEach
	void payAndConnect() throws Exception {
		this.signed.clear();
		this.order = "retried-order-" + numbers.incrementAndGet();
		this.refund = "retried-refund-" + numbers.incrementAndGet();
		this.hasty = Caller.of(this.simulator, Mode.PUBLIC_KEY, Duration.ofSeconds(1), Duration.ofSeconds(20),
				settings().clock());
		paid(this.order, 100);
		Credentials own = this.caller.merchant().credentials();
		Credentials recorded = new Credentials(own.mchid(), own.suite(), new Recording(own.signer()), own.decryptor(),
				own.aead());
		this.client = WechatPayClients
			.of(this.hasty.exchange(),
					new InMemoryMerchantRegistry(List.of(this.caller.merchant().withCredentials(recorded))),
					settings().clock())
			.retry(new RetryPolicy(3, Duration.ofMillis(1), Duration.ofMillis(1), 1, Duration.ofMillis(1), 0))
			.blocking();
	}

	@AfterEach
	void disconnect() {
		this.hasty.close();
	}

	@ParameterizedTest
	@MethodSource("faults")
	void refundsOnceThoughTheFirstTwoAttemptsFail(Fault fault, Class<? extends Throwable> type) {
		this.simulator.faults().add(fault.withPath(PATH).withTimes(2));
		assertThat(this.client.execute(request()).status()).isEqualTo(200);
		assertThreeAttempts();
		assertRefundedOnce();
	}

	@ParameterizedTest
	@MethodSource("faults")
	void refundsAtMostOnceThoughAllAttemptsFailAndTheCallIsRepeated(Fault fault, Class<? extends Throwable> type) {
		this.simulator.faults().add(fault.withPath(PATH).withTimes(3));
		OutcomeUnknownException ex = catchThrowableOfType(OutcomeUnknownException.class,
				() -> this.client.execute(request()));
		assertThat(ex).hasCauseInstanceOf(type);
		assertThat(ex.attempts()).isEqualTo(3);
		assertThat(ex.businessNumber()).isEqualTo(this.refund);
		assertThreeAttempts();
		assertThat(this.client.execute(request()).status()).isEqualTo(200);
		assertRefundedOnce();
	}

	private Refund request() {
		return new Refund(this.order, this.refund, this.receiver.url());
	}

	private void assertThreeAttempts() {
		assertThat(this.simulator.faults().list()).isEmpty();
		assertThat(this.signed).as("each with a nonce of its own, for the same refund")
			.hasSize(3)
			.doesNotHaveDuplicates()
			.allMatch((message) -> message.contains("\"out_refund_no\":\"" + this.refund + "\""));
	}

	/** What is left can be refunded, and not a fen more. */
	private void assertRefundedOnce() {
		Refusals.assertRefused(403, "NOT_ENOUGH", () -> this.caller.post(PATH,
				Caller.refund(this.order, this.refund + "-more", 41, 100, this.receiver.url())));
		this.caller.post(PATH, Caller.refund(this.order, this.refund + "-rest", 40, 100, this.receiver.url()));
	}

	private record Refund(String outTradeNo, String outRefundNo,
			String notifyUrl) implements WechatPayRequest<RawResponse> {

		private static final Operation<RawResponse> OPERATION = Operation.post(PATH, RawResponse.class)
			.name("Refunds.create")
			.keyedBy("out_refund_no")
			.paysOut()
			.build();

		@Override
		public Operation<RawResponse> operation() {
			return OPERATION;
		}

		@Override
		public String businessNumber() {
			return this.outRefundNo;
		}

		@Override
		public RequestBody body() {
			return RequestBody.bytes(Caller.refund(this.outTradeNo, this.outRefundNo, 60, 100, this.notifyUrl)
				.getBytes(StandardCharsets.UTF_8));
		}

	}

	/** Signs, and keeps what was signed. */
	private final class Recording implements Signer {

		private final Signer signer;

		private Recording(Signer signer) {
			this.signer = signer;
		}

		@Override
		public String serialNumber() {
			return this.signer.serialNumber();
		}

		@Override
		public byte[] sign(byte[] message) {
			RetriedFaultTests.this.signed.add(new String(message, StandardCharsets.UTF_8));
			return this.signer.sign(message);
		}

	}

}
