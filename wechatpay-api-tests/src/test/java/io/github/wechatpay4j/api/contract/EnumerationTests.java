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

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The constants of every open enumeration.
 */
class EnumerationTests {

	static Stream<DescribedComponent> enumerations() {
		return Description.components().filter(DescribedComponent::isEnumeration);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("enumerations")
	void hasAConstantForEveryValueThatMakesAName(DescribedComponent enumeration) {
		Class<?> type = enumeration.type();
		List<String> values = enumeration.node().texts("x-wechatpay-enum");
		assertThat(constants(type)).containsExactlyInAnyOrderElementsOf(values.stream()
			.filter((value) -> value.matches("[ -~]+"))
			.map((value) -> Values.enumeration(type, value))
			.toList());
		assertThat(values).allSatisfy((value) -> assertThat(Values.enumeration(type, value)).hasToString(value));
	}

	private static List<Object> constants(Class<?> type) {
		return Arrays.stream(type.getFields())
			.filter((field) -> Modifier.isStatic(field.getModifiers()))
			.map(EnumerationTests::read)
			.toList();
	}

	private static Object read(Field constant) {
		try {
			return constant.get(null);
		}
		catch (IllegalAccessException ex) {
			throw new AssertionError(constant.toString(), ex);
		}
	}

}
