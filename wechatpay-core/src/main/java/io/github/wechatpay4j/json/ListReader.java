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

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;

/**
 * Reads a list, also from a single value. Entries that are null, or read as absent, are
 * left out.
 *
 * @param item reads an entry
 * @param objects whether the entries are objects
 */
record ListReader(ValueReader item, boolean objects) implements ValueReader {

	@Override
	public List<Object> read(JsonParser parser, DeserializationContext context) {
		List<Object> values = new ArrayList<>();
		if (parser.currentToken() == JsonToken.START_ARRAY) {
			for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
				add(values, parser, context, i);
			}
			return values;
		}
		if (this.objects && parser.currentToken() != JsonToken.START_OBJECT) {
			throw Scalars.mismatch(parser, List.class);
		}
		// An empty object is how some languages write an empty list
		boolean empty = this.objects && parser.nextToken() == JsonToken.END_OBJECT;
		if (!empty) {
			add(values, parser, context, 0);
		}
		if (empty || !values.isEmpty()) {
			Reading.of(context).mismatch(parser);
		}
		return values;
	}

	private void add(List<Object> values, JsonParser parser, DeserializationContext context, int index) {
		if (parser.currentToken() == JsonToken.VALUE_NULL) {
			return;
		}
		try {
			@Nullable Object value = this.item.read(parser, context);
			if (value != null) {
				values.add(value);
			}
		}
		catch (JacksonException ex) {
			throw ex.prependPath(values, index);
		}
	}

}
