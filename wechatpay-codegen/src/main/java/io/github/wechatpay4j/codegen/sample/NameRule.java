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
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What fields are given whose names match.
 *
 * @param names the names
 * @param value the value
 */
record NameRule(Pattern names, String value) {

	/** Stands for digits that are another number for each name. */
	static final String DIGITS = "#";

	private static final int FIRST = 10_000_000;

	NameRule(String names, String value) {
		this(Pattern.compile(names), value);
	}

	/** The value by the first rule that matches. */
	static @Nullable String first(List<NameRule> rules, String name) {
		String lowered = name.toLowerCase(Locale.ROOT);
		for (NameRule rule : rules) {
			if (rule.names.matcher(lowered).find()) {
				return rule.value.replace(DIGITS, Integer.toString(FIRST + Math.floorMod(lowered.hashCode(), FIRST)));
			}
		}
		return null;
	}

}
