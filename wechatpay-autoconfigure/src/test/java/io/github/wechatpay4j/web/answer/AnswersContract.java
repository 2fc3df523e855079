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

package io.github.wechatpay4j.web.answer;

import java.net.http.HttpResponse;
import java.util.List;

import io.github.wechatpay4j.OutcomeUnknownException;
import io.github.wechatpay4j.web.answer.SampleFailures.Sample;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static io.github.wechatpay4j.web.answer.AnswerServer.json;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a front end sees, whatever serves it, in both formats.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
abstract class AnswersContract {

	private static final String[] ENGLISH = { "Accept-Language", "en" };

	private final WebApplicationType type;

	private AnswerServer envelopes;

	private AnswerServer problems;

	AnswersContract(WebApplicationType type) {
		this.type = type;
	}

	@BeforeAll
	void start() {
		this.envelopes = AnswerServer.start(this.type, OwnHandlers.WithHandlers.class,
				"wechatpay.web.answers=envelope");
		this.problems = AnswerServer.start(this.type, OwnHandlers.WithHandlers.class,
				"wechatpay.web.answers=problem-details");
	}

	@AfterAll
	void stop() {
		this.envelopes.close();
		this.problems.close();
	}

	static List<Sample> samples() {
		return SampleFailures.list().stream().filter((sample) -> !sample.name().equals("key")).toList();
	}

	@ParameterizedTest
	@MethodSource("samples")
	void putsEveryFailureIntoTheEnvelope(Sample sample) throws Exception {
		HttpResponse<String> answer = this.envelopes.get("/fail/" + sample.name(), ENGLISH);
		assertThat(answer.statusCode()).isEqualTo(sample.code().status());
		assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
		JsonNode body = json(answer);
		assertThat(body.propertyNames()).startsWith("code", "message", "data", "requestId");
		assertThat(body.path("message").asString()).isEqualTo(text(sample.code(), "en"));
		assertThat(body.path("data").isNull()).isTrue();
		assertIdentified(body, sample);
		assertSafe(answer);
	}

	@ParameterizedTest
	@MethodSource("samples")
	void describesEveryFailureAsAProblem(Sample sample) throws Exception {
		HttpResponse<String> answer = this.problems.get("/fail/" + sample.name(), ENGLISH);
		assertThat(answer.statusCode()).isEqualTo(sample.code().status());
		assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
		JsonNode body = json(answer);
		assertThat(body.path("type").asString())
			.isEqualTo("tag:wechatpay4j.github.io,2026:problem/" + sample.code().slug());
		assertThat(body.path("title").asString()).isEqualTo(text(sample.code(), "en"));
		assertThat(body.path("status").asInt()).isEqualTo(sample.code().status());
		assertThat(body.path("instance").asString()).isEqualTo("/fail/" + sample.name());
		assertIdentified(body, sample);
		assertSafe(answer);
	}

	private static void assertIdentified(JsonNode body, Sample sample) {
		boolean unknown = sample.exception() instanceof OutcomeUnknownException;
		assertThat(body.path("code").asInt()).isEqualTo(sample.code().code());
		assertThat(body.path("requestId").asString(null)).isEqualTo(sample.exception().requestId());
		assertThat(body.path("outcomeUnknown").asBoolean(false)).isEqualTo(unknown);
		assertThat(body.has("outcomeUnknown")).isEqualTo(unknown);
		assertThat(body.path("businessNumber").asString(null))
			.isEqualTo((sample.exception() instanceof OutcomeUnknownException ex) ? ex.businessNumber() : null);
	}

	private static void assertSafe(HttpResponse<String> answer) {
		String whole = answer.headers().map() + answer.body();
		assertThat(whole).doesNotContain(SampleFailures.SECRETS);
		assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
	}

	@Test
	void doesNotMakeAnUnknownOutcomeLookLikeAFailureToRepeat() throws Exception {
		HttpResponse<String> answer = this.envelopes.get("/fail/unknown-silent", ENGLISH);
		assertThat(answer.statusCode()).isEqualTo(202);
		assertThat(answer.headers().firstValue("Retry-After")).isEmpty();
		assertThat(answer.body()).isEqualTo("{\"code\":43002,\"message\":\"" + text(AnswerCode.OUTCOME_UNKNOWN, "en")
				+ "\",\"data\":null,\"requestId\":null,\"outcomeUnknown\":true,\"businessNumber\":\"refund-3\"}");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "zh|zh", "zh-CN,zh;q=0.9,en;q=0.8|zh", "zh-TW|zh", "en-GB|en", "fr|en" })
	void speaksTheLanguageOfTheCaller(String accepted, String language) throws Exception {
		String expected = text(AnswerCode.RATE_LIMITED, language);
		assertThat(
				json(this.envelopes.get("/fail/answered-429", "Accept-Language", accepted)).path("message").asString())
			.isEqualTo(expected);
		assertThat(json(this.problems.get("/fail/answered-429", "Accept-Language", accepted)).path("title").asString())
			.isEqualTo(expected);
	}

	@Test
	void answersWithoutALanguage() throws Exception {
		assertThat(json(this.envelopes.get("/fail/answered-429")).path("message").asString())
			.isIn(text(AnswerCode.RATE_LIMITED, "en"), text(AnswerCode.RATE_LIMITED, "zh"));
	}

	@Test
	void passesOnHowLongToWait() throws Exception {
		assertThat(this.envelopes.get("/fail/answered-429").headers().firstValue("Retry-After")).hasValue("7");
		assertThat(this.problems.get("/fail/answered-429").headers().firstValue("Retry-After")).hasValue("7");
		assertThat(this.envelopes.get("/fail/answered-500").headers().firstValue("Retry-After")).isEmpty();
	}

	@Test
	void answersWhatFailsLater() throws Exception {
		HttpResponse<String> answer = this.envelopes.get("/fail-later/unknown-accepted", ENGLISH);
		assertThat(answer.statusCode()).isEqualTo(202);
		assertThat(json(answer).path("code").asInt()).isEqualTo(43001);
		assertThat(json(answer).path("businessNumber").asString()).isEqualTo("refund-1");
	}

	@Test
	void answersWhateverTheCallerWantedToSee() throws Exception {
		HttpResponse<String> envelope = this.envelopes.get("/bill", "Accept", "text/csv");
		assertThat(envelope.statusCode()).isEqualTo(422);
		assertThat(envelope.headers().firstValue("Content-Type")).hasValue("application/json");
		HttpResponse<String> problem = this.problems.get("/bill", "Accept", "text/csv");
		assertThat(problem.headers().firstValue("Content-Type")).hasValue("application/problem+json");
		assertThat(json(problem).path("code").asInt()).isEqualTo(41003);
	}

	@Test
	void looksIntoWhatAFutureThrows() throws Exception {
		assertThat(json(this.envelopes.get("/joined")).path("code").asInt()).isEqualTo(41003);
	}

	@Test
	void leavesTheControllersOwnHandlerAlone() throws Exception {
		HttpResponse<String> answer = this.envelopes.get("/refunds/signature");
		assertThat(answer.statusCode()).isEqualTo(410);
		assertThat(answer.body()).isEqualTo("controller");
		assertThat(json(this.envelopes.get("/refunds/decryption")).path("code").asInt()).isEqualTo(44002);
	}

	@Test
	void leavesTheApplicationsOwnAdviceAlone() throws Exception {
		HttpResponse<String> answer = this.problems.get("/fail/key");
		assertThat(answer.statusCode()).isEqualTo(410);
		assertThat(answer.body()).isEqualTo("advice");
		assertThat(this.problems.get("/wrapped").body()).isEqualTo("wrapped");
	}

	@Test
	void letsACatchAllGoFirstAndSaysSo(CapturedOutput output) throws Exception {
		try (AnswerServer server = AnswerServer.start(this.type, OwnHandlers.CatchAll.class,
				"wechatpay.web.answers=envelope")) {
			assertThat(server.get("/fail/decryption").body()).isEqualTo("everything");
		}
		assertThat(output).containsOnlyOnce("CatchAll.any handles WechatPayException before wechatpay.web.answers");
	}

	@ParameterizedTest
	@ValueSource(strings = { "none", "" })
	void isOffUnlessAskedFor(String value, CapturedOutput output) throws Exception {
		String[] properties = value.isEmpty() ? new String[0] : new String[] { "wechatpay.web.answers=" + value };
		try (AnswerServer server = AnswerServer.start(this.type, AnswerApplication.class, properties)) {
			HttpResponse<String> answer = server.get("/fail/answered-404");
			assertThat(answer.statusCode()).isEqualTo(500);
			assertThat(answer.body()).doesNotContain("41003");
			HttpResponse<String> wrapped = server.get("/wrapped");
			assertThat(wrapped.statusCode()).isEqualTo(409);
		}
		assertThat(output).doesNotContain("was answered with code");
	}

	@Test
	void leavesOtherExceptionsAlone() throws Exception {
		try (AnswerServer server = AnswerServer.start(this.type, AnswerApplication.class,
				"wechatpay.web.answers=envelope")) {
			assertThat(server.get("/argument").statusCode()).isEqualTo(500);
			HttpResponse<String> wrapped = server.get("/wrapped");
			assertThat(wrapped.statusCode()).isEqualTo(409);
			assertThat(wrapped.body()).doesNotContain("41003");
		}
	}

	@Test
	void leavesTheNotificationEndpointAlone() throws Exception {
		HttpResponse<String> answer = this.envelopes.post("/wechatpay/notifications", "{}");
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(answer.body()).isEqualTo("{\"code\":\"FAIL\",\"message\":\"MALFORMED\"}");
	}

	@Test
	void wrapsDataOnlyWhereAControllerAsksForIt() throws Exception {
		assertThat(this.envelopes.get("/orders/1").body())
			.isEqualTo("{\"code\":0,\"message\":\"OK\",\"data\":{\"id\":\"1\"},\"requestId\":null}");
	}

	@Test
	void tellsTheLogOnceWithTheRequestId(CapturedOutput output) throws Exception {
		this.envelopes.get("/fail/answered-403");
		assertThat(output.toString().lines().filter((line) -> line.contains("PARAM_ERROR"))).singleElement()
			.asString()
			.contains("INFO", "ApiException was answered with code 41002 and status 422", SampleFailures.REQUEST_ID);
	}

	@ParameterizedTest
	@CsvSource({ "unknown-silent,WARN", "answered-401,ERROR", "platform-key,ERROR", "signature,WARN",
			"rejected-PROBE,INFO", "answered-400,INFO" })
	void choosesTheLevelByTheKind(String name, String level, CapturedOutput output) throws Exception {
		this.envelopes.get("/fail/" + name);
		assertThat(output.toString().lines().filter((line) -> line.contains("was answered with code"))).singleElement()
			.asString()
			.containsPattern("\\b" + level + "\\b");
		assertThat(output).doesNotContain("\tat ");
	}

	private static String text(AnswerCode code, String language) {
		return AnswerBundles.read(language).get(AnswerMessages.PREFIX + code.slug());
	}

}
