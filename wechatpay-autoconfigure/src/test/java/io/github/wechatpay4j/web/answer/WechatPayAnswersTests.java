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

import java.time.Duration;
import java.util.Locale;

import io.github.wechatpay4j.ApiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.http.MediaType;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class WechatPayAnswersTests {

	private final StaticMessageSource messages = new StaticMessageSource();

	private final WechatPayAnswers answers = new WechatPayAnswers(AnswerFormat.envelope(), this.messages);

	@Test
	void prefersTheApplicationsTexts() {
		this.messages.addMessage("wechatpay.answer.not-found", Locale.CHINA, "没有这个订单");
		assertThat(answer(ApiException.of("x", 404).build()).message()).isEqualTo("没有这个订单");
		assertThat(answer(ApiException.of("x", 403).build()).message()).isEqualTo("微信支付不允许此操作。");
	}

	@Test
	void showsNoCodesOfMessagesInAnApplicationThatShowsThem() {
		this.messages.setUseCodeAsDefaultMessage(true);
		assertThat(answer(ApiException.of("x", 404).build()).message()).isEqualTo("微信支付查无此记录。");
	}

	@Test
	void speaksEnglishToOthersOnAChineseServer() {
		Locale before = Locale.getDefault();
		try {
			Locale.setDefault(Locale.CHINA);
			assertThat(this.answers.answer(ApiException.of("x", 404).build(), Locale.FRENCH).getBody())
				.extracting("message")
				.isEqualTo("WeChat Pay does not know what was asked for.");
		}
		finally {
			Locale.setDefault(before);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "<script>alert(1)</script>", "a b", "中文", "" })
	void doesNotPassOnWhatIsNoRequestId(String requestId) {
		assertThat(answer(ApiException.of("x", 404).requestId(requestId).build()).requestId()).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "0, 0", "1, 1", "400, 1", "1000, 1", "1001, 2" })
	void sendsNobodyBackTooSoon(long millis, String seconds) {
		ApiException ex = ApiException.of("x", 429).retryAfter(Duration.ofMillis(millis)).build();
		assertThat(this.answers.answer(ex, Locale.ENGLISH).getHeaders().getFirst("Retry-After")).isEqualTo(seconds);
	}

	@Test
	void keepsTheLogOnOneLine(CapturedOutput output) {
		answer(ApiException.of("x", 400).error("A", "one\r\n2026-01-01 WARN forged\u2028more", null).build());
		assertThat(output.toString().lines()).singleElement()
			.asString()
			.contains("one\\u000d\\u000a2026-01-01 WARN forged\\u2028more");
	}

	@Test
	void takesAnApplicationsOwnShape() {
		record Result(String errno, String errmsg) {
		}
		WechatPayAnswers own = new WechatPayAnswers(
				(failure) -> new Result("PAY-" + failure.code().code(), failure.message()), this.messages);
		var answer = own.answer(ApiException.of("x", 404).build(), Locale.ENGLISH);
		assertThat(answer.getBody()).isEqualTo(new Result("PAY-41003", "WeChat Pay does not know what was asked for."));
		assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_JSON);
	}

	@Test
	void hidesTheDataOfASuccess() {
		assertThat(Answer.of("13800138000")).hasToString("Answer[code=0, requestId=null, businessNumber=null]");
	}

	private Answer<?> answer(ApiException ex) {
		return (Answer<?>) this.answers.answer(ex, Locale.CHINA).getBody();
	}

}
