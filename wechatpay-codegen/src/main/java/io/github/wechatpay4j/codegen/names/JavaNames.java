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

package io.github.wechatpay4j.codegen.names;

import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import javax.lang.model.SourceVersion;

/**
 * Turns names of the protocol into names of Java, by rules that never change.
 */
public final class JavaNames {

	/** Methods of every object and of a request, and the names that builders use. */
	private static final Set<String> TAKEN = Set.of("clone", "finalize", "getClass", "hashCode", "notify", "notifyAll",
			"toString", "wait", "operation", "businessNumber", "idempotency", "bind", "target", "body", "withDefaults",
			"builder", "build");

	private static final Pattern WORD = Pattern.compile("[A-Za-z0-9]+");

	private static final Set<String> PLURAL_ONLY = Set.of("goods", "news", "series", "sms", "gps");

	private JavaNames() {
	}

	/**
	 * The name of a field.
	 * @param wireName its name in the protocol, such as {@code out_trade_no}
	 * @return such as {@code outTradeNo}
	 */
	public static String field(String wireName) {
		StringBuilder name = new StringBuilder();
		WORD.matcher(wireName)
			.results()
			.map(MatchResult::group)
			.forEach((word) -> name.append(name.isEmpty() ? uncapitalize(word) : capitalize(word)));
		String field = name.toString();
		return (SourceVersion.isKeyword(field) || TAKEN.contains(field)) ? field + "Value" : field;
	}

	/**
	 * The name of a constant.
	 * @param value the value in the protocol
	 * @return such as {@code SUCCESS}, {@code VALUE_01}; empty for a value that gives no
	 * name in ASCII
	 */
	public static String constant(String value) {
		if (!value.matches("[ -~]*[A-Za-z0-9][ -~]*")) {
			return "";
		}
		String name = value.trim().replaceAll("[^A-Za-z0-9]+", "_").toUpperCase(Locale.ROOT);
		return Character.isDigit(name.charAt(0)) ? "VALUE_" + name : name;
	}

	/**
	 * The name of one item of a list.
	 * @param field the name of the list
	 * @return its singular
	 */
	public static String singular(String field) {
		String lastWord = field.replaceAll(".*(?=[A-Z])", "").toLowerCase(Locale.ROOT);
		if (PLURAL_ONLY.contains(lastWord) || !field.endsWith("s") || field.endsWith("ss") || field.endsWith("us")
				|| field.endsWith("is")) {
			return field;
		}
		if (field.endsWith("ies")) {
			return field.substring(0, field.length() - 3) + "y";
		}
		return field.matches(".*(sses|xes|ches|shes)") ? field.substring(0, field.length() - 2)
				: field.substring(0, field.length() - 1);
	}

	/**
	 * Begins with a capital.
	 * @param name a name
	 * @return the name with its first letter in upper case
	 */
	public static String capitalize(String name) {
		return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
	}

	private static String uncapitalize(String name) {
		boolean word = name.equals(name.toUpperCase(Locale.ROOT));
		return word ? name.toLowerCase(Locale.ROOT) : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
	}

}
