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
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A component of the description.
 */
public sealed interface ComponentType {

	/**
	 * Where it is described.
	 * @return the place
	 */
	Place place();

	/**
	 * Its key.
	 * @return the key
	 */
	TypeKey key();

	/**
	 * The Java package it belongs to.
	 * @return the package's name
	 */
	String packageName();

	/**
	 * The official label.
	 * @return the label, empty for none
	 */
	String label();

	/**
	 * What it means, in English.
	 * @return the meaning, empty for none
	 */
	String meaning();

	/**
	 * Whether it belongs to a product that may still change.
	 * @return whether it does
	 */
	boolean incubating();

	/**
	 * An object.
	 *
	 * @param place where it is described
	 * @param key its key
	 * @param packageName the Java package it belongs to
	 * @param label the official label
	 * @param meaning what it means
	 * @param incubating whether its product may still change
	 * @param fields its fields
	 * @param alternatives sets of fields of which one is required
	 * @param sameAs a type that says the same
	 */
	record ObjectType(Place place, TypeKey key, String packageName, String label, String meaning, boolean incubating,
			List<Field> fields, List<List<String>> alternatives, @Nullable TypeKey sameAs) implements ComponentType {

	}

	/**
	 * An open enumeration.
	 *
	 * @param place where it is described
	 * @param key its key
	 * @param packageName the Java package it belongs to
	 * @param label the official label
	 * @param meaning what it means
	 * @param incubating whether its product may still change
	 * @param values the values that are known
	 * @param valueLabels labels of values
	 * @param valueMeanings what values mean, in English
	 */
	record EnumType(Place place, TypeKey key, String packageName, String label, String meaning, boolean incubating,
			List<String> values, Map<String, String> valueLabels,
			Map<String, String> valueMeanings) implements ComponentType {

	}

}
