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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import io.swagger.parser.OpenAPIParser;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The description below {@code src/main/openapi}: valid, complete, and of the form that
 * the generator needs.
 */
class DescriptionTests {

	private static final Path DIRECTORY = Path.of("../wechatpay-api/src/main/openapi");

	private static final List<Product> products = new ArrayList<>();

	@BeforeAll
	static void parse() throws IOException {
		try (Stream<Path> files = Files.list(DIRECTORY)) {
			for (Path file : files.filter((path) -> path.toString().endsWith(".yaml")).sorted().toList()) {
				SwaggerParseResult result = new OpenAPIParser().readLocation(file.toString(), null, null);
				assertThat(result.getMessages()).as(file.toString()).isEmpty();
				products.add(new Product(file.getFileName().toString(), result.getOpenAPI()));
			}
		}
	}

	@Test
	void hasEveryOperationOnce() throws IOException {
		List<String> described = operations().map((operation) -> operation.method() + "," + operation.path()).toList();
		List<String> expected = Files.readAllLines(Path.of("src/test/resources/expected-operations.csv"));
		assertThat(described).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(expected);
	}

	@Test
	void hasEveryEventType() throws IOException {
		List<String> expected = Files.readAllLines(Path.of("src/test/resources/expected-events.txt"));
		assertThat(products).flatExtracting(Product::events).containsAll(expected);
	}

	@Test
	void isAsLargeAsTheDocumentsSay() throws IOException {
		long operations = operations().count();
		long events = products.stream().flatMap((product) -> product.events().stream()).distinct().count();
		assertThat(Path.of("../README.md")).content()
			.contains("All " + operations + " operations", "The " + events + " event types");
		assertThat(Path.of("../README.zh-CN.md")).content().contains(operations + " 个接口", events + " 种事件");
		assertThat(Path.of("../CHANGELOG.md")).content()
			.contains(operations + " operations and " + events + " event types");
		assertThat(Path.of("../docs/operations.md")).content()
			.contains(operations + " operations and " + events + " event types");
	}

	@Test
	void callsNothingSafeThatActs() {
		assertThat(operations().filter((operation) -> !operation.method().equals("GET"))
			.filter((operation) -> "safe".equals(operation.extension("x-wechatpay-idempotency")))
			.map(Described::id))
			.allMatch((id) -> id.matches(".*\\.(query|check|list|upload|verify|validate|assess|echo)\\w*"));
	}

	@Test
	void namesEveryOperation() {
		assertThat(operations().map(Described::id)).doesNotHaveDuplicates()
			.allMatch((id) -> id.matches("[A-Z][A-Za-z0-9]+\\.[a-z][A-Za-z0-9]+"));
		assertThat(operations()).allSatisfy(
				(operation) -> assertThat(operation.extension("x-wechatpay-request")).as(operation.id()).isNotNull());
	}

	@Test
	void saysOfEveryOperationWhetherItMayBeRepeated() {
		assertThat(operations()).allSatisfy((operation) -> {
			Object idempotency = operation.extension("x-wechatpay-idempotency");
			assertThat(idempotency).as(operation.id()).isIn("safe", "keyed", "none");
			if ("keyed".equals(idempotency)) {
				assertThat(operation.extension("x-wechatpay-business-number")).as(operation.id()).isNotNull();
			}
		});
	}

	@Test
	void saysOfEveryProductWhatItIs() {
		assertThat(products).extracting((product) -> product.extension("x-wechatpay-package"))
			.doesNotHaveDuplicates()
			.allMatch((name) -> String.valueOf(name).matches("[a-z][a-z0-9]*"));
		assertThat(products).extracting((product) -> product.extension("x-wechatpay-status"))
			.allMatch(List.of("verified", "incubating")::contains);
	}

	@Test
	void leavesEnumerationsOpenAndRequiresOnlyWhatThereIs() {
		assertThat(products.stream().flatMap(Product::shapes)).allSatisfy((shape) -> {
			assertThat(shape.closed()).as(shape.name()).isFalse();
			assertThat(shape.properties()).as(shape.name()).containsAll(shape.required());
		});
	}

	@Test
	void isTypedCompletely() throws IOException {
		List<String> typed = Files
			.readAllLines(Path.of("../wechatpay-api/target/classes/META-INF/wechatpay/operations.csv"))
			.stream()
			.map((line) -> line.split(","))
			.map((cells) -> cells[0] + "," + cells[1] + "," + cells[2].substring(cells[2].lastIndexOf('.') + 1))
			.toList();
		assertThat(operations())
			.extracting((operation) -> operation.method() + "," + operation.path() + ","
					+ operation.extension("x-wechatpay-request"))
			.containsExactlyInAnyOrderElementsOf(typed);
	}

	private static Stream<Described> operations() {
		return products.stream().flatMap((product) -> product.operations().stream());
	}

	private record Product(String file, OpenAPI description) {

		Object extension(String name) {
			return this.description.getExtensions().get(name);
		}

		Stream<Shape> shapes() {
			List<Shape> shapes = new ArrayList<>();
			this.description.getComponents()
				.getSchemas()
				.forEach((name, schema) -> shapes.add(Shape.of(this.file + " " + name, schema)));
			return shapes.stream();
		}

		List<Described> operations() {
			List<Described> operations = new ArrayList<>();
			Objects.requireNonNullElse(this.description.getPaths(), Map.<String, PathItem>of())
				.forEach((path, item) -> item.readOperationsMap()
					.forEach((method, operation) -> operations.add(new Described(method.name(), path, operation))));
			return operations;
		}

		List<String> events() {
			List<String> events = new ArrayList<>();
			Objects.requireNonNullElse(this.description.getWebhooks(), Map.<String, PathItem>of())
				.values()
				.forEach((item) -> ((Collection<?>) item.getPost().getExtensions().get("x-wechatpay-events"))
					.forEach((event) -> events.add(event.toString())));
			return events;
		}

	}

	private record Shape(String name, boolean closed, Set<String> properties, List<String> required) {

		static Shape of(String name, Schema<?> schema) {
			Set<String> properties = (schema.getProperties() != null) ? schema.getProperties().keySet() : Set.of();
			return new Shape(name, schema.getEnum() != null, properties,
					Objects.requireNonNullElse(schema.getRequired(), List.of()));
		}

	}

	private record Described(String method, String path, Operation operation) {

		String id() {
			return this.operation.getOperationId();
		}

		Object extension(String name) {
			return this.operation.getExtensions().get(name);
		}

	}

}
