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

package io.github.wechatpay4j.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.wechatpay4j.operation.Sensitive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds for every record of the module.
 */
class RecordTests {

	/** What is not encrypted on its way but is about a person nevertheless. */
	private static final Set<String> PERSONAL = personal();

	private static Set<String> personal() {
		try (Stream<String> lines = Files.lines(Path.of("../wechatpay-api/src/main/openapi/personal-fields.txt"))) {
			return lines.filter((line) -> !line.startsWith("#")).collect(Collectors.toSet());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String wireName(RecordComponent component) {
		JsonProperty name = component.getAccessor().getAnnotation(JsonProperty.class);
		return (name != null) ? name.value() : snakeCase(component.getName());
	}

	private static boolean isSecret(RecordComponent component) {
		return component.isAnnotationPresent(Sensitive.class) || PERSONAL.stream()
			.anyMatch((name) -> name.startsWith("*") ? wireName(component).endsWith(name.substring(1))
					: wireName(component).equals(name));
	}

	private static boolean isReadText(RecordComponent component) {
		return component.getType() == String.class && !component.isAnnotationPresent(JsonIgnore.class)
				&& !component.getAccessor().isAnnotationPresent(JsonIgnore.class);
	}

	static List<Class<?>> records() {
		return ModuleTypes.all().stream().filter(Class::isRecord).toList();
	}

	static List<Class<?>> recordsWithSecrets() {
		return records().stream()
			.filter((type) -> Arrays.stream(type.getRecordComponents()).anyMatch(RecordTests::isSecret))
			.toList();
	}

	@ParameterizedTest
	@MethodSource("recordsWithSecrets")
	void showsEverythingButItsSecrets(Class<?> type) {
		String json = Arrays.stream(type.getRecordComponents())
			.filter(RecordTests::isReadText)
			.map((component) -> "\"" + wireName(component) + "\":"
					+ (isSecret(component) ? "\"sealed(hidden)\"" : "\"shown-" + component.getName() + "\""))
			.collect(Collectors.joining(",", "{", "}"));
		Object value = Wire.read(json, type);
		assertThat(value).asString().startsWith(type.getSimpleName() + "[").doesNotContain("hidden");
		for (RecordComponent component : type.getRecordComponents()) {
			boolean secret = isSecret(component);
			String shown = isReadText(component) ? "shown-" + component.getName() : "";
			assertThat(value).asString().contains(component.getName() + "=" + (secret ? "***" : shown));
		}
	}

	@ParameterizedTest
	@MethodSource("records")
	void copiesItsLists(Class<?> type) throws ReflectiveOperationException {
		List<RecordComponent> lists = Arrays.stream(type.getRecordComponents())
			.filter((component) -> component.getType() == List.class)
			.toList();
		String json = lists.stream()
			.map((component) -> "\"" + wireName(component) + "\":[]")
			.collect(Collectors.joining(",", "{", "}"));
		for (RecordComponent list : lists) {
			assertThat(unmodifiable((List<?>) list.getAccessor().invoke(Wire.read(json, type)))).as(list.getName())
				.isTrue();
		}
	}

	@Test
	void hideWhateverSoundsLikeAPersonOrACredential() {
		assertThat(records().stream()
			.flatMap((type) -> Arrays.stream(type.getRecordComponents()))
			.filter((component) -> component.getType() == String.class
					&& wireName(component).matches(".*(openid|union_?id|token|ticket|_base64|plate_no)"))
			.toList()).hasSizeGreaterThan(100).allMatch(RecordTests::isSecret);
	}

	@Test
	void areMostOfTheModule() {
		assertThat(records()).hasSizeGreaterThan(90);
		assertThat(recordsWithSecrets()).hasSizeGreaterThan(5);
	}

	private static boolean unmodifiable(List<?> list) {
		try {
			list.add(null);
			return false;
		}
		catch (UnsupportedOperationException ex) {
			return true;
		}
	}

	private static String snakeCase(String name) {
		return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
	}

}
