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
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/**
 * Reads an object, also the only one of a list.
 *
 * @param plain reads the object
 */
record InnerReader(ValueDeserializer<Object> plain) implements ValueReader {

	@Override
	public @Nullable Object read(JsonParser parser, DeserializationContext context) {
		if (parser.currentToken() == JsonToken.START_OBJECT || parser.currentToken() == JsonToken.PROPERTY_NAME) {
			return this.plain.deserialize(parser, context);
		}
		if (parser.currentToken() != JsonToken.START_ARRAY || parser.nextToken() != JsonToken.START_OBJECT) {
			throw Scalars.mismatch(parser, Object.class);
		}
		Object only = this.plain.deserialize(parser, context);
		if (parser.nextToken() != JsonToken.END_ARRAY) {
			throw Scalars.mismatch(parser, Object.class);
		}
		Reading.of(context).mismatch(parser);
		return only;
	}

}
