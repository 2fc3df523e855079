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

import java.util.stream.Stream;

import io.github.wechatpay4j.ApiException;
import io.github.wechatpay4j.CallNotPermittedException;
import io.github.wechatpay4j.NotificationRejectedException;
import io.github.wechatpay4j.WechatPayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AnswerCodeTests {

	static Stream<Class<?>> kindsOfExceptions() {
		return Stream.of(WechatPayException.class.getPermittedSubclasses());
	}

	@ParameterizedTest
	@MethodSource("kindsOfExceptions")
	void existsForEachKindOfException(Class<?> kind) {
		assertThat(SampleFailures.list()).extracting(SampleFailures.Sample::exception)
			.as("a new kind needs a code, a sample and a row in docs/answers.md")
			.anyMatch(kind::isInstance);
	}

	@Test
	void isWhatTheSampleExpects() {
		assertThat(SampleFailures.list())
			.allSatisfy((sample) -> assertThat(FailureCodes.of(sample.exception())).isEqualTo(sample.code()));
		// A mistake in the application's own code is the only one without a number of its
		// own
		assertThat(SampleFailures.list()).filteredOn((sample) -> sample.code() == AnswerCode.OTHER)
			.singleElement()
			.satisfies((sample) -> assertThat(sample.exception()).isInstanceOf(CallNotPermittedException.class));
	}

	@ParameterizedTest
	@EnumSource
	void hasARangeAndAStatus(AnswerCode code) {
		assertThat(code.code()).isBetween(code.kind().first(), code.kind().last());
		assertThat(code.status()).isBetween(200, 599);
	}

	@Test
	void isUnique() {
		assertThat(AnswerCode.values()).extracting(AnswerCode::code).doesNotHaveDuplicates().isSorted();
	}

	@ParameterizedTest
	@EnumSource
	void keepsTheStatusThatWechatPayExpectsOfARejection(NotificationRejectedException.Reason reason) {
		assertThat(FailureCodes.of(new NotificationRejectedException(reason, "x")).status()).isEqualTo(reason.status());
	}

	@ParameterizedTest
	@ValueSource(ints = { 100, 204, 301, 402, 418, 451, 501, 504, 599, 0, 999 })
	void existsForEveryStatusThatAnAnswerCanHave(int status) {
		assertThat(FailureCodes.of(ApiException.of("x", status).build())).isNotEqualTo(AnswerCode.OTHER);
	}

	@ParameterizedTest
	@ValueSource(strings = { "en", "zh" })
	void hasATextInEachLanguage(String language) {
		assertThat(AnswerBundles.read(language)).containsOnlyKeys(Stream.of(AnswerCode.values())
			.map((code) -> AnswerMessages.PREFIX + code.slug())
			.toArray(String[]::new));
		assertThat(AnswerBundles.read(language).values()).doesNotContain("").allMatch((text) -> !text.contains("{"));
	}

}
