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

package io.github.wechatpay4j.autoconfigure;

import java.util.Locale;

import io.github.wechatpay4j.ApiException;
import io.github.wechatpay4j.WechatPayException;
import io.github.wechatpay4j.web.answer.AnswerFormat;
import io.github.wechatpay4j.web.answer.WechatPayAnswers;
import io.github.wechatpay4j.web.answer.WechatPayExceptionAdvice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.MessageSource;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class WechatPayWebAnswersAutoConfigurationTests {

	private static final AutoConfigurations CONFIGURATION = AutoConfigurations
		.of(WechatPayWebAnswersAutoConfiguration.class);

	private final WebApplicationContextRunner servlet = new WebApplicationContextRunner()
		.withConfiguration(CONFIGURATION);

	private final ReactiveWebApplicationContextRunner reactive = new ReactiveWebApplicationContextRunner()
		.withConfiguration(CONFIGURATION);

	@Test
	void isOffByDefault() {
		this.servlet.run((context) -> assertThat(context).doesNotHaveBean(WechatPayExceptionAdvice.class)
			.doesNotHaveBean(WechatPayWebProperties.class));
		this.reactive.run((context) -> assertThat(context).doesNotHaveBean(WechatPayExceptionAdvice.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "problem-details", "PROBLEM_DETAILS", "problemDetails" })
	void understandsEveryWayToWriteAValue(String value) {
		this.servlet.withPropertyValues("wechatpay.web.answers=" + value)
			.run((context) -> assertThat(context).hasSingleBean(WechatPayExceptionAdvice.class)
				.getBean(AnswerFormat.class)
				.extracting(AnswerFormat::contentType)
				.isEqualTo(MediaType.APPLICATION_PROBLEM_JSON));
	}

	@Test
	void refusesAValueThatDoesNotExist() {
		this.servlet.withPropertyValues("wechatpay.web.answers=envelop")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("No enum constant")
				.hasMessageContaining("envelop"));
	}

	@Test
	void doesNothingWithoutSpringMvc() {
		this.servlet.withPropertyValues("wechatpay.web.answers=envelope")
			.withClassLoader(new FilteredClassLoader("org.springframework.web.servlet"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(WechatPayExceptionAdvice.class));
	}

	@Test
	void doesNotNeedSpringMvcInAReactiveApplication() {
		this.reactive.withPropertyValues("wechatpay.web.answers=envelope")
			.withClassLoader(new FilteredClassLoader("org.springframework.web.servlet", "jakarta.servlet"))
			.run((context) -> assertThat(context).hasSingleBean(WechatPayExceptionAdvice.class));
	}

	@Test
	void doesNotNeedSpringWebFluxInAServletApplication() {
		this.servlet.withPropertyValues("wechatpay.web.answers=envelope")
			.withClassLoader(new FilteredClassLoader("org.springframework.web.reactive", "reactor"))
			.run((context) -> assertThat(context).hasSingleBean(WechatPayExceptionAdvice.class));
	}

	@Test
	void doesNothingWithoutAWebApplication() {
		new ApplicationContextRunner().withConfiguration(CONFIGURATION)
			.withPropertyValues("wechatpay.web.answers=envelope")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(WechatPayExceptionAdvice.class));
	}

	@Test
	void doesNothingWithoutTheWebAtAll() {
		new ApplicationContextRunner().withConfiguration(CONFIGURATION)
			.withPropertyValues("wechatpay.web.answers=envelope")
			.withClassLoader(new FilteredClassLoader("org.springframework.web", "jakarta.servlet"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("wechatPayAnswers"));
	}

	@Test
	void backsOffForTheApplicationsBeans() {
		AnswerFormat format = (failure) -> "own";
		this.servlet.withPropertyValues("wechatpay.web.answers=envelope")
			.withBean(AnswerFormat.class, () -> format)
			.withBean("answers", WechatPayAnswers.class)
			.run((context) -> {
				assertThat(context).hasSingleBean(AnswerFormat.class).hasSingleBean(WechatPayAnswers.class);
				assertThat(context.getBean(AnswerFormat.class)).isSameAs(format);
				assertThat(context).doesNotHaveBean("wechatPayAnswers");
			});
	}

	@Test
	void takesTheTextsOfTheApplicationWhateverOtherTextsItHas() {
		StaticMessageSource own = new StaticMessageSource();
		own.addMessage("wechatpay.answer.not-found", Locale.ENGLISH, "No such order");
		this.servlet.withPropertyValues("wechatpay.web.answers=envelope")
			.withBean("messageSource", MessageSource.class, () -> own)
			.withBean("textsOfSomethingElse", MessageSource.class, StaticMessageSource::new)
			.run((context) -> assertThat(context.getBean(WechatPayAnswers.class)
				.answer(ApiException.of("x", 404).build(), Locale.ENGLISH)
				.getBody()).extracting("message").isEqualTo("No such order"));
	}

	@Test
	void saysNothingAboutAnAdviceThatMeansWechatPay(CapturedOutput output) {
		this.servlet.withPropertyValues("wechatpay.web.answers=envelope")
			.withBean(Careful.class)
			.run((context) -> assertThat(output).doesNotContain("before wechatpay.web.answers"));
	}

	/** Delegates for WeChat Pay and has something for the rest. */
	@RestControllerAdvice
	static class Careful {

		@ExceptionHandler
		String pay(WechatPayException ex) {
			return "pay";
		}

		@ExceptionHandler(RuntimeException.class)
		String rest() {
			return "rest";
		}

	}

}
