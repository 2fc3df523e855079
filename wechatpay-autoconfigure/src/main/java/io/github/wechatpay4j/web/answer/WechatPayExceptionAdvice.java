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

import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

import io.github.wechatpay4j.WechatPayException;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Answers for the application's controllers that throw {@link WechatPayException}, in
 * Spring MVC and Spring WebFlux alike. Last of all advices: whatever handler the
 * application has goes first.
 */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
@ImportRuntimeHints(AnswerRuntimeHints.class)
public final class WechatPayExceptionAdvice {

	private final WechatPayAnswers answers;

	/**
	 * Creates an advice.
	 * @param answers makes the answers
	 */
	public WechatPayExceptionAdvice(WechatPayAnswers answers) {
		this.answers = Objects.requireNonNull(answers, "answers");
	}

	/**
	 * Answers. Spring also comes here for exceptions that merely have a
	 * {@link WechatPayException} as their cause. Those are the application's, and so is
	 * what they mean.
	 * @param thrown what was thrown
	 * @param locale the language of the caller, {@code null} if unknown
	 * @return the answer
	 * @throws Exception what was thrown, if it is not ours
	 */
	@ExceptionHandler(WechatPayException.class)
	public ResponseEntity<Object> answer(Exception thrown, @Nullable Locale locale) throws Exception {
		boolean carried = thrown instanceof CompletionException || thrown instanceof ExecutionException;
		Throwable candidate = carried ? thrown.getCause() : thrown;
		if (candidate instanceof WechatPayException ex) {
			return this.answers.answer(ex, (locale != null) ? locale : Locale.ENGLISH);
		}
		throw thrown;
	}

}
