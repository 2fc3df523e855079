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

import java.util.Collection;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Refuses to build a request that lacks a required field, naming the field as the
 * protocol does.
 */
public final class Required {

	private Required() {
	}

	/**
	 * Returns the value of a required field.
	 * @param value the value, possibly missing
	 * @param field the field's name in the protocol
	 * @param <V> the type of the value
	 * @return the value
	 * @throws IllegalArgumentException if it is {@code null}, or an empty text or
	 * collection
	 */
	public static <V> V field(@Nullable V value, String field) {
		if (value == null) {
			throw new MissingFieldException(field, "is required");
		}
		if ((value instanceof CharSequence text && text.isEmpty())
				|| (value instanceof Collection<?> items && items.isEmpty())) {
			throw new MissingFieldException(field, "is required and must not be empty");
		}
		return value;
	}

	/**
	 * Checks that one of several fields is there.
	 * @param given whether it is
	 * @param fields the fields' names in the protocol
	 * @throws IllegalArgumentException if none is
	 */
	public static void oneOf(boolean given, String fields) {
		if (!given) {
			throw new MissingFieldException(fields, "is required");
		}
	}

	/**
	 * Builds an object inside a request.
	 * @param field the name in the protocol of the field that it is the value of
	 * @param builder a new builder of the object
	 * @param fields sets the object's fields
	 * @param <V> the type of the object
	 * @param <B> the type of the builder
	 * @return the object
	 * @throws IllegalArgumentException if one of its required fields is missing, with the
	 * whole path such as {@code amount.total}
	 */
	public static <V, B extends NestedBuilder<V>> V nested(String field, B builder, Consumer<? super B> fields) {
		try {
			fields.accept(builder);
			return builder.build();
		}
		catch (MissingFieldException ex) {
			throw ex.within(field);
		}
	}

}
