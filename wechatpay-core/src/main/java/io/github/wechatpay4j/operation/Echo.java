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

package io.github.wechatpay4j.operation;

import java.util.Objects;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * A field of an answer that repeats an input of the request, such as a business number. A
 * signature covers the answer only, not the question: what the answer repeats shows that
 * it belongs to the request.
 *
 * @param answered the field of the answer
 * @param asked reads the input from the request, with what the configuration filled in
 * @param <T> what the platform answers
 */
public record Echo<T>(AnswerField<T> answered, Function<WechatPayRequest<T>, ? extends @Nullable Object> asked) {

	/**
	 * Creates an echo.
	 * @param answered the field of the answer
	 * @param asked reads the input from the request
	 */
	public Echo {
		Objects.requireNonNull(answered, "answered");
		Objects.requireNonNull(asked, "asked");
	}

	/**
	 * The field's name in the protocol.
	 * @return the name in the answer
	 */
	public String field() {
		return this.answered.name();
	}

	/**
	 * What the request asked for, as text.
	 * @param request the request, completed from the configuration
	 * @return the text, or {@code null} if the request leaves the input out
	 */
	public @Nullable String in(WechatPayRequest<T> request) {
		return AnswerField.text(this.asked.apply(request));
	}

	/**
	 * Whether the answer may belong to the request as far as this field shows. Values are
	 * compared as text; one that either side leaves out proves nothing.
	 * @param request the request, completed from the configuration
	 * @param answer the answer
	 * @return {@code false} if the answer is about something else
	 */
	public boolean fits(WechatPayRequest<T> request, T answer) {
		String expected = in(request);
		String found = this.answered.in(answer);
		return expected == null || found == null || expected.equals(found);
	}

	@Override
	public String toString() {
		return field();
	}

}
