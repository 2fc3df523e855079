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

package io.github.wechatpay4j.codegen;

import java.nio.file.Path;

import io.github.wechatpay4j.codegen.description.Description;
import io.github.wechatpay4j.codegen.description.DescriptionReader;
import io.github.wechatpay4j.codegen.names.NameLock;
import io.github.wechatpay4j.codegen.source.SourceWriter;
import io.github.wechatpay4j.codegen.source.Words;

/**
 * Writes what follows from the description. Called by the build of {@code wechatpay-api}.
 */
public final class Generator {

	private static final String ROOT_PACKAGE = "io.github.wechatpay4j.api";

	private Generator() {
	}

	/**
	 * Writes everything. Two files are under version control, the lock and the page of
	 * the documentation: where the environment variable {@code CI} is set they are only
	 * compared, so that nobody forgets to commit them.
	 * @param args the directory of the module
	 */
	public static void main(String[] args) {
		generate(Path.of(args[0]).toAbsolutePath().normalize(), System.getenv("CI") != null);
	}

	static void generate(Path module, boolean compareOnly) {
		Path directory = module.resolve("src/main/openapi");
		Description description = DescriptionReader.read(directory, ROOT_PACKAGE);
		SourceWriter writer = new SourceWriter(description, ROOT_PACKAGE, Words.read(directory));
		NameLock lock = NameLock.read(directory.resolve("names.lock"));
		writer.register(lock);
		CommittedFile committed = new CommittedFile(compareOnly);
		committed.put(directory.resolve("names.lock"), lock.text());
		committed.put(module.resolveSibling("docs").resolve("operations.md"), writer.documentation());
		writer.writeSources(module.resolve("target/generated-sources/wechatpay"));
		writer.writeResources(module.resolve("target/generated-resources"));
	}

}
