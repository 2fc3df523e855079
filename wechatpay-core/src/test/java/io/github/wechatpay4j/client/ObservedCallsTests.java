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

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.github.tomakehurst.wiremock.client.ScenarioMappingBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.github.wechatpay4j.WechatPayException;
import io.github.wechatpay4j.exchange.Exchange;
import io.github.wechatpay4j.exchange.Transport;
import io.github.wechatpay4j.exchange.TransportSettings;
import io.github.wechatpay4j.merchant.InMemoryMerchantRegistry;
import io.github.wechatpay4j.observation.WechatPayAttemptContext;
import io.github.wechatpay4j.observation.WechatPayAttemptConvention;
import io.github.wechatpay4j.observation.WechatPayCallConvention;
import io.github.wechatpay4j.testing.Calls;
import io.github.wechatpay4j.testing.FakePlatform;
import io.github.wechatpay4j.testing.PlatformSigner;
import io.github.wechatpay4j.testing.RecordedObservations;
import io.github.wechatpay4j.testing.TestMerchants;
import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.transport.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ObservedCallsTests {

	private static final String PREPAID = "{\"prepay_id\":\"wx1\"}";

	@RegisterExtension
	static final FakePlatform platform = new FakePlatform();

	private final RecordedObservations recorded = new RecordedObservations();

	private final TestObservationRegistry registry = this.recorded.registry();

	private final WechatPayClients clients = WechatPayClients
		.of(platform.exchange(), new InMemoryMerchantRegistry(List.of(TestMerchants.merchant())), platform.clock())
		.decorate(ObservedCalls.attempts(this.registry, WechatPayAttemptConvention.standard()))
		.retry(new RetryPolicy(3, Duration.ofMillis(1), Duration.ofMillis(1), 1, Duration.ofMillis(1), 0))
		.decorate(ObservedCalls.calls(this.registry, WechatPayCallConvention.standard()));

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void observesACallAndItsAttempt(boolean blocking) {
		platform.answers(platform.signed(200, PREPAID));
		if (blocking) {
			this.clients.blocking().execute(Calls.Prepay.of("Coffee"));
		}
		else {
			this.clients.reactive().execute(Calls.Prepay.of("Coffee")).block();
		}
		for (String name : List.of("wechatpay.call", "wechatpay.attempt")) {
			assertThat(this.recorded.low(name)).containsExactly("code=none", "exception=none", "host=127.0.0.1",
					"key.kind=public_key", "merchant=default", "operation=Calls.prepay", "outcome=SUCCESS",
					"status=200");
			assertThat(this.recorded.only(name).getHighCardinalityKeyValues())
				.containsExactly(KeyValue.of("wechatpay.request.id", FakePlatform.REQUEST_ID));
		}
	}

	@Test
	void ordersTheObservationsAsParentAndChildren() {
		platform.answers(firstTime(), FakePlatform.with(500, "{\"code\":\"SYSTEM_ERROR\"}", Map.of()));
		platform.answers(afterwards(), platform.signed(200, PREPAID));
		Observation caller = Observation.start("caller", this.registry);
		caller.scoped(() -> this.clients.blocking().execute(Calls.Prepay.of("Coffee")));
		Observation.ContextView call = this.recorded.only("wechatpay.call");
		assertThat(call.getParentObservation()).isSameAs(caller);
		assertThat(this.recorded.all("wechatpay.attempt")).hasSize(2)
			.allSatisfy((attempt) -> assertThat(attempt.getParentObservation()).isNotNull()
				.satisfies((parent) -> assertThat(parent.getContextView()).isSameAs(call)));
	}

	@Test
	void takesTheParentFromTheReactorContext() {
		platform.answers(platform.signed(200, PREPAID));
		Observation caller = Observation.start("caller", this.registry);
		this.clients.reactive()
			.execute(Calls.Prepay.of("Coffee"))
			.contextWrite((context) -> context.put("micrometer.observation", caller))
			.block();
		assertThat(this.recorded.only("wechatpay.call").getParentObservation()).isSameAs(caller);
	}

	@Test
	void showsEachAttemptAndWhatCameOfTheCall() {
		platform.answers(firstTime(), FakePlatform.with(429, "{\"code\":\"RATELIMIT_EXCEEDED\"}", Map.of()));
		platform.answers(afterwards(), platform.signed(200, PREPAID));
		this.clients.blocking().execute(Calls.Prepay.of("Coffee"));
		assertThat(this.recorded.low("wechatpay.call")).contains("outcome=SUCCESS", "status=200", "exception=none");
		assertThat(this.recorded.all("wechatpay.attempt"))
			.extracting((attempt) -> attempt.getLowCardinalityKeyValue("code"))
			.extracting(KeyValue::getValue)
			.containsExactly("RATELIMIT_EXCEEDED", "none");
		assertThat(this.recorded.all("wechatpay.attempt"))
			.extracting((attempt) -> attempt.getLowCardinalityKeyValue("outcome"))
			.extracting(KeyValue::getValue)
			.containsExactly("CLIENT_ERROR", "SUCCESS");
	}

	@ParameterizedTest
	@CsvSource({ "400, PARAM_ERROR, CLIENT_ERROR, ApiException", "500, SYSTEM_ERROR, SERVER_ERROR, ApiException" })
	void showsErrorAnswers(int status, String code, String outcome, String exception) {
		platform.answers(FakePlatform.with(status, "{\"code\":\"" + code + "\"}", Map.of()));
		catchThrowableOfType(WechatPayException.class, () -> this.clients.blocking().execute(new Calls.Query("1")));
		assertThat(this.recorded.low("wechatpay.call")).contains("outcome=" + outcome, "status=" + status,
				"code=" + code, "exception=" + exception, "key.kind=none", "operation=Calls.query");
	}

	@Test
	void showsThatTheOutcomeOfACallIsUnknownAsTheCallerSeesIt() {
		platform.answers(FakePlatform.with(500, "{\"code\":\"SYSTEM_ERROR\"}", Map.of()));
		assertThatExceptionOfType(WechatPayException.class)
			.isThrownBy(() -> this.clients.blocking().execute(new Calls.Refund("R1")))
			.matches(WechatPayException::isOutcomeUnknown);
		assertThat(this.recorded.low("wechatpay.call")).contains("exception=OutcomeUnknownException",
				"code=SYSTEM_ERROR", "status=500");
		assertThat(this.recorded.all("wechatpay.attempt")).hasSize(3)
			.allSatisfy((attempt) -> assertThat(attempt.getLowCardinalityKeyValue("exception").getValue())
				.isEqualTo("ApiException"));
	}

	@Test
	void countsNoSuccessThatIsNotBelieved() {
		platform.answers(FakePlatform.with(200, PREPAID, Map.of()));
		catchThrowableOfType(WechatPayException.class, () -> this.clients.blocking().execute(new Calls.Query("1")));
		assertThat(this.recorded.low("wechatpay.call")).contains("outcome=UNKNOWN", "status=200",
				"exception=SignatureException");
	}

	@ParameterizedTest
	@CsvSource({ "WECHATPAY/SIGNTEST/abc, SIGNATURE_PROBE", "AAAA, SIGNATURE_MISMATCH", "%, SIGNATURE_MALFORMED" })
	void countsTheProbesOfThePlatformApart(String signature, String code) {
		Map<String, String> headers = PlatformSigner.publicKey()
			.headers(PREPAID.getBytes(StandardCharsets.UTF_8), platform.clock().instant());
		headers.put("Wechatpay-Signature", signature);
		platform.answers(FakePlatform.with(200, PREPAID, headers));
		catchThrowableOfType(WechatPayException.class, () -> this.clients.blocking().execute(Calls.Prepay.of("x")));
		assertThat(this.recorded.low("wechatpay.call")).contains("code=" + code, "outcome=UNKNOWN");
		assertThat(this.recorded.all("wechatpay.attempt")).hasSize(3)
			.allSatisfy((attempt) -> assertThat(attempt.getLowCardinalityKeyValue("code").getValue()).isEqualTo(code));
	}

	@Test
	void countsAnswersThatCannotBeReadByTheirReason() {
		platform.answers(platform.signed(200, "{\"prepay_id\":{}}"));
		catchThrowableOfType(WechatPayException.class, () -> this.clients.blocking().execute(Calls.Prepay.of("x")));
		assertThat(this.recorded.low("wechatpay.call")).contains("code=UNREADABLE_FORM", "outcome=UNKNOWN",
				"exception=OutcomeUnknownException");
	}

	@Test
	void showsThatNothingWasAnswered() {
		try (Transport transport = new Transport(TransportSettings.builder().build(), (builder) -> {
		})) {
			WechatPayClient nowhere = WechatPayClients
				.of(new Exchange(transport, URI.create("http://127.0.0.1:1"), platform.clock()),
						new InMemoryMerchantRegistry(List.of(TestMerchants.merchant())), platform.clock())
				.decorate(ObservedCalls.attempts(this.registry, WechatPayAttemptConvention.standard()))
				.blocking();
			catchThrowableOfType(WechatPayException.class, () -> nowhere.execute(new Calls.Query("1")));
		}
		assertThat(this.recorded.low("wechatpay.attempt")).contains("outcome=UNKNOWN", "status=none", "host=127.0.0.1",
				"exception=TransportException");
	}

	@Test
	void showsThatTheCallerGaveUp() {
		platform.answers(platform.signed(200, PREPAID).withFixedDelay(3000));
		Disposable call = this.clients.reactive().execute(new Calls.Query("1")).subscribe();
		call.dispose();
		assertThat(this.recorded.low("wechatpay.call")).contains("outcome=UNKNOWN", "exception=CancellationException");
		assertThat(this.recorded.low("wechatpay.attempt")).contains("outcome=UNKNOWN",
				"exception=CancellationException");
	}

	@Test
	void countsNoBusinessNumbers() {
		platform.answers(platform.signed(200, PREPAID));
		this.clients.blocking().execute(Calls.Prepay.of("Coffee"));
		assertThat(this.recorded.all()).hasSize(2)
			.allSatisfy((context) -> assertThat(context.getAllKeyValues())
				.noneMatch((value) -> value.getValue().contains("1217752501201407033233368018")));
	}

	@Test
	void sendsNothingAboutTheTrace() {
		platform.answers(platform.signed(200, PREPAID));
		this.registry.observationConfig().observationHandler(new ObservationHandler<WechatPayAttemptContext>() {

			@Override
			public void onStart(WechatPayAttemptContext context) {
				assertThat(context.getKind()).isEqualTo(Kind.CLIENT);
				context.getSetter().set(context.getCarrier(), "traceparent", "00-1-2-01");
			}

			@Override
			public boolean supportsContext(Observation.Context context) {
				return context instanceof WechatPayAttemptContext;
			}

		});
		this.clients.blocking().execute(Calls.Prepay.of("Coffee"));
		assertThat(platform.onlyRequest().containsHeader("traceparent")).isFalse();
	}

	private static ScenarioMappingBuilder firstTime() {
		return WireMock.any(WireMock.anyUrl())
			.inScenario("retry")
			.whenScenarioStateIs(Scenario.STARTED)
			.willSetStateTo("again");
	}

	private static ScenarioMappingBuilder afterwards() {
		return WireMock.any(WireMock.anyUrl()).inScenario("retry").whenScenarioStateIs("again");
	}

}
