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

package io.github.wechatpay4j.client;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import io.github.wechatpay4j.OutcomeUnknownException;
import io.github.wechatpay4j.TransportException;
import io.github.wechatpay4j.WechatPayException;
import io.github.wechatpay4j.exchange.Exchange;
import io.github.wechatpay4j.exchange.Transport;
import io.github.wechatpay4j.exchange.TransportSettings;
import io.github.wechatpay4j.merchant.InMemoryMerchantRegistry;
import io.github.wechatpay4j.operation.WechatPayRequest;
import io.github.wechatpay4j.testing.Authorization;
import io.github.wechatpay4j.testing.BreakingPlatform;
import io.github.wechatpay4j.testing.BreakingPlatform.Phase;
import io.github.wechatpay4j.testing.BreakingPlatform.Received;
import io.github.wechatpay4j.testing.Calls;
import io.github.wechatpay4j.testing.ImpatientScheduler;
import io.github.wechatpay4j.testing.TestClock;
import io.github.wechatpay4j.testing.TestKeys;
import io.github.wechatpay4j.testing.TestMerchants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Connections that break, at each place of their way: how often a call is tried, with
 * which number and signature, and what its caller is told.
 */
class BrokenConnectionTests {

	private static final String PREPAID = "{\"prepay_id\":\"wx26\"}";

	private static final Calls.Prepay NUMBERED = Calls.Prepay.of("x");

	private static final Calls.Prepay WITHOUT_NUMBER = new Calls.Prepay(null, null, "x", null);

	private final TestClock clock = new TestClock();

	private final ImpatientScheduler scheduler = new ImpatientScheduler(this.clock);

	private final Transport transport = new Transport(TransportSettings.defaults(), (builder) -> {
	});

	@AfterEach
	void close() {
		this.transport.close();
	}

	@ParameterizedTest
	@EnumSource
	void repeatsWithTheSameNumberAndANewSignature(Phase phase) throws Exception {
		try (BreakingPlatform platform = new BreakingPlatform(phase, PREPAID)) {
			OutcomeUnknownException ex = fails(OutcomeUnknownException.class, "http", platform.port(), NUMBERED);
			assertThat(ex.attempts()).isEqualTo(3);
			assertThat(ex.businessNumber()).isEqualTo(NUMBERED.outTradeNo());
			assertThat(ex.getCause()).isInstanceOfSatisfying(TransportException.class,
					(cause) -> assertThat(cause.phase()).isEqualTo(TransportException.Phase.EXCHANGING));
			assertThat(platform.connections()).isEqualTo(3);
			assertSigned(platform.received(), (phase == Phase.WITHIN_THE_REQUEST) ? 0 : 3);
		}
	}

	@ParameterizedTest
	@EnumSource
	void repeatsNothingWithoutANumber(Phase phase) throws Exception {
		try (BreakingPlatform platform = new BreakingPlatform(phase, PREPAID)) {
			OutcomeUnknownException ex = fails(OutcomeUnknownException.class, "http", platform.port(), WITHOUT_NUMBER);
			assertThat(ex.attempts()).isOne();
			assertThat(ex.businessNumber()).isNull();
			assertThat(platform.connections()).isOne();
			assertThat(this.scheduler.waits()).isEmpty();
		}
	}

	@Test
	void repeatsEverythingThatCannotHaveBeenSent() throws Exception {
		try (BreakingPlatform handshake = new BreakingPlatform(Phase.WITHIN_THE_REQUEST, PREPAID)) {
			notSent("https", handshake.port(), NUMBERED);
			notSent("https", handshake.port(), WITHOUT_NUMBER);
			assertThat(handshake.connections()).isEqualTo(6);
		}
		int closed;
		try (ServerSocket nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			closed = nobody.getLocalPort();
		}
		notSent("http", closed, NUMBERED);
		notSent("http", closed, WITHOUT_NUMBER);
	}

	private void notSent(String scheme, int port, WechatPayRequest<?> request) {
		int before = this.scheduler.waits().size();
		TransportException ex = fails(TransportException.class, scheme, port, request);
		assertThat(ex.phase()).isEqualTo(TransportException.Phase.CONNECTING);
		assertThat(ex.attempts()).isEqualTo(3);
		assertThat(ex.isOutcomeUnknown()).isFalse();
		assertThat(this.scheduler.waits()).hasSize(before + 2);
	}

	private <X extends WechatPayException> X fails(Class<X> type, String scheme, int port,
			WechatPayRequest<?> request) {
		WechatPayClient client = WechatPayClients
			.of(new Exchange(this.transport, URI.create(scheme + "://127.0.0.1:" + port), this.clock),
					new InMemoryMerchantRegistry(List.of(TestMerchants.merchant())), this.clock)
			// Seconds apart, so that timestamps differ
			.retry(new Retry(
					new RetryPolicy(3, Duration.ofSeconds(2), Duration.ofSeconds(2), 1, Duration.ofSeconds(2), 0),
					this.scheduler, () -> 0))
			.nanoTime(this.scheduler::nanoTime)
			.blocking();
		X ex = catchThrowableOfType(type, () -> client.execute(request));
		assertThat(ex).isNotNull();
		return ex;
	}

	private static void assertSigned(List<Received> requests, int count) throws Exception {
		assertThat(requests).hasSize(count);
		for (Received request : requests) {
			assertThat(request.body()).contains("\"out_trade_no\":\"" + NUMBERED.outTradeNo() + "\"")
				.isEqualTo(requests.get(0).body());
			Authorization.parse(request.authorization())
				.signs(TestKeys.MERCHANT.getPublic(), "POST", request.line().split(" ")[1],
						request.body().getBytes(StandardCharsets.UTF_8));
		}
		List<Authorization> signatures = requests.stream()
			.map((request) -> Authorization.parse(request.authorization()))
			.toList();
		assertThat(signatures).extracting(Authorization::nonce).doesNotHaveDuplicates();
		assertThat(signatures).extracting(Authorization::timestamp).doesNotHaveDuplicates();
	}

}
