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
 * A field of an operation's answer, and how it is read.
 *
 * @param name the field's name in the protocol
 * @param value reads it from the answer
 * @param <T> what the platform answers
 */
public record AnswerField<T>(String name, Function<? super T, ? extends @Nullable Object> value) {

	/**
	 * Creates a field.
	 * @param name the field's name in the protocol
	 * @param value reads it from the answer
	 */
	public AnswerField {
		Objects.requireNonNull(name, "name");
		Objects.requireNonNull(value, "value");
	}

	/**
	 * The field's value as text.
	 * @param answer the answer
	 * @return the text, or {@code null} if the field is absent or empty
	 */
	public @Nullable String in(T answer) {
		return text(this.value.apply(answer));
	}

	static @Nullable String text(@Nullable Object value) {
		String text = (value != null) ? value.toString() : "";
		return text.isEmpty() ? null : text;
	}

	@Override
	public String toString() {
		return this.name;
	}

}
