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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;

/**
 * The directory that everything is written to. A file that would not change is left
 * alone, so that nothing is compiled again for nothing; one that is not written any more
 * is deleted.
 */
final class Output {

	private static final String HEADER = "Generated from the description in src/main/openapi. Do not edit.";

	private final Path directory;

	private final Set<Path> written = new HashSet<>();

	Output(Path directory) {
		this.directory = directory;
	}

	void type(String packageName, TypeSpec type) {
		JavaFile file = JavaFile.builder(packageName, type)
			.addFileComment(HEADER)
			.indent("\t")
			.skipJavaLangImports(true)
			.build();
		text(packageName.replace('.', '/') + "/" + type.name() + ".java", file.toString());
	}

	void text(String name, String text) {
		Path file = this.directory.resolve(name);
		this.written.add(file);
		try {
			if (!Files.exists(file) || !Files.readString(file).equals(text)) {
				Files.createDirectories(file.getParent());
				Files.writeString(file, text);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	void deleteOthers() {
		try (Stream<Path> files = Files.walk(this.directory)) {
			List<Path> stale = files.filter(Files::isRegularFile)
				.filter((file) -> !this.written.contains(file))
				.toList();
			for (Path file : stale) {
				Files.delete(file);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
