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

import io.github.wechatpay4j.autoconfigure.WechatPayWebProperties.Answers;
import io.github.wechatpay4j.web.answer.AnswerFormat;
import io.github.wechatpay4j.web.answer.WechatPayAnswers;
import io.github.wechatpay4j.web.answer.WechatPayExceptionAdvice;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The answers, the same for Spring MVC and Spring WebFlux. Not nested in the
 * auto-configuration: a nested configuration needs no import to be found.
 */
@Configuration(proxyBeanMethods = false)
class WebAnswersConfiguration {

	@Bean
	@ConditionalOnMissingBean
	AnswerFormat wechatPayAnswerFormat(WechatPayWebProperties properties) {
		return (properties.getAnswers() == Answers.PROBLEM_DETAILS) ? AnswerFormat.problemDetails()
				: AnswerFormat.envelope();
	}

	@Bean
	@ConditionalOnMissingBean
	WechatPayAnswers wechatPayAnswers(AnswerFormat format, ApplicationContext messages) {
		return new WechatPayAnswers(format, messages);
	}

	@Bean
	@ConditionalOnMissingBean
	WechatPayExceptionAdvice wechatPayExceptionAdvice(WechatPayAnswers answers) {
		return new WechatPayExceptionAdvice(answers);
	}

	@Bean
	ShadowedAnswersCheck wechatPayShadowedAnswersCheck(ListableBeanFactory beans) {
		return new ShadowedAnswersCheck(beans);
	}

}
