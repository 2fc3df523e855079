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

package io.github.wechatpay4j.codegen.sample;

import java.util.List;
import java.util.Objects;

import io.github.wechatpay4j.codegen.description.Field;

/**
 * Whole numbers by the names of their fields.
 */
final class IntegerSamples {

	private static final List<NameRule> RULES = List.of(new NameRule("(^|_)offset$", "0"),
			new NameRule("(^|_)(limit|page_size)$", "10"),
			// 2026-01-02T10:11:12+08:00
			new NameRule("(_time|timestamp)$", "1767319872"), new NameRule("(^|_)(id|no)$", NameRule.DIGITS),
			new NameRule("(^|_)day$", "2"), new NameRule("(rate|ratio)$", "30"));

	private IntegerSamples() {
	}

	static String of(Field field) {
		if (field.defaultValue() != null) {
			return field.defaultValue();
		}
		// Money: one yuan
		return field.unit().isEmpty() ? Objects.requireNonNullElse(NameRule.first(RULES, field.name()), "1") : "100";
	}

}
