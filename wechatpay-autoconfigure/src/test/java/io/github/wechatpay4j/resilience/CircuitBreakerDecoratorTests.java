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

package io.github.wechatpay4j.resilience;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.wechatpay4j.CallNotPermittedException;
import io.github.wechatpay4j.CallNotPermittedException.Reason;
import io.github.wechatpay4j.WechatPayException;
import io.github.wechatpay4j.client.WechatPayClient;
import io.github.wechatpay4j.client.WechatPayClients;
import io.github.wechatpay4j.merchant.InMemoryMerchantRegistry;
import io.github.wechatpay4j.testing.Calls;
import io.github.wechatpay4j.testing.FakePlatform;
import io.github.wechatpay4j.testing.PlatformSigner;
import io.github.wechatpay4j.testing.TestKeys;
import io.github.wechatpay4j.testing.TestMerchants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CircuitBreakerDecoratorTests {

	/** How long a call is under way that a test gives up: longer than any test takes. */
	private static final int LONG = 60_000;

	@RegisterExtension
	static final FakePlatform platform = new FakePlatform(Duration.ofMinutes(2));

	private final CircuitBreakerRegistry registry = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
		.slidingWindowSize(4)
		.minimumNumberOfCalls(4)
		.permittedNumberOfCallsInHalfOpenState(2)
		.waitDurationInOpenState(Duration.ofSeconds(10))
		.clock(platform.clock())
		.build());

	private final WechatPayClients clients = WechatPayClients
		.of(platform.exchange(),
				new InMemoryMerchantRegistry(
						List.of(TestMerchants.merchant(), TestMerchants.other("second", "1900000002"))),
				platform.clock())
		.decorate(new CircuitBreakerDecorator(this.registry::circuitBreaker));

	private final WechatPayClient client = this.clients.blocking();

	@Test
	void opensHalfOpensAndCloses() {
		fail(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), 4);
		assertThat(breaker().getState()).isEqualTo(State.OPEN);
		// One whose connection breaks is noted later than its sender sees it break
		int sent = platform.requests(4).size();
		assertThatExceptionOfType(CallNotPermittedException.class)
			.isThrownBy(() -> this.client.execute(new Calls.Refund("1")))
			.withMessage("Calls.refund was not sent: too many calls of merchant 'default' failed lately, circuit "
					+ "breaker 'default' is OPEN")
			.satisfies((ex) -> {
				assertThat(ex.reason()).isEqualTo(Reason.CIRCUIT_OPEN);
				assertThat(ex.isOutcomeUnknown()).isFalse();
			});
		assertThat(platform.requests()).as("nothing was sent").hasSize(sent);
		platform.clock().advance(Duration.ofSeconds(11));
		succeed(1);
		assertThat(breaker().getState()).isEqualTo(State.HALF_OPEN);
		succeed(1);
		assertThat(breaker().getState()).isEqualTo(State.CLOSED);
	}

	@Test
	void opensAgainWhereTrialsFail() {
		fail(error(502), 4);
		platform.clock().advance(Duration.ofSeconds(11));
		fail(error(502), 2);
		assertThat(breaker().getState()).isEqualTo(State.OPEN);
	}

	@Test
	void countsAnswersThatAreNotBelieved() {
		PlatformSigner stranger = new PlatformSigner(PlatformSigner.PUBLIC_KEY_ID, TestKeys.STRANGER.getPrivate());
		fail(platform.signed(200, "{}", stranger), 4);
		assertThat(breaker().getState()).isEqualTo(State.OPEN);
	}

	@ParameterizedTest
	@ValueSource(ints = { 202, 400, 401, 403, 404, 429 })
	void takesRefusalsForSignsOfLife(int status) {
		fail((status == 202) ? platform.signed(202, "{}") : error(status), 8);
		assertThat(breaker().getState()).isEqualTo(State.CLOSED);
		assertThat(breaker().getMetrics().getNumberOfSuccessfulCalls()).isEqualTo(4);
	}

	@Test
	void doesNotCountRequestsThatCannotBeSent() {
		for (int i = 0; i < 8; i++) {
			assertThatExceptionOfType(IllegalArgumentException.class)
				.isThrownBy(() -> this.client.execute(new Calls.Query("..")));
		}
		assertThat(breaker().getState()).isEqualTo(State.CLOSED);
	}

	@Test
	void keepsMerchantsApart() {
		fail(error(500), 4);
		platform.answers(platform.signed(200, "{}"));
		assertThat(this.client.merchant("second").execute(new Calls.Query("1"))).isNotNull();
	}

	@Test
	void givesBackTheTrialOfWhoeverGivesUp() {
		fail(error(500), 4);
		platform.clock().advance(Duration.ofSeconds(11));
		platform.answers(platform.signed(200, "{}").withFixedDelay(LONG));
		for (int i = 1; i <= 4; i++) {
			Disposable call = this.clients.reactive().execute(new Calls.Query("1")).subscribe();
			// Given up before it arrives, it might still do so in the middle of the next
			// test
			platform.requests(4 + i);
			call.dispose();
		}
		succeed(2);
		assertThat(breaker().getState()).isEqualTo(State.CLOSED);
	}

	@Test
	void countsAnAnswerOnceThoughItsSubscriberLeaves() {
		fail(error(500), 4);
		platform.clock().advance(Duration.ofSeconds(11));
		platform.answers(platform.signed(200, "{}"));
		this.clients.reactive().execute(new Calls.Query("1")).flux().take(1).blockLast();
		this.clients.reactive().execute(new Calls.Query("1")).flux().next().block();
		assertThat(breaker().getState()).isEqualTo(State.CLOSED);
	}

	@Test
	void knowsFailuresOfThisMachineFromThoseOfThePlatform() {
		assertThat(Failures.counts(new IllegalStateException())).isFalse();
		assertThat(Failures.counts(new CancellationException())).isFalse();
		assertThat(Failures.counts(new CallNotPermittedException("a", Reason.OTHER, "b"))).isFalse();
		assertThat(Failures.counts(new java.io.IOException())).isTrue();
	}

	private CircuitBreaker breaker() {
		return this.registry.circuitBreaker("default");
	}

	private static ResponseDefinitionBuilder error(int status) {
		return FakePlatform.with(status, "{\"code\":\"SOME_CODE\"}", Map.of());
	}

	private void fail(ResponseDefinitionBuilder answer, int times) {
		platform.answers(answer);
		for (int i = 0; i < times; i++) {
			assertThatExceptionOfType(WechatPayException.class)
				.isThrownBy(() -> this.client.execute(new Calls.Query("1")))
				.isNotInstanceOf(CallNotPermittedException.class);
		}
	}

	private void succeed(int times) {
		platform.answers(platform.signed(200, "{}"));
		for (int i = 0; i < times; i++) {
			this.client.execute(new Calls.Query("1"));
		}
	}

}
