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

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.github.wechatpay4j.operation.UploadFile;
import io.github.wechatpay4j.operation.WechatPayRequest;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes requests of samples.
 */
final class Requests {

	static final UploadFile FILE = new UploadFile("照片 1.png", new byte[] { 1, '\r', '\n', '-', '-', 0, -1 });

	private Requests() {
	}

	static WechatPayRequest<?> build(DescribedOperation operation, ObjectNode sample) {
		Object builder = Types.builder(operation.requestType());
		fill(operation, builder, operation.inputs(), sample, true);
		return (WechatPayRequest<?>) Types.build(builder);
	}

	private static void fill(DescribedOperation operation, Object builder, Map<String, Node> inputs, ObjectNode sample,
			boolean withFile) {
		Builders.fill(builder, inputs, sample);
		if (withFile && operation.isUpload() && sample.has(new DescribedUpload(operation.multipart()).filePart())) {
			Types.methods(builder.getClass())
				.stream()
				.filter((method) -> Arrays.equals(method.getParameterTypes(), new Object[] { UploadFile.class }))
				.forEach((method) -> Types.invoke(method, builder, FILE));
		}
	}

	static List<Method> factories(DescribedOperation operation) {
		return Types.methods(operation.productType())
			.stream()
			.filter((method) -> method.getName().equals(operation.verb()))
			.toList();
	}

	/** By the factory that takes the most. */
	static WechatPayRequest<?> byFactory(DescribedOperation operation, ObjectNode sample) {
		Method factory = factories(operation).stream()
			.max(Comparator.comparing(Requests::takesConsumer).thenComparing(Method::getParameterCount))
			.orElseThrow(() -> new AssertionError("There is no factory for " + operation));
		return byFactory(factory, operation, sample);
	}

	static boolean takesConsumer(Method factory) {
		return List.of(factory.getParameterTypes()).contains(Consumer.class);
	}

	static WechatPayRequest<?> byFactory(Method factory, DescribedOperation operation, ObjectNode sample) {
		Map<String, Node> others = new LinkedHashMap<>(operation.inputs());
		List<Object> arguments = new ArrayList<>();
		for (Parameter parameter : factory.getParameters()) {
			Class<?> type = parameter.getType();
			if (type == Consumer.class) {
				boolean withFile = !arguments.contains(FILE);
				arguments.add((Consumer<Object>) (builder) -> fill(operation, builder, others, sample, withFile));
			}
			else if (type == UploadFile.class) {
				arguments.add(FILE);
			}
			else if (type == byte[].class) {
				arguments.add(FILE.content());
			}
			else if (parameter.getName().equals("filename") && factory.getParameterTypes()[1] == byte[].class) {
				arguments.add(FILE.filename());
			}
			else {
				String name = argument(parameter, operation);
				arguments.add(Values.of(others.remove(name), sample.get(name)));
			}
		}
		return (WechatPayRequest<?>) Types.invoke(factory, null, arguments.toArray());
	}

	static String argument(Parameter parameter, DescribedOperation operation) {
		return operation.inputs()
			.keySet()
			.stream()
			.filter((name) -> Types.isNamed(parameter.getName(), name))
			.findFirst()
			.orElseThrow(() -> new AssertionError(operation + " has no input " + parameter));
	}

}
