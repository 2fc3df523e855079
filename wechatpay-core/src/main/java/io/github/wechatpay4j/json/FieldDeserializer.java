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

import io.github.wechatpay4j.operation.Decisive;
import io.github.wechatpay4j.operation.Sensitive;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.jsontype.TypeDeserializer;
import tools.jackson.databind.util.ClassUtil;
import tools.jackson.databind.util.NameTransformer;

/**
 * Reads a field: strictly if programs decide by it, and so that another shape reads as
 * absent if they do not. How it is read is found out when that is first needed, because
 * types can contain themselves.
 */
final class FieldDeserializer extends ValueDeserializer<Object> {

	private final @Nullable BeanProperty property;

	private @Nullable volatile ValueReader reader;

	FieldDeserializer() {
		this(null);
	}

	private FieldDeserializer(@Nullable BeanProperty property) {
		this.property = property;
	}

	@Override
	public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
		return (this.property == null && property != null) ? new FieldDeserializer(property) : this;
	}

	@Override
	public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) {
		return reader(context).read(parser, context);
	}

	private ValueReader reader(DeserializationContext context) {
		ValueReader found = this.reader;
		if (found == null) {
			BeanProperty field = property();
			Decisive decisive = field.getAnnotation(Decisive.class);
			boolean sensitive = field.getAnnotation(Sensitive.class) != null;
			found = new ValueReaders(context, field, (decisive != null) ? decisive.value() : null, sensitive)
				.field(field.getType());
			this.reader = found;
		}
		return found;
	}

	private BeanProperty property() {
		BeanProperty field = this.property;
		if (field == null) {
			throw new IllegalStateException("Only fields of objects are read by this");
		}
		return field;
	}

	private ValueDeserializer<Object> plain(DeserializationContext context) {
		return context.findContextualValueDeserializer(property().getType(), property());
	}

	@Override
	public @Nullable Object deserializeWithType(JsonParser parser, DeserializationContext context,
			TypeDeserializer typeDeserializer) {
		return plain(context).deserializeWithType(parser, context, typeDeserializer);
	}

	@Override
	public ValueDeserializer<Object> unwrappingDeserializer(DeserializationContext context, NameTransformer unwrapper) {
		return plain(context).unwrappingDeserializer(context, unwrapper);
	}

	@Override
	public @Nullable Object getNullValue(DeserializationContext context) {
		JavaType type = property().getType();
		if (type.isPrimitive()) {
			return ClassUtil.defaultValue(type.getRawClass());
		}
		return type.isReferenceType() ? plain(context).getNullValue(context) : null;
	}

	@Override
	public @Nullable Object getAbsentValue(DeserializationContext context) {
		JavaType type = property().getType();
		return type.isReferenceType() ? plain(context).getAbsentValue(context) : getNullValue(context);
	}

}
