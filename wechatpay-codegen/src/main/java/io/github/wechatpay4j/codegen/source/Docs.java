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

package io.github.wechatpay4j.codegen.source;

import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

import io.github.wechatpay4j.codegen.description.Field;

/**
 * The words of the generated Javadoc.
 */
final class Docs {

	private static final int SHOWN_VALUES = 4;

	private final Properties glossary;

	/**
	 * Creates the words.
	 * @param glossary what names of fields mean wherever they occur
	 */
	Docs(Properties glossary) {
		this.glossary = glossary;
	}

	/** What a field means: a noun phrase. */
	String meaning(Field field) {
		String phrase = field.meaning().isEmpty() ? this.glossary.getProperty(field.name(), "") : field.meaning();
		String label = label(field.label());
		if (phrase.isEmpty()) {
			return label.isEmpty() ? "{@code " + field.name() + "}" : label + " ({@code " + field.name() + "})";
		}
		return escape(phrase) + (label.isEmpty() ? "" : " (" + label + ")");
	}

	/** What a caller has to know of a field, after its meaning. */
	String conditions(Field field) {
		StringBuilder text = new StringBuilder();
		String meaning = meaning(field);
		if (field.unit().equals("fen") && !meaning.contains("fen")) {
			text.append(", in fen");
		}
		if (field.unit().equals("minor")) {
			text.append(", in the smallest unit of its currency");
		}
		if (!field.format().isEmpty() && !meaning.contains(field.format())) {
			text.append(", as {@code ").append(escape(field.format())).append('}');
		}
		if (!field.knownValues().isEmpty()) {
			text.append(", ").append(values(field.knownValues()));
		}
		if (field.sensitive()) {
			text.append(", the plain text of what travels encrypted");
		}
		return text.toString();
	}

	/** Everything about a field. */
	String description(Field field) {
		return meaning(field) + conditions(field) + demand(field);
	}

	/** Whether a caller has to set a field. */
	String demand(Field field) {
		if (!field.filledFrom().isEmpty()) {
			return ", the configured one when left out";
		}
		if (field.defaultValue() != null) {
			return ", {@code " + escape(field.defaultValue()) + "} when left out";
		}
		return field.required() ? ", required" : "";
	}

	private static String values(List<String> values) {
		String shown = values.stream()
			.limit(SHOWN_VALUES)
			.map((value) -> "{@code " + escape(value) + "}")
			.collect(Collectors.joining(", "));
		return (values.size() == 1) ? shown : "such as " + shown;
	}

	/** A sentence about a thing that has a label and perhaps a meaning. */
	static String sentence(String meaning, String label, String otherwise) {
		if (!meaning.isEmpty()) {
			String text = escape(meaning);
			String shown = label(label);
			int end = (text.indexOf(". ") > 0) ? text.indexOf(". ") : text.length() - (text.endsWith(".") ? 1 : 0);
			return shown.isEmpty() ? text.substring(0, end) + "." + rest(text, end)
					: text.substring(0, end) + " (" + shown + ")." + rest(text, end);
		}
		return label(label).isEmpty() ? otherwise : label(label) + ".";
	}

	private static String rest(String text, int end) {
		return (end + 1 < text.length()) ? text.substring(end + 1) : "";
	}

	static String label(String label) {
		return escape(label.replaceAll("^\\d+[、.]\\s*", "").replaceAll("\\s+", " ").trim());
	}

	static String escape(String text) {
		return text.replace("&", "&amp;")
			.replace("<", "&lt;")
			.replace(">", "&gt;")
			.replace("@", "&#64;")
			.replace("*/", "*&#47;")
			.replace("{", "&#123;")
			.replace("}", "&#125;");
	}

}
