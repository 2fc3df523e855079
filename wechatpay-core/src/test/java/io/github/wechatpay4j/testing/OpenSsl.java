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

package io.github.wechatpay4j.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Assumptions;

/**
 * The {@code openssl} program, working in a directory of its own.
 *
 * @param directory where its files are
 */
public record OpenSsl(Path directory) {

	/** Skips the test, saying so, on a machine without openssl. */
	public static OpenSsl in(Path directory) {
		OpenSsl openSsl = new OpenSsl(directory);
		boolean present;
		try {
			present = openSsl.exitCode("version") == 0;
		}
		catch (IOException ex) {
			present = false;
		}
		Assumptions.assumeTrue(present, "SKIPPED: there is no openssl on this machine to compare with");
		return openSsl;
	}

	public Path write(String file, byte[] content) throws IOException {
		return Files.write(this.directory.resolve(file), content);
	}

	public byte[] read(String file) throws IOException {
		return Files.readAllBytes(this.directory.resolve(file));
	}

	/** Runs it and insists on success. */
	public void run(String... arguments) throws IOException {
		int code = exitCode(arguments);
		if (code != 0) {
			throw new AssertionError("openssl " + String.join(" ", arguments) + " ended with " + code + ": "
					+ new String(read("output.txt"), StandardCharsets.UTF_8));
		}
	}

	public int exitCode(String... arguments) throws IOException {
		List<String> command = new ArrayList<>(List.of("openssl"));
		command.addAll(List.of(arguments));
		Process process = new ProcessBuilder(command).directory(this.directory.toFile())
			.redirectErrorStream(true)
			.redirectOutput(this.directory.resolve("output.txt").toFile())
			.start();
		try {
			if (!process.waitFor(30, TimeUnit.SECONDS)) {
				process.destroyForcibly();
				throw new AssertionError("openssl does not end");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException(ex);
		}
		return process.exitValue();
	}

}
