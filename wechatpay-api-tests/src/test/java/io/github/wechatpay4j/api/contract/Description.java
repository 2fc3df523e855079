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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The description, read once.
 */
final class Description {

	private static final Map<String, Node> FILES = read();

	private static final List<DescribedOperation> OPERATIONS = readOperations();

	private static final List<DescribedWebhook> WEBHOOKS = FILES.values()
		.stream()
		.flatMap((file) -> file.get("webhooks").entries().values().stream())
		.map((item) -> new DescribedWebhook(item.get("post")))
		.toList();

	private Description() {
	}

	private static Map<String, Node> read() {
		Map<String, Node> read = new TreeMap<>();
		try (Stream<Path> files = Files.list(Path.of("../wechatpay-api/src/main/openapi"))) {
			files.filter((path) -> path.toString().endsWith(".yaml")).map(Node::read).forEach((file) -> {
				read.put(file.file(), file);
			});
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return read;
	}

	private static List<DescribedOperation> readOperations() {
		List<DescribedOperation> operations = new ArrayList<>();
		FILES.values()
			.forEach((file) -> file.get("paths")
				.entries()
				.forEach((path, item) -> item.entries()
					.forEach((method, node) -> operations
						.add(new DescribedOperation(method.toUpperCase(Locale.ROOT), path, node)))));
		return List.copyOf(operations);
	}

	static Node file(String name) {
		return FILES.get(name);
	}

	static Stream<Node> files() {
		return FILES.values().stream();
	}

	static Stream<DescribedOperation> operations() {
		return OPERATIONS.stream();
	}

	/** The components that are no bodies of requests. */
	/** Those that are types: neither bodies nor what is signed of an upload. */
	static Stream<DescribedComponent> components() {
		Set<String> requests = operations()
			.map((operation) -> operation.node().file() + operation.node().text("x-wechatpay-request"))
			.collect(Collectors.toSet());
		return files().flatMap((file) -> file.get("components", "schemas")
			.entries()
			.entrySet()
			.stream()
			.filter((schema) -> !requests.contains(file.file() + schema.getKey()))
			.filter((schema) -> !isSignedPart(file, schema.getKey()))
			.map((schema) -> new DescribedComponent(schema.getKey(), schema.getValue())));
	}

	private static boolean isSignedPart(Node file, String schema) {
		return operations().map(DescribedOperation::node)
			.filter((operation) -> operation.file().equals(file.file()))
			.map((operation) -> operation.get("requestBody", "content", "multipart/form-data", "schema", "properties",
					"meta", "contentSchema", "$ref"))
			.anyMatch((reference) -> ("#/components/schemas/" + schema).equals(reference.value()));
	}

	static Stream<DescribedWebhook> webhooks() {
		return WEBHOOKS.stream();
	}

	/** The Java package of an operation or a component. */
	static String packageOf(Node node) {
		String product = "io.github.wechatpay4j.api." + file(node.file()).text("x-wechatpay-package");
		return node.has("x-wechatpay-subpackage") ? product + "." + node.text("x-wechatpay-subpackage") : product;
	}

}
