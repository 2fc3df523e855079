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

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

import io.github.wechatpay4j.operation.Decisive.Role;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.exc.MismatchedInputException;

/**
 * Reads texts, numbers and flags without ever bending one into another.
 */
final class Scalars {

	private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]{0,30})");

	private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]{0,30})(\\.[0-9]{1,30})?");

	private static final BigInteger MAX_LONG = BigInteger.valueOf(Long.MAX_VALUE);

	private static final BigInteger MIN_LONG = BigInteger.valueOf(Long.MIN_VALUE);

	private Scalars() {
	}

	/**
	 * A text. A number that is written without quotes is taken for its own digits: they
	 * are what the platform wrote. No state is a number, and nothing that decides has a
	 * fraction.
	 */
	static String text(JsonParser parser, @Nullable Role role) {
		JsonToken token = parser.currentToken();
		if (token == JsonToken.VALUE_STRING || (token == JsonToken.VALUE_NUMBER_INT && role != Role.STATE)
				|| (token == JsonToken.VALUE_NUMBER_FLOAT && role == null)) {
			return parser.getString();
		}
		throw mismatch(parser, String.class);
	}

	/**
	 * A whole number, also in quotes. Neither {@code 100.0} nor {@code 1e2} is one: the
	 * protocol never writes fen so, and whoever does may mean yuan.
	 */
	static Object integer(JsonParser parser, Class<?> type) {
		BigInteger value = bigInteger(parser, type);
		if (type == BigInteger.class) {
			return value;
		}
		if (value.compareTo(MAX_LONG) > 0 || value.compareTo(MIN_LONG) < 0) {
			throw mismatch(parser, type);
		}
		long number = value.longValue();
		if (type == Long.class || type == long.class) {
			return number;
		}
		if (number != (int) number) {
			throw mismatch(parser, type);
		}
		return (int) number;
	}

	private static BigInteger bigInteger(JsonParser parser, Class<?> type) {
		JsonToken token = parser.currentToken();
		if (token == JsonToken.VALUE_NUMBER_INT) {
			return parser.getBigIntegerValue();
		}
		if (token == JsonToken.VALUE_STRING && INTEGER.matcher(parser.getString()).matches()) {
			return new BigInteger(parser.getString());
		}
		throw mismatch(parser, type);
	}

	static BigDecimal decimal(JsonParser parser) {
		JsonToken token = parser.currentToken();
		if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
			return parser.getDecimalValue();
		}
		if (token == JsonToken.VALUE_STRING && DECIMAL.matcher(parser.getString()).matches()) {
			return new BigDecimal(parser.getString());
		}
		throw mismatch(parser, BigDecimal.class);
	}

	static Boolean flag(JsonParser parser) {
		JsonToken token = parser.currentToken();
		String text = (token == JsonToken.VALUE_STRING) ? parser.getString() : "";
		if (token == JsonToken.VALUE_TRUE || "true".equals(text)) {
			return true;
		}
		if (token == JsonToken.VALUE_FALSE || "false".equals(text)) {
			return false;
		}
		throw mismatch(parser, Boolean.class);
	}

	static MismatchedInputException mismatch(JsonParser parser, Class<?> type) {
		return MismatchedInputException.from(parser, type, "another shape");
	}

}
