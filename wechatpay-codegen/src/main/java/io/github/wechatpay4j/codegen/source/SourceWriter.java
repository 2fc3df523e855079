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

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import com.palantir.javapoet.ClassName;
import io.github.wechatpay4j.codegen.description.ApiOperation;
import io.github.wechatpay4j.codegen.description.ComponentType.EnumType;
import io.github.wechatpay4j.codegen.description.ComponentType.ObjectType;
import io.github.wechatpay4j.codegen.description.Description;
import io.github.wechatpay4j.codegen.description.Product;
import io.github.wechatpay4j.codegen.description.TypeKey;
import io.github.wechatpay4j.codegen.names.NameLock;

/**
 * Writes everything that follows from the description.
 */
public final class SourceWriter {

	private final Description description;

	private final JavaTypes types;

	private final String rootPackage;

	private final RequestWriter requests;

	private final ObjectWriter objects;

	private final ProductWriter products;

	/**
	 * Creates a writer.
	 * @param description what to write
	 * @param rootPackage the package above those of the products
	 * @param words the words of the Javadoc and the names of personal fields
	 */
	public SourceWriter(Description description, String rootPackage, Words words) {
		this.description = description;
		this.rootPackage = rootPackage;
		this.types = new JavaTypes(description);
		Docs docs = new Docs(words.glossary());
		this.requests = new RequestWriter(this.types, docs, words);
		this.objects = new ObjectWriter(this.types, docs, words);
		this.products = new ProductWriter(this.types, docs, this.requests);
	}

	/**
	 * Enters every name into the lock.
	 * @param lock the lock
	 */
	public void register(NameLock lock) {
		NameRegister register = new NameRegister(this.types, lock, this.rootPackage);
		this.description.products()
			.forEach((product) -> product.operations()
				.forEach((operation) -> register.operation(operation, product.packageName(),
						this.products.signatures(operation), this.requests.members(operation),
						this.requests.answer(operation))));
		this.description.webhooks().forEach(register::webhook);
		components(register::enumeration, (object) -> register.object(object, this.objects.members(object)));
	}

	/**
	 * Writes Java sources.
	 * @param directory where to
	 */
	public void writeSources(Path directory) {
		Output output = new Output(directory);
		this.description.products().forEach((product) -> product(product, output));
		components((type) -> output.type(type.packageName(), EnumWriter.write(type)),
				(type) -> output.type(type.packageName(), this.objects.write(type)));
		output.type(this.rootPackage, CatalogWriter.write(this.description, this.types));
		packages(output);
		output.deleteOthers();
	}

	/**
	 * Writes what programs read.
	 * @param directory where to
	 */
	public void writeResources(Path directory) {
		Set<ClassName> reflected = new HashSet<>();
		this.description.operations().forEach((operation) -> reflected.add(RequestWriter.name(operation)));
		this.description.types()
			.keySet()
			.stream()
			.filter(this.types::isUsed)
			.forEach((key) -> reflected.add(this.types.name(key)));
		Output output = new Output(directory);
		output.text("META-INF/wechatpay/operations.csv", ListWriter.operations(this.description, this.requests));
		output.text("META-INF/native-image/io.github.wechatpay4j/wechatpay-api/reflect-config.json",
				ListWriter.reflection(reflected));
		output.deleteOthers();
	}

	/**
	 * The page that lists every operation.
	 * @return the text, in Markdown
	 */
	public String documentation() {
		return ListWriter.documentation(this.description);
	}

	private void product(Product product, Output output) {
		for (ApiOperation operation : product.operations()) {
			output.type(operation.packageName(), this.requests.write(operation));
		}
		ProductWriter.names(product).forEach((name) -> {
			List<ApiOperation> operations = product.operations()
				.stream()
				.filter((operation) -> operation.product().equals(name))
				.toList();
			output.type(product.packageName(), this.products.write(name, product, operations));
		});
	}

	/**
	 * A body is not a type of its own, nor is what is signed of an upload: their fields
	 * are those of the request.
	 */
	private void components(Consumer<EnumType> enums, Consumer<ObjectType> objects) {
		Set<TypeKey> bodies = new HashSet<>();
		this.description.operations()
			.forEach((operation) -> bodies.add(new TypeKey(operation.place().file(), operation.requestType())));
		this.description.types().values().forEach((type) -> {
			if (type instanceof EnumType values) {
				enums.accept(values);
			}
			else if (type instanceof ObjectType object && !bodies.contains(type.key())
					&& this.types.isUsed(type.key())) {
				objects.accept(object);
			}
		});
	}

	private void packages(Output output) {
		Map<String, Product> packages = new HashMap<>();
		for (Product product : this.description.products()) {
			packages.put(product.packageName(), product);
			product.operations().forEach((operation) -> packages.putIfAbsent(operation.packageName(), product));
			this.description.types()
				.values()
				.stream()
				.filter((type) -> type.key().file().equals(product.file()))
				.forEach((type) -> packages.putIfAbsent(type.packageName(), product));
		}
		packages.forEach((name, product) -> output.text(name.replace('.', '/') + "/package-info.java",
				packageInfo(name, product)));
	}

	private static String packageInfo(String name, Product product) {
		ClassName incubating = ClassName.get("io.github.wechatpay4j.operation", "Incubating");
		return "/**\n * " + Docs.escape(product.label()) + ".\n */\n"
				+ (product.incubating() ? "@" + incubating.canonicalName() + "\n" : "")
				+ "@org.jspecify.annotations.NullMarked\npackage " + name + ";\n";
	}

}
