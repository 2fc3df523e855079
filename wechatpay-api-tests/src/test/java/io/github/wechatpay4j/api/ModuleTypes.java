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
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.github.wechatpay4j.operation.Operation;
import io.github.wechatpay4j.operation.WechatPayRequest;

/**
 * The types of this module, as they were compiled.
 */
public final class ModuleTypes {

	private ModuleTypes() {
	}

	public static List<Class<?>> all() {
		Path root = Path.of("../wechatpay-api/target/classes");
		try (Stream<Path> files = Files.walk(root)) {
			return files.map(root::relativize)
				.map(Path::toString)
				.filter((name) -> name.endsWith(".class") && !name.endsWith("-info.class"))
				.map((name) -> name.substring(0, name.length() - ".class".length())
					.replace('/', '.')
					.replace('\\', '.'))
				.<Class<?>>map(ModuleTypes::load)
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static List<Class<?>> requests() {
		return all().stream().filter(WechatPayRequest.class::isAssignableFrom).toList();
	}

	static Operation<?> operation(Class<?> request) {
		try {
			Field constant = request.getDeclaredField("OPERATION");
			constant.setAccessible(true);
			return (Operation<?>) constant.get(null);
		}
		catch (ReflectiveOperationException ex) {
			throw new AssertionError("No operation in " + request, ex);
		}
	}

	private static Class<?> load(String name) {
		try {
			return Class.forName(name);
		}
		catch (ClassNotFoundException ex) {
			throw new AssertionError(ex);
		}
	}

}
