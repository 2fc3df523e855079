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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads the files of the description.
 */
public final class DescriptionReader {

	private static final Set<String> KEYS = Set.of("openapi", "info", "servers", "paths", "webhooks", "components",
			"x-wechatpay-package", "x-wechatpay-status");

	private static final Set<String> WEBHOOK_KEYS = Set.of("requestBody", "responses", "summary", "x-wechatpay-events",
			"x-wechatpay-original-type", "x-wechatpay-with", "x-wechatpay-without", "x-wechatpay-business-number",
			"x-wechatpay-signed-answer", "x-wechatpay-verified");

	private final String rootPackage;

	private final List<Product> products = new ArrayList<>();

	private final Map<TypeKey, ComponentType> types = new LinkedHashMap<>();

	private DescriptionReader(String rootPackage) {
		this.rootPackage = rootPackage;
	}

	/**
	 * Reads and checks the description.
	 * @param directory where its files are
	 * @param rootPackage the Java package above those of the products
	 * @return the description
	 * @throws DescriptionException if it cannot be used as it is
	 */
	public static Description read(Path directory, String rootPackage) {
		DescriptionReader reader = new DescriptionReader(rootPackage);
		try (Stream<Path> files = Files.list(directory)) {
			files.filter((file) -> file.toString().endsWith(".yaml")).sorted().forEach(reader::product);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Description description = new Description(List.copyOf(reader.products), reader.types);
		DescriptionChecks.check(description);
		return description;
	}

	private void product(Path path) {
		YamlNode root = YamlNode.read(path).knowing(KEYS);
		String file = root.place().file();
		String packageName = this.rootPackage + "." + root.get("x-wechatpay-package").text();
		YamlNode status = root.get("x-wechatpay-status");
		if (!Set.of("verified", "incubating").contains(status.text())) {
			throw status.fault("'" + status.text() + "' is neither verified nor incubating");
		}
		boolean incubating = "incubating".equals(status.text());
		SchemaReader schemas = new SchemaReader(file, packageName, incubating);
		YamlNode components = root.get("components").get("schemas");
		components.entries().forEach((name, node) -> {
			ComponentType type = schemas.component(name, node);
			this.types.put(type.key(), type);
		});
		List<ApiOperation> operations = new OperationReader(schemas, packageName, components)
			.operations(root.get("paths"));
		List<Webhook> webhooks = root.entries("webhooks")
			.values()
			.stream()
			.map((item) -> webhook(schemas, item.get("post").knowing(WEBHOOK_KEYS)))
			.toList();
		String server = root.get("servers")
			.items()
			.stream()
			.findFirst()
			.orElseThrow(() -> root.get("servers").fault("a server is missing"))
			.get("url")
			.text();
		this.products.add(new Product(file, root.get("info").get("title").text(), packageName, incubating, server,
				operations, webhooks));
	}

	private static Webhook webhook(SchemaReader schemas, YamlNode node) {
		TypeKey answer = WebhookAnswerReader.answer(schemas, node);
		return new Webhook(node.place(), WebhookAnswerReader.reference(schemas, node.get("requestBody")),
				node.get("x-wechatpay-events").texts(),
				node.find("x-wechatpay-original-type").map(YamlNode::text).orElse(null), node.texts("x-wechatpay-with"),
				node.texts("x-wechatpay-without"),
				node.find("x-wechatpay-business-number").map(YamlNode::text).orElse(null), answer,
				WebhookAnswerReader.isSigned(node, answer), node.isDated("x-wechatpay-verified"));
	}

}
