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

package io.github.wechatpay4j.codegen.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.github.wechatpay4j.codegen.description.Description;
import io.github.wechatpay4j.codegen.description.DescriptionReader;

/**
 * Writes the resource that the simulator answers from where it models nothing. Called by
 * the build of {@code wechatpay-simulator}.
 */
public final class SampleAnswers {

	private static final String RESOURCE = "io/github/wechatpay4j/simulator/sample/answers.json";

	private SampleAnswers() {
	}

	/**
	 * Writes the resource.
	 * @param args the directory of the description and that of the resources
	 */
	public static void main(String[] args) {
		// Java types do not matter here, so neither does their package
		Description description = DescriptionReader.read(Path.of(args[0]), "any");
		write(Path.of(args[1]).resolve(RESOURCE), new OperationSamples(description).json());
	}

	/** A file that would not change is left alone, so that nothing is packed again. */
	private static void write(Path file, String text) {
		try {
			if (!Files.exists(file) || !Files.readString(file).equals(text)) {
				Files.createDirectories(file.toAbsolutePath().getParent());
				Files.writeString(file, text);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
