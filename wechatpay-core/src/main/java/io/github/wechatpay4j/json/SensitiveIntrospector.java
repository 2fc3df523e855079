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

import java.util.Collection;

import io.github.wechatpay4j.operation.Sensitive;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.Version;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;

/**
 * Gives {@link Sensitive} fields, and the items of such lists, their own serializer.
 */
final class SensitiveIntrospector extends NopAnnotationIntrospector {

	private static final long serialVersionUID = 1L;

	@Override
	public Version version() {
		return Version.unknownVersion();
	}

	@Override
	public @Nullable Object findSerializer(MapperConfig<?> config, Annotated annotated) {
		return isSensitive(annotated, false) ? SensitiveSerializer.class : null;
	}

	@Override
	public @Nullable Object findContentSerializer(MapperConfig<?> config, Annotated annotated) {
		return isSensitive(annotated, true) ? SensitiveSerializer.class : null;
	}

	/** Of a list, each item is encrypted by itself. */
	private static boolean isSensitive(Annotated annotated, boolean list) {
		return annotated.hasAnnotation(Sensitive.class)
				&& Collection.class.isAssignableFrom(annotated.getRawType()) == list;
	}

}
