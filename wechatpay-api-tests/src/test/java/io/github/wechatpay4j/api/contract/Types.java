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

package io.github.wechatpay4j.api.contract;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The Java types that belong to the description, by the names that they should have.
 */
final class Types {

	private static final Map<Class<?>, List<Method>> METHODS = new ConcurrentHashMap<>();

	private static final Map<String, String> NAMES = new ConcurrentHashMap<>();

	private Types() {
	}

	static Class<?> named(String packageName, String name) {
		try {
			return Class.forName(packageName + "." + name);
		}
		catch (ClassNotFoundException ex) {
			throw new AssertionError("There is no type " + packageName + "." + name, ex);
		}
	}

	/** A name that Java or the library needs for itself gets a suffix. */
	static boolean isNamed(String javaName, String field) {
		String name = NAMES.computeIfAbsent(field, Types::camelCase);
		return javaName.equals(name) || javaName.equals(name + "Value");
	}

	private static String camelCase(String field) {
		StringBuilder name = new StringBuilder();
		for (String word : field.split("[^A-Za-z0-9]+")) {
			String first = word.substring(0, 1);
			name.append(name.isEmpty() ? first.toLowerCase(Locale.ROOT) : first.toUpperCase(Locale.ROOT))
				.append(word.substring(1));
		}
		return name.toString();
	}

	static RecordComponent component(Class<?> type, String field) {
		return Arrays.stream(type.getRecordComponents())
			.filter((component) -> isNamed(component.getName(), field))
			.findFirst()
			.orElseThrow(() -> new AssertionError(type.getName() + " has no component for '" + field + "'"));
	}

	static Object read(Object owner, String field) {
		return invoke(component(owner.getClass(), field).getAccessor(), owner);
	}

	static List<Method> methods(Class<?> type) {
		return METHODS.computeIfAbsent(type, (key) -> List.of(key.getMethods()));
	}

	static Object invoke(Method method, Object owner, Object... arguments) {
		try {
			return method.invoke(owner, arguments);
		}
		catch (InvocationTargetException ex) {
			if (ex.getCause() instanceof RuntimeException cause) {
				throw cause;
			}
			throw new AssertionError(method.toString(), ex);
		}
		catch (IllegalAccessException ex) {
			throw new AssertionError(method.toString(), ex);
		}
	}

	static Object builder(Class<?> type) {
		return call(type, null, "builder");
	}

	static Object build(Object builder) {
		return call(builder.getClass(), builder, "build");
	}

	private static Object call(Class<?> type, Object owner, String name) {
		try {
			return invoke(type.getMethod(name), owner);
		}
		catch (NoSuchMethodException ex) {
			throw new AssertionError(type.getName() + " has no method " + name, ex);
		}
	}

	static List<Set<String>> alternatives(Node object) {
		return object.get("anyOf").items().stream().map((given) -> Set.copyOf(given.texts("required"))).toList();
	}

}
