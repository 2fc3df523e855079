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

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.wechatpay4j.OutcomeUnknownException;
import io.github.wechatpay4j.TransportException;
import io.github.wechatpay4j.TransportException.Phase;
import io.github.wechatpay4j.WechatPayException;
import io.github.wechatpay4j.merchant.InMemoryMerchantRegistry;
import io.github.wechatpay4j.operation.WechatPayRequest;
import io.github.wechatpay4j.testing.Authorization;
import io.github.wechatpay4j.testing.Calls;
import io.github.wechatpay4j.testing.FakePlatform;
import io.github.wechatpay4j.testing.Failures;
import io.github.wechatpay4j.testing.ImpatientScheduler;
import io.github.wechatpay4j.testing.TestKeys;
import io.github.wechatpay4j.testing.TestMerchants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Answers that come too late, or never as a whole. The platform may be silent for 0.3 s.
 */
class SlowAnswerTests {

	@RegisterExtension
	static final FakePlatform platform = new FakePlatform(Duration.ofMillis(300));

	private final ImpatientScheduler scheduler = new ImpatientScheduler(platform.clock());

	private final WechatPayClient client = WechatPayClients
		.of(platform.exchange(), new InMemoryMerchantRegistry(List.of(TestMerchants.merchant())), platform.clock())
		.retry(new Retry(RetryPolicy.defaults(), this.scheduler, () -> 0.5))
		.nanoTime(this.scheduler::nanoTime)
		.blocking();

	static Stream<ResponseDefinitionBuilder> slowAnswers() {
		return Stream.of(platform.signed(200, "{\"prepay_id\":\"wx26\"}").withFixedDelay(3000),
				platform.signed(200, "{\"prepay_id\":\"wx26\"}").withChunkedDribbleDelay(2, 6000),
				platform.signed(200, "{\"prepay_id\":\"wx26\"}").withHeader("Content-Length", "500"));
	}

	@ParameterizedTest
	@MethodSource("slowAnswers")
	void areWaitedForOnceMoreWhereThatCanDoNoHarm(ResponseDefinitionBuilder answer) throws Exception {
		platform.answers(answer);
		assertThat(fails(Calls.Prepay.of("x"), 3, true).phase()).isEqualTo(Phase.EXCHANGING);
		assertSameNumberAndNewSignatures();
		assertThat(fails(new Calls.Prepay(null, null, "x", null), 1, true).phase()).isEqualTo(Phase.EXCHANGING);
		assertThat(fails(new Calls.Query("1"), 3, false).phase()).isEqualTo(Phase.EXCHANGING);
	}

	@Test
	void areNotWaitedForLongerThanTheCallMayTake() {
		platform.answers(platform.signed(200, "{}").withFixedDelay(3000));
		WechatPayClient hasty = this.client.with(CallOptions.totalTimeout(Duration.ofMillis(100)));
		TransportException ex = Failures.failure(TransportException.class, true,
				() -> hasty.execute(Calls.Prepay.of("x")));
		assertThat(ex).hasMessageContaining("no answer in time (TimeoutException");
	}

	private TransportException fails(WechatPayRequest<?> request, int attempts, boolean unknown) {
		int before = platform.requests().size();
		WechatPayException told = catchThrowableOfType(WechatPayException.class, () -> this.client.execute(request));
		assertThat(told.attempts()).isEqualTo(attempts);
		assertThat(platform.requests()).hasSize(before + attempts);
		if (unknown) {
			assertThat(told).isInstanceOfSatisfying(OutcomeUnknownException.class,
					(ex) -> assertThat(ex.businessNumber()).isEqualTo(request.businessNumber()));
		}
		return (TransportException) (unknown ? told.getCause() : told);
	}

	private static void assertSameNumberAndNewSignatures() throws Exception {
		Set<String> nonces = new HashSet<>();
		for (LoggedRequest request : platform.requests()) {
			assertThat(request.getBodyAsString()).contains(Calls.Prepay.of("x").outTradeNo());
			Authorization signed = Authorization.parse(request.getHeader("Authorization"))
				.signs(TestKeys.MERCHANT.getPublic(), "POST", request.getUrl(), request.getBody());
			assertThat(nonces.add(signed.nonce())).isTrue();
		}
	}

}
