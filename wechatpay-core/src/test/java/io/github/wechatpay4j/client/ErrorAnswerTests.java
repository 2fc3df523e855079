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
import java.util.Map;

import io.github.wechatpay4j.ApiException;
import io.github.wechatpay4j.UnreadableResponseException;
import io.github.wechatpay4j.operation.RawRequest;
import io.github.wechatpay4j.operation.WechatPayRequest;
import io.github.wechatpay4j.testing.Calls;
import io.github.wechatpay4j.testing.Failures;
import io.github.wechatpay4j.testing.FakePlatform;
import io.github.wechatpay4j.testing.PlatformSigner;
import io.github.wechatpay4j.testing.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Answers that are no success, and successes that say nothing.
 */
class ErrorAnswerTests {

	@RegisterExtension
	static final FakePlatform platform = new FakePlatform();

	private final WechatPayClient client = platform.client();

	@Test
	void tellsWhatThePlatformSaid() {
		answersError(400, "{\"code\":\"PARAM_ERROR\",\"message\":\"参数错误\","
				+ "\"detail\":{\"field\":\"/amount/currency\",\"value\":\"XYZ\",\"issue\":\"Currency code is invalid\"}}");
		ApiException ex = fails(Calls.Prepay.of("x"));
		assertThat(ex.status()).isEqualTo(400);
		assertThat(ex.code()).isEqualTo("PARAM_ERROR");
		assertThat(ex.description()).isEqualTo("参数错误");
		assertThat(ex.field()).isEqualTo("/amount/currency");
		assertThat(ex.requestId()).isEqualTo(FakePlatform.REQUEST_ID);
		assertThat(ex).hasMessage("Calls.prepay answered 400 PARAM_ERROR: 参数错误 (field /amount/currency)"
				+ " [Request-ID " + FakePlatform.REQUEST_ID + "]");
	}

	@ParameterizedTest
	@CsvSource({ "401, SIGN_ERROR", "403, NO_AUTH", "404, ORDER_NOT_EXIST", "409, ORDERPAID", "400, PARAM_ERROR",
			"429, RATELIMIT_EXCEEDED", "429, RATELIMIT_EXCEED", "429, FREQUENCY_LIMITED" })
	void takesAFinalNoForANo(int status, String code) {
		answersError(status, "{\"code\":\"" + code + "\",\"message\":\"m\"}");
		for (WechatPayRequest<?> request : new WechatPayRequest<?>[] { Calls.Prepay.of("x"), new Calls.Query("1") }) {
			ApiException ex = fails(request);
			assertThat(ex.status()).isEqualTo(status);
			assertThat(ex.code()).isEqualTo(code);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "RATELIMIT_EXCEEDED", "RATELIMIT_EXCEED", "FREQUENCY_LIMITED", "ANY_OTHER" })
	void leavesItOpenWhetherARefundWasAcceptedThatIsToldToSlowDown(String code) {
		answersError(429, "{\"code\":\"" + code + "\",\"message\":\"m\"}");
		fails(new Calls.Refund("1"), true);
		fails(RawRequest.post("/v3/refund/domestic/refunds", "{}"), true);
		fails(RawRequest.get("/v3/refund/domestic/refunds/1"), false);
	}

	@ParameterizedTest
	@ValueSource(ints = { 500, 502, 503, 504 })
	void leavesItOpenWhatAServerErrorDid(int status) {
		answersError(status, "{\"code\":\"SYSTEM_ERROR\",\"message\":\"系统错误\"}");
		assertThat(fails(Calls.Prepay.of("x"), true))
			.hasMessageContaining("answered " + status + " SYSTEM_ERROR: 系统错误 [Request-ID");
		fails(new Calls.Query("1"), false);
	}

	@ParameterizedTest
	@ValueSource(strings = { "<html><body><h1>502 Bad Gateway</h1></body></html>", "", "{", "[]", "null", "\"x\"",
			"{\"code\":{\"a\":1},\"message\":[1]}" })
	void showsStatusAndRequestIdWhateverAProxyAnswers(String body) {
		platform.answers(FakePlatform.with(502, body, Map.of("Content-Type", "text/html")));
		ApiException ex = fails(Calls.Prepay.of("x"), true);
		assertThat(ex).hasMessage("Calls.prepay answered 502 [Request-ID 08F7A5D1-REQUEST-ID]");
		assertThat(ex.code()).isNull();
		assertThat(ex.description()).isNull();
		assertThat(ex.field()).isNull();
	}

	@Test
	void keepsAnErrorInOneShortLine() {
		answersError(400, "{\"code\":\"A\\nB\",\"message\":\"" + "x".repeat(5000) + "\\r\\n\"}");
		ApiException ex = fails(Calls.Prepay.of("x"));
		assertThat(ex.code()).isEqualTo("A\nB");
		assertThat(ex.description()).endsWith("x\r\n");
		assertThat(ex.getMessage()).hasSizeLessThan(700).doesNotContain("\n", "\r");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-",
			textBlock = """
					{"location":"body","value":0.01} | 无法将 JSON 输入源“/body/amount/total”映射到目标字段“总金额”中，此字段需要一个合法的 64 位有符号整数 | /body/amount/total
					{"location":"body","value":""} | 输入源“/body/payer/openid”映射到字段“用户标识”必填性规则校验失败,此字段为必填项 | /body/payer/openid
					{"location":"body","value":"订单号"} | 输入源“/body/out_trade_no”映射到值字段“商户订单号”字符串规则校验失败 | /body/out_trade_no
					{"location":"body","value":" https://www.weixin.qq.com/wxpay/pay.php"} | 输入源“/body/notify_url”映射到值字段“通知地址”字符串规则校验失败 | /body/notify_url
					{"location":"body","value":0} | 输入源“/body/receivers/0/account”映射到值字段“分账接收方帐号”字符串规则校验失败 | /body/receivers/0/account
					{"location":"query","value":1} | 输入源“/query/limit”映射到数值字段“最大资源条数”规则校验失败，值低于最小值 20 | /query/limit
					{"location":"uri_template","value":"A_1"} | 无法将输入源“/uri_template/applyment_id”映射到目标字段“申请单号 ”中 | /uri_template/applyment_id
					{"location":null,"value":["/body/payer/openid"]} | 请求中含有未在API文档中定义的参数 | /body/payer/openid
					{"location":null,"value":["/body/a","/body/b_c"]} | 请求中含有未在API文档中定义的参数 | /body/a, /body/b_c
					{"location":"body","value":"/body/out_trade_no"} | 参数错误 | /body/out_trade_no
					- | 输入源“/appid”映射到字段“公众号ID”必填性规则校验失败,此字段为必填项 | /appid
					- | The parameter "/body/amount/total" is below its minimum | /body/amount/total
					{"field":"/amount/currency","value":"XYZ","location":"body"} | 输入源“/body/amount/total”映射到 | /amount/currency
					{"location":"body","value":"/etc/passwd"} | 参数错误 | -
					{"location":"body","value":{"a":1}} | 参数错误 | -
					"text" | 参数错误 | -
					""")
	void namesTheFieldWhereverThePlatformNamesIt(String detail, String message, String field) {
		answersError(400, "{\"code\":\"PARAM_ERROR\",\"message\":\"" + message.replace("\"", "\\\"") + "\""
				+ ((detail != null) ? ",\"detail\":" + detail : "") + "}");
		ApiException ex = fails(Calls.Prepay.of("x"));
		assertThat(ex.field()).isEqualTo(field);
		assertThat(ex.detail()).isEqualTo(detail);
	}

	@Test
	void keepsWhatWasSentOutOfTheMessage() {
		answersError(400,
				"{\"code\":\"PARAM_ERROR\",\"message\":\"m\",\"detail\":{\"location\":\"body\",\"value\":\"张三\"}}");
		ApiException ex = fails(Calls.Prepay.of("x"));
		assertThat(ex.detail()).contains("张三");
		assertThat(ex.toString()).doesNotContain("张三", "location");
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-",
			value = { "08EDB8C6A106109A0318D0C5E1C30120E8DE3A28C1A504-268578704, 268578704",
					"08F78BB2A60610B00118A2F6A3EF0120AE2B28B2F402-0, 0", "08F78BB2A60610B0, -", "08-, -", "08-x1, -",
					"08-12345678901234567890, -" })
	void tellsTheInternalErrorCodeOfARequestId(String requestId, String code) {
		platform.answers(aResponse().withStatus(400)
			.withHeader("Request-ID", requestId)
			.withBody("{\"code\":\"PARAM_ERROR\",\"message\":\"m\"}"));
		assertThat(fails(Calls.Prepay.of("x")).internalErrorCode()).isEqualTo(code);
	}

	@Test
	void followsNoRedirect() {
		platform.answers(aResponse().withStatus(302).withHeader("Location", platform.url() + "/elsewhere"));
		assertThat(fails(new Calls.Query("1")).status()).isEqualTo(302);
	}

	@Test
	void takesAcceptedForUnfinished() {
		platform.answers(platform.signed(202, "{\"prepay_id\":\"wx26\"}"));
		assertThat(fails(Calls.Prepay.of("x"), true).status()).isEqualTo(202);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", value = { "200 |''", "204 |''", "200 | not JSON", "200 | <html/>",
			"200 | null", "200 | []", "200 | {\"prepay_id\":{}}" })
	void saysThatASignedAnswerCannotBeRead(int status, String body) {
		platform.answers(platform.signed(status, body));
		UnreadableResponseException ex = Failures.failure(UnreadableResponseException.class, true,
				() -> this.client.execute(Calls.Prepay.of("x")));
		assertThat(ex.status()).isEqualTo(status);
		assertThat(ex.requestId()).isEqualTo(FakePlatform.REQUEST_ID);
		assertThat(ex).hasMessageStartingWith("The answer to Calls.prepay cannot be read: not a Prepaid: ");
	}

	@Test
	void saysThatASensitiveFieldOfASignedAnswerCannotBeDecrypted() {
		platform.answers(platform.signed(200, "{\"user_name\":\"Geheim\"}"));
		UnreadableResponseException ex = Failures.failure(UnreadableResponseException.class, true,
				() -> this.client.execute(new Calls.Transfer("1", "x")));
		assertThat(ex).hasMessageContaining("A sensitive field was changed, or encrypted for another merchant key");
		assertThat(ex.getMessage()).doesNotContain("Geheim");
	}

	@ParameterizedTest
	@ValueSource(strings = { "json", "application/json; charset=nonsense", "text/html", "/", "" })
	void readsASignedAnswerWhateverItsContentTypeSays(String contentType) {
		String body = "{\"prepay_id\":\"咖啡\"}";
		Map<String, String> headers = PlatformSigner.publicKey()
			.headers(body.getBytes(StandardCharsets.UTF_8), TestClock.START);
		headers.put("Content-Type", contentType);
		platform.answers(FakePlatform.with(200, body, headers));
		assertThat(this.client.execute(Calls.Prepay.of("x"))).isEqualTo(new Calls.Prepaid("咖啡"));
	}

	private static void answersError(int status, String body) {
		platform.answers(FakePlatform.with(status, body, Map.of()));
	}

	private ApiException fails(WechatPayRequest<?> request) {
		return fails(request, false);
	}

	private ApiException fails(WechatPayRequest<?> request, boolean unknown) {
		int before = platform.requests().size();
		ApiException ex = Failures.failure(ApiException.class, unknown, () -> this.client.execute(request));
		assertThat(platform.requests()).as("one request, no hidden retry").hasSize(before + 1);
		return ex;
	}

}
