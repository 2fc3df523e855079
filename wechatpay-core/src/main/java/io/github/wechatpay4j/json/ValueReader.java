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

package io.github.wechatpay4j.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;

/**
 * Reads the value that a parser stands at.
 */
@FunctionalInterface
interface ValueReader {

	/**
	 * Reads the value.
	 * @return the value, {@code null} if it reads as absent
	 * @throws DatabindException if it has another shape
	 */
	@Nullable Object read(JsonParser parser, DeserializationContext context);

	/** Reads the same, but anything of another shape as absent. */
	default ValueReader tolerant() {
		return (parser, context) -> {
			TokenStreamContext around = around(parser);
			try {
				return read(parser, context);
			}
			catch (DatabindException | InputCoercionException ex) {
				Reading reading = Reading.of(context);
				if (reading.isUndecryptable()) {
					throw ex;
				}
				leave(parser, around);
				reading.mismatch(parser);
				return null;
			}
		};
	}

	/**
	 * A parser that stands at the beginning of an object, or of its first field, is in
	 * it.
	 */
	private static TokenStreamContext around(JsonParser parser) {
		TokenStreamContext context = parser.streamReadContext();
		return switch (parser.currentToken()) {
			case START_OBJECT, START_ARRAY, PROPERTY_NAME -> context.getParent();
			default -> context;
		};
	}

	/** Goes on to the end of a value, wherever within it the reading failed. */
	private static void leave(JsonParser parser, TokenStreamContext around) {
		JsonToken token = parser.currentToken();
		while (parser.streamReadContext() != around && token != null) {
			token = parser.nextToken();
		}
	}

}
