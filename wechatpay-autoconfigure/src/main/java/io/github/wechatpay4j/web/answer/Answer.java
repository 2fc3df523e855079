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

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The envelope: {@code code}, {@code message}, {@code data} and {@code requestId}, which
 * are always there, and two that only an {@link AnswerCode.Kind#OUTCOME_UNKNOWN unknown
 * outcome} has. Failures are put into it by the library; successful answers by whoever
 * wants to, with {@link #of(Object)}. Nothing is wrapped behind a controller's back.
 *
 * @param <T> the type of the data
 * @param code 0 for success, else the {@link AnswerCode#code() code} of the failure
 * @param message a text that may be shown to people
 * @param data what was asked for, {@code null} after a failure
 * @param requestId the platform's {@code Request-ID}, which its support asks for;
 * {@code null} if there is none
 * @param outcomeUnknown whether WeChat Pay may have acted although the call failed
 * @param businessNumber the number to ask for the outcome with, {@code null} if there is
 * none
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Answer<T>(int code, String message, @Nullable T data, @Nullable String requestId,
		@JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean outcomeUnknown,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String businessNumber) {

	/**
	 * Wraps the data of a successful answer.
	 * @param <T> the type of the data
	 * @param data the data
	 * @return the envelope around it
	 */
	public static <T> Answer<T> of(@Nullable T data) {
		return new Answer<>(AnswerCode.OK.code(), "OK", data, null, false, null);
	}

	static Answer<Void> of(Failure failure) {
		return new Answer<>(failure.code().code(), failure.message(), null, failure.requestId(),
				failure.outcomeUnknown(), failure.businessNumber());
	}

	/** Without the data, which may be personal. */
	@Override
	public String toString() {
		return "Answer[code=" + this.code + ", requestId=" + this.requestId + ", businessNumber=" + this.businessNumber
				+ "]";
	}

}
