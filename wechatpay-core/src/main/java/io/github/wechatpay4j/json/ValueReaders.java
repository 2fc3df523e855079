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
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.github.wechatpay4j.operation.Decisive.Role;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.bean.BeanDeserializerBase;
import tools.jackson.databind.type.LogicalType;

/**
 * Finds out how a field is read.
 *
 * @param context of the first reading
 * @param property the field
 * @param role what programs decide by the field, {@code null} for nothing
 * @param sensitive whether it is decrypted
 */
record ValueReaders(DeserializationContext context, BeanProperty property, @Nullable Role role, boolean sensitive) {

	private static final Set<Class<?>> INTEGERS = Set.of(long.class, Long.class, int.class, Integer.class,
			BigInteger.class);

	private static final Set<Class<?>> LISTS = Set.of(List.class, Collection.class, Iterable.class);

	/** Jackson would also take seconds since 1970, in quotes too. */
	private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d.*");

	private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

	/** What cannot be absent is read as strictly as what decides. */
	ValueReader field(JavaType type) {
		ValueReader strict = strict(type);
		return (this.role != null || type.isPrimitive()) ? strict : strict.tolerant();
	}

	private ValueReader strict(JavaType type) {
		Class<?> raw = type.getRawClass();
		if (raw == String.class) {
			return this.sensitive ? (parser, context) -> Reading.of(context).decrypt(cipherText(parser))
					: (parser, context) -> Scalars.text(parser, this.role);
		}
		if (INTEGERS.contains(raw)) {
			return (parser, context) -> Scalars.integer(parser, raw);
		}
		if (raw == BigDecimal.class) {
			return (parser, context) -> Scalars.decimal(parser);
		}
		if (raw == Boolean.class || raw == boolean.class) {
			return (parser, context) -> Scalars.flag(parser);
		}
		if (LISTS.contains(raw) && type.hasContentType()) {
			JavaType item = type.getContentType();
			return new ListReader(field(item), isObject(item));
		}
		ValueDeserializer<Object> plain = plain(type);
		if (raw == OffsetDateTime.class || raw == LocalDate.class) {
			return hasOwnFormat(raw) ? plain::deserialize : written(plain, (raw == LocalDate.class) ? DATE : TIME);
		}
		if (isText(plain)) {
			return written(plain, null);
		}
		return (plain.logicalType() == LogicalType.POJO) ? new InnerReader(plain) : plain::deserialize;
	}

	private static String cipherText(JsonParser parser) {
		if (parser.currentToken() != JsonToken.VALUE_STRING) {
			throw Scalars.mismatch(parser, String.class);
		}
		return parser.getString();
	}

	/** Something that is always a text, such as an open enumeration. */
	private static ValueReader written(ValueDeserializer<Object> plain, @Nullable Pattern form) {
		return (parser, context) -> {
			if (parser.currentToken() != JsonToken.VALUE_STRING
					|| (form != null && !form.matcher(parser.getString()).matches())) {
				throw Scalars.mismatch(parser, Object.class);
			}
			return plain.deserialize(parser, context);
		};
	}

	private ValueDeserializer<Object> plain(JavaType type) {
		return this.context.findContextualValueDeserializer(type, this.property);
	}

	private boolean hasOwnFormat(Class<?> raw) {
		JsonFormat.Value format = this.property.findPropertyFormat(this.context.getConfig(), raw);
		return format != null && format.hasPattern();
	}

	private boolean isObject(JavaType type) {
		if (type.hasRawClass(String.class) || type.isContainerType() || INTEGERS.contains(type.getRawClass())) {
			return false;
		}
		ValueDeserializer<Object> plain = plain(type);
		return plain.logicalType() == LogicalType.POJO && !isText(plain);
	}

	private static boolean isText(ValueDeserializer<Object> plain) {
		if (!(plain instanceof BeanDeserializerBase bean)) {
			return false;
		}
		ValueInstantiator instantiator = bean.getValueInstantiator();
		return instantiator.canCreateFromString() && !instantiator.canCreateFromObjectWith()
				&& !instantiator.canCreateUsingDefault();
	}

}
