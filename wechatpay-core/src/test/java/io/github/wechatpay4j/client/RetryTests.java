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

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.wechatpay4j.ApiException;
import io.github.wechatpay4j.OutcomeUnknownException;
import io.github.wechatpay4j.SignatureException;
import io.github.wechatpay4j.TransportException;
import io.github.wechatpay4j.UnreadableResponseException;
import io.github.wechatpay4j.WechatPayException;
import io.github.wechatpay4j.merchant.InMemoryMerchantRegistry;
import io.github.wechatpay4j.operation.RawRequest;
import io.github.wechatpay4j.operation.WechatPayRequest;
import io.github.wechatpay4j.testing.Authorization;
import io.github.wechatpay4j.testing.Calls;
import io.github.wechatpay4j.testing.FakePlatform;
import io.github.wechatpay4j.testing.ImpatientScheduler;
import io.github.wechatpay4j.testing.PlatformSigner;
import io.github.wechatpay4j.testing.TestClock;
import io.github.wechatpay4j.testing.TestKeys;
import io.github.wechatpay4j.testing.TestMerchants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * What is tried again, and what is not. Two seconds apart, so that timestamps differ.
 */
class RetryTests {

	private static final String PREPAID = "{\"prepay_id\":\"wx26\"}";

	@RegisterExtension
	static final FakePlatform platform = new FakePlatform();

	private final ImpatientScheduler scheduler = new ImpatientScheduler(platform.clock());

	private final WechatPayClient client = clients(
			new RetryPolicy(3, Duration.ofSeconds(2), Duration.ofSeconds(4), 1, Duration.ofSeconds(8), 0.5))
		.blocking();

	private WechatPayClients clients(RetryPolicy policy) {
		return WechatPayClients
			.of(platform.exchange(), new InMemoryMerchantRegistry(List.of(TestMerchants.merchant())), platform.clock())
			.retry(new Retry(policy, this.scheduler, () -> 0.5))
			.nanoTime(this.scheduler::nanoTime);
	}

	/** Failures after which the platform may have acted. */
	static Stream<Arguments> openFailures() {
		return Stream.of(failure("500", error(500, "SYSTEM_ERROR"), ApiException.class),
				failure("503", error(503, "SYSTEM_ERROR"), ApiException.class),
				failure("a proxy's page",
						FakePlatform.with(502, "<html>Bad Gateway</html>", Map.of("Content-Type", "text/html")),
						ApiException.class),
				failure("a reset before the answer", fault(Fault.CONNECTION_RESET_BY_PEER), TransportException.class),
				failure("an empty answer", fault(Fault.EMPTY_RESPONSE), TransportException.class),
				failure("a reset within the body", fault(Fault.MALFORMED_RESPONSE_CHUNK), TransportException.class),
				failure("garbage", fault(Fault.RANDOM_DATA_THEN_CLOSE), TransportException.class),
				failure("an unsigned answer", FakePlatform.with(200, PREPAID, Map.of()), SignatureException.class),
				failure("a probe", forged((headers) -> with(headers, "Wechatpay-Signature", "WECHATPAY/SIGNTEST/abc")),
						SignatureException.class),
				failure("a wrong serial", forged((headers) -> with(headers, "Wechatpay-Serial", "PUB_KEY_ID_1")),
						SignatureException.class),
				failure("another clock",
						forged((headers) -> PlatformSigner.publicKey()
							.headers(utf8(PREPAID), TestClock.START.minus(Duration.ofMinutes(6)))),
						SignatureException.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "not JSON", "{\"prepay_id\":{}}" })
	void doesNotSendAgainWhatIsAnsweredUnreadably(String answer) {
		platform.answers(signed(200, answer));
		OutcomeUnknownException ex = unknown(Calls.Prepay.of("x"));
		assertThat(ex.getCause()).isInstanceOf(UnreadableResponseException.class);
		assertThat(ex.attempts()).isEqualTo(1);
		assertThat(platform.requests()).hasSize(1);
		assertThat(this.scheduler.waits()).isEmpty();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("openFailures")
	void triesAgainWithTheSameNumberAndANewSignature(String name, ResponseDefinitionBuilder failure, Class<?> type)
			throws Exception {
		platform.answersInTurn(failure, failure, signed(200, PREPAID));
		assertThat(this.client.execute(Calls.Prepay.of("x"))).isEqualTo(new Calls.Prepaid("wx26"));
		assertAttempts(3);
		assertThat(this.scheduler.waits()).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(2));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("openFailures")
	void saysInTheEndThatTheOutcomeIsUnknown(String name, ResponseDefinitionBuilder failure, Class<?> type)
			throws Exception {
		platform.answers(failure);
		OutcomeUnknownException ex = unknown(Calls.Prepay.of("x"));
		assertThat(ex.getCause()).isInstanceOf(type);
		assertThat(ex.attempts()).isEqualTo(3);
		assertThat(ex).hasMessageStartingWith("WeChat Pay may have carried out Calls.prepay")
			.hasMessageContaining("out_trade_no '1217752501201407033233368018'")
			.hasMessageEndingWith(" [after 3 attempts]");
		assertThat(ex.businessNumberField()).isEqualTo("out_trade_no");
		assertThat(ex.businessNumber()).isEqualTo("1217752501201407033233368018");
		assertThat(ex.operation()).isEqualTo("Calls.prepay");
		assertThat(ex.status()).isEqualTo(((WechatPayException) ex.getCause()).status());
		assertThat(ex.requestId()).isEqualTo(((WechatPayException) ex.getCause()).requestId());
		assertAttempts(3);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("openFailures")
	void neverRepeatsWhatHasNoNumber(String name, ResponseDefinitionBuilder failure, Class<?> type) {
		platform.answers(failure);
		OutcomeUnknownException ex = unknown(new Calls.Prepay(null, null, "x", null));
		assertThat(ex.getCause()).isInstanceOf(type);
		assertThat(ex.attempts()).isEqualTo(1);
		assertThat(ex.businessNumber()).isNull();
		assertThat(ex).hasMessageContaining("Find out by a query before it is repeated.");
		assertThat(platform.requests()).hasSize(1);
		assertThat(this.scheduler.waits()).isEmpty();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("openFailures")
	void repeatsAQueryWhoseOutcomeIsNeverUnknown(String name, ResponseDefinitionBuilder failure,
			Class<? extends WechatPayException> type) throws Exception {
		platform.answers(failure);
		WechatPayException ex = catchThrowableOfType(type, () -> this.client.execute(new Calls.Query("1")));
		assertThat(ex.attempts()).isEqualTo(3);
		assertThat(ex).hasMessageEndingWith(" [after 3 attempts]");
		assertAttempts(3);
	}

	@ParameterizedTest
	@CsvSource({ "RATELIMIT_EXCEEDED, false", "RATELIMIT_EXCEED, false", "FREQUENCY_LIMITED, false",
			"RATELIMIT_EXCEEDED, true", "RATELIMIT_EXCEED, true", "FREQUENCY_LIMITED, true" })
	void slowsDownWhenToldTo(String code, boolean retryAfter) throws Exception {
		ResponseDefinitionBuilder limited = error(429, code);
		platform.answersInTurn(retryAfter ? limited.withHeader("Retry-After", "7") : limited, signed(200, PREPAID));
		this.client.execute(Calls.Prepay.of("x"));
		assertAttempts(2);
		// The chance of a half, of a jitter of a half, of two seconds
		assertThat(this.scheduler.waits())
			.containsExactly(retryAfter ? Duration.ofMillis(7500) : Duration.ofSeconds(4));
	}

	@Test
	void readsRetryAfterAsADateOfThePlatformsClock() {
		platform.clock().advance(Duration.ofMinutes(4));
		platform.answersInTurn(error(429, "RATELIMIT_EXCEEDED").withHeader("Date", "Tue, 01 Dec 2026 08:00:00 GMT")
			.withHeader("Retry-After", "Tue, 01 Dec 2026 08:00:09 GMT"), signed(200, PREPAID));
		this.client.execute(Calls.Prepay.of("x"));
		assertThat(this.scheduler.waits()).containsExactly(Duration.ofMillis(9500));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "soon", "-5", "1e3", "Tue, 99 Dec 2026 08:00:00 GMT" })
	void doesWithoutARetryAfterThatMakesNoSense(String retryAfter) {
		platform.answersInTurn(error(429, "RATELIMIT_EXCEEDED").withHeader("Retry-After", retryAfter),
				signed(200, PREPAID));
		this.client.execute(Calls.Prepay.of("x"));
		assertThat(this.scheduler.waits()).containsExactly(Duration.ofSeconds(4));
	}

	@ParameterizedTest
	@ValueSource(strings = { "20", "20.5", "0000000000021", "9999999999", "99999999999999999999999999999999",
			"Fri, 31 Dec 9999 23:59:59 GMT", "Mon, 01 Jan 2035 00:00:00 GMT", "Monday, 01-Jan-2035 00:00:00 GMT",
			"Mon Jan  1 00:00:00 2035" })
	void waitsForNothingThatIsLongerThanTheCallMayTake(String retryAfter) {
		platform.answers(error(429, "RATELIMIT_EXCEEDED").withHeader("Retry-After", retryAfter));
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> this.client.execute(Calls.Prepay.of("x")))
			.satisfies((ex) -> assertThat(ex.retryAfter()).isGreaterThanOrEqualTo(Duration.ofSeconds(20)));
		assertThat(platform.requests()).hasSize(1);
		assertThat(this.scheduler.waits()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(ints = { 429, 500, 503 })
	void neverRepeatsAfterAnAnswerWhatHasNoNumber(int status) {
		platform.answers(error(status, "FREQUENCY_LIMITED"));
		for (WechatPayRequest<?> request : List.of(new Calls.Close("1"), new Calls.Prepay(null, null, "x", null),
				RawRequest.post("/v3/x", "{}"))) {
			assertThatExceptionOfType(WechatPayException.class).isThrownBy(() -> this.client.execute(request))
				.returns(1, WechatPayException::attempts);
		}
		assertThat(platform.requests()).hasSize(3);
	}

	@Test
	void takesARedirectionForNoAnswer() {
		platform.answers(error(301, "PARAM_ERROR"));
		assertThat(unknown(Calls.Prepay.of("x")).attempts()).isEqualTo(1);
		assertThat(platform.requests()).hasSize(1);
	}

	@Test
	void givesUpAtOnceWhenToldToComeBackTooLate() {
		platform.answers(error(429, "RATELIMIT_EXCEEDED").withHeader("Retry-After", "20"));
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> this.client.execute(Calls.Prepay.of("x")))
			.satisfies((ex) -> {
				assertThat(ex.retryAfter()).isEqualTo(Duration.ofSeconds(20));
				assertThat(ex.attempts()).isEqualTo(1);
			});
		assertThat(platform.requests()).hasSize(1);
		assertThat(this.scheduler.waits()).isEmpty();
	}

	@Test
	void repeatsARefundThatIsToldToSlowDownOnlyWithItsNumber() throws Exception {
		platform.answers(error(429, "FREQUENCY_LIMITED"));
		assertThat(unknown(new Calls.Refund("r1")).attempts()).isEqualTo(3);
		assertAttempts(3);
		assertThat(unknown(new Calls.Refund(null)).attempts()).isEqualTo(1);
		assertThat(platform.requests()).hasSize(4);
	}

	@ParameterizedTest
	@ValueSource(ints = { 400, 401, 403, 404, 409, 413 })
	void takesANoForANo(int status) {
		platform.answers(error(status, "PARAM_ERROR"));
		for (WechatPayRequest<?> request : List.of(Calls.Prepay.of("x"), new Calls.Query("1"), new Calls.Close("1"))) {
			assertThatExceptionOfType(ApiException.class).isThrownBy(() -> this.client.execute(request))
				.returns(1, WechatPayException::attempts);
		}
		assertThat(platform.requests()).hasSize(3);
	}

	@Test
	void leavesWhatIsAcceptedToAQuery() {
		platform.answers(signed(202, PREPAID));
		assertThat(unknown(Calls.Prepay.of("x")).attempts()).isEqualTo(1);
		assertThat(platform.requests()).hasSize(1);
	}

	@Test
	void doesNotRepeatWhatIsEncryptedForAnotherKey() {
		platform.answers(signed(200, "{\"user_name\":\"AAAA\"}"));
		assertThat(unknown(new Calls.Transfer("b1", "x")).attempts()).isEqualTo(1);
		assertThat(platform.requests()).hasSize(1);
	}

	@Test
	void doesNotRepeatWhatCannotBeSent() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.client.execute(Calls.Prepay.of("😀")));
		assertThat(platform.requests()).isEmpty();
		assertThat(this.scheduler.waits()).isEmpty();
	}

	@Test
	void knowsThatARefusalProvesNothingAboutAnEarlierAttempt() {
		platform.answersInTurn(error(500, "SYSTEM_ERROR"), error(400, "INVALID_REQUEST"));
		OutcomeUnknownException ex = unknown(new Calls.Refund("r1"));
		assertThat(ex.getCause()).isInstanceOfSatisfying(ApiException.class,
				(cause) -> assertThat(cause.code()).isEqualTo("INVALID_REQUEST"));
		assertThat(ex.getSuppressed()).hasAtLeastOneElementOfType(ApiException.class);
		assertThat(ex.attempts()).isEqualTo(2);
	}

	@Test
	void forgetsAnUnknownOutcomeOnceItIsKnown() {
		platform.answersInTurn(error(500, "SYSTEM_ERROR"), signed(200, PREPAID));
		assertThat(this.client.execute(Calls.Prepay.of("x"))).isEqualTo(new Calls.Prepaid("wx26"));
	}

	@Test
	void spendsNoMoreThanTheTimeOfTheCall() {
		platform.answers(error(503, "SYSTEM_ERROR"));
		RetryPolicy patient = RetryPolicy.defaults().withMaxAttempts(100);
		WechatPayClient limited = clients(patient).blocking().with(CallOptions.totalTimeout(Duration.ofMillis(800)));
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> limited.execute(new Calls.Query("1")))
			.returns(4, WechatPayException::attempts);
		assertThat(platform.requests()).hasSize(4);
	}

	@Test
	void waitsLongerEachTimeUpToALimit() {
		platform.answers(error(503, "SYSTEM_ERROR"));
		WechatPayClient patient = clients(
				new RetryPolicy(5, Duration.ofMillis(100), Duration.ofSeconds(1), 1.5, Duration.ofMillis(300), 0.5))
			.blocking();
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> patient.execute(new Calls.Query("1")));
		assertThat(this.scheduler.waits()).containsExactly(Duration.ofMillis(100), Duration.ofMillis(150),
				Duration.ofMillis(225), Duration.ofMillis(300));
	}

	@Test
	void canBeSwitchedOffAndOnForACall() throws Exception {
		platform.answers(error(503, "SYSTEM_ERROR"));
		WechatPayClient once = this.client.with(CallOptions.noRetry());
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> once.execute(new Calls.Query("1")))
			.returns(1, WechatPayException::attempts);
		StepVerifier.create(
				clients(RetryPolicy.defaults()).reactive().with(CallOptions.noRetry()).execute(new Calls.Query("1")))
			.expectError(ApiException.class)
			.verify();
		assertThat(platform.requests()).hasSize(2);
		WechatPayClient twice = platform.client()
			.with(CallOptions.none().withRetry(new RetryPolicy(2, Duration.ZERO, Duration.ZERO, 1, Duration.ZERO, 0)));
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> twice.execute(new Calls.Query("1")))
			.returns(2, WechatPayException::attempts);
		assertThatIllegalArgumentException().isThrownBy(() -> CallOptions.totalTimeout(Duration.ZERO));
	}

	private OutcomeUnknownException unknown(WechatPayRequest<?> request) {
		OutcomeUnknownException ex = catchThrowableOfType(OutcomeUnknownException.class,
				() -> this.client.execute(request));
		assertThat(ex).isNotNull();
		return ex;
	}

	/** All of one call: the same bytes, each signed anew. */
	private static void assertAttempts(int count) throws Exception {
		List<LoggedRequest> requests = platform.requests();
		assertThat(requests).hasSize(count);
		assertThat(requests).extracting(LoggedRequest::getUrl).containsOnly(requests.get(0).getUrl());
		assertThat(requests).extracting(LoggedRequest::getBodyAsString).containsOnly(requests.get(0).getBodyAsString());
		for (LoggedRequest request : requests) {
			Authorization.parse(request.getHeader("Authorization"))
				.signs(TestKeys.MERCHANT.getPublic(), request.getMethod().getName(), request.getUrl(),
						request.getBody());
		}
		List<Authorization> signatures = requests.stream()
			.map((request) -> Authorization.parse(request.getHeader("Authorization")))
			.toList();
		assertThat(signatures).extracting(Authorization::nonce).doesNotHaveDuplicates();
		assertThat(signatures).extracting(Authorization::timestamp).doesNotHaveDuplicates();
	}

	private static Arguments failure(String name, ResponseDefinitionBuilder answer, Class<?> type) {
		return Arguments.of(name, answer, type);
	}

	private static ResponseDefinitionBuilder error(int status, String code) {
		return FakePlatform.with(status, "{\"code\":\"" + code + "\",\"message\":\"m\"}", Map.of());
	}

	private static ResponseDefinitionBuilder fault(Fault fault) {
		return WireMock.aResponse().withFault(fault);
	}

	private static ResponseDefinitionBuilder signed(int status, String body) {
		return FakePlatform.with(status, body, PlatformSigner.publicKey().headers(utf8(body), TestClock.START));
	}

	private static ResponseDefinitionBuilder forged(UnaryOperator<Map<String, String>> change) {
		return FakePlatform.with(200, PREPAID,
				change.apply(PlatformSigner.publicKey().headers(utf8(PREPAID), TestClock.START)));
	}

	private static Map<String, String> with(Map<String, String> headers, String name, String value) {
		headers.put(name, value);
		return headers;
	}

	private static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
