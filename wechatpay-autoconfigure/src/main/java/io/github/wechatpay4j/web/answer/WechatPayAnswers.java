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
import java.util.Objects;
import java.util.regex.Pattern;

import io.github.wechatpay4j.ApiException;
import io.github.wechatpay4j.OutcomeUnknownException;
import io.github.wechatpay4j.WechatPayException;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/**
 * Turns exceptions into what a front end may see. Used by
 * {@link WechatPayExceptionAdvice}; an application's own exception handlers can call it
 * too. Safe for use by many threads.
 */
public final class WechatPayAnswers {

	/** Error answers are unsigned: an id that does not look like one is not passed on. */
	private static final Pattern REQUEST_ID = Pattern.compile("[\\w.:-]{1,128}");

	private final AnswerFormat format;

	private final AnswerMessages messages;

	/**
	 * Creates answers.
	 * @param format the shape of the body
	 * @param messages the application's messages; those below {@code wechatpay.answer.}
	 * go before the library's
	 */
	public WechatPayAnswers(AnswerFormat format, MessageSource messages) {
		this.format = Objects.requireNonNull(format, "format");
		this.messages = new AnswerMessages(Objects.requireNonNull(messages, "messages"));
	}

	/**
	 * Makes the answer, and writes one line about the exception to the log.
	 * @param ex what happened
	 * @param locale the language of the message; other languages than English and Chinese
	 * get English
	 * @return status, headers and body
	 */
	public ResponseEntity<Object> answer(WechatPayException ex, Locale locale) {
		Failure failure = failure(ex, locale);
		FailureLog.write(ex, failure.code());
		ResponseEntity.BodyBuilder answer = ResponseEntity.status(failure.code().status())
			.contentType(this.format.contentType())
			.cacheControl(CacheControl.noStore());
		Duration retryAfter = failure.retryAfter();
		if (retryAfter != null) {
			// Rounded up: a moment too soon is too soon
			answer.header(HttpHeaders.RETRY_AFTER, String.valueOf(retryAfter.plusNanos(999_999_999).toSeconds()));
		}
		return answer.body(this.format.body(failure));
	}

	private Failure failure(WechatPayException ex, Locale locale) {
		AnswerCode code = FailureCodes.of(ex);
		String businessNumber = (ex instanceof OutcomeUnknownException unknown) ? unknown.businessNumber() : null;
		Duration retryAfter = (ex instanceof ApiException api) ? api.retryAfter() : null;
		return new Failure(code, this.messages.text(code, locale), shown(ex.requestId()), ex.isOutcomeUnknown(),
				businessNumber, retryAfter);
	}

	private static @Nullable String shown(@Nullable String requestId) {
		return (requestId != null && REQUEST_ID.matcher(requestId).matches()) ? requestId : null;
	}

}
