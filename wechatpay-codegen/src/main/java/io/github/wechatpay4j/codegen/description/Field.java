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

package io.github.wechatpay4j.codegen.description;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A field of an object, or an input of an operation.
 *
 * @param place where it is described
 * @param name its name in the protocol
 * @param type its type
 * @param required whether it is required
 * @param sensitive whether it travels encrypted
 * @param label the official label, empty for none
 * @param meaning what it means, in English, empty for none
 * @param unit {@code fen} or {@code minor} for money, empty for none
 * @param format a form that the type does not say, empty for none
 * @param knownValues values that are known, where they are no type of their own
 * @param filledFrom which setting of the configuration fills it, empty for none
 * @param defaultValue what is sent when it is left out
 * @param requiredWithin fields of its own type that are required at this place
 * @param aliases other names that it is received under
 * @param role what programs decide by it: {@code identity}, {@code state} or
 * {@code amount}, empty for nothing
 */
public record Field(Place place, String name, FieldType type, boolean required, boolean sensitive, String label,
		String meaning, String unit, String format, List<String> knownValues, String filledFrom,
		@Nullable String defaultValue, List<String> requiredWithin, List<String> aliases, String role) {

	/** Whether a caller has to set it. */
	public boolean demanded() {
		return this.required && this.filledFrom.isEmpty() && this.defaultValue == null;
	}

}
