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
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is known about names of fields wherever they occur.
 *
 * @param glossary what they mean, in English
 * @param personal those that are about persons and stay out of every {@code toString}; an
 * asterisk stands for any beginning
 */
public record Words(Properties glossary, Set<String> personal) {

	/**
	 * Whether a field stays out of every {@code toString}.
	 * @param name the field's name in the protocol
	 * @return whether it does
	 */
	public boolean isPersonal(String name) {
		return this.personal.contains(name) || this.personal.stream()
			.anyMatch((pattern) -> pattern.startsWith("*") && name.endsWith(pattern.substring(1)));
	}

	/**
	 * Reads the words.
	 * @param directory where {@code glossary.properties} and {@code personal-fields.txt}
	 * are
	 * @return the words
	 */
	public static Words read(Path directory) {
		Properties glossary = new Properties();
		try (Reader reader = Files.newBufferedReader(directory.resolve("glossary.properties"));
				Stream<String> personal = Files.lines(directory.resolve("personal-fields.txt"))) {
			glossary.load(reader);
			return new Words(glossary,
					personal.filter((line) -> !line.isBlank() && !line.startsWith("#")).collect(Collectors.toSet()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
