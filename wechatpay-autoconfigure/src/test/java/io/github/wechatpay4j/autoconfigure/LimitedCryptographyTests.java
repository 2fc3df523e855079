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

package io.github.wechatpay4j.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A JVM that allows AES with keys of 128 bits only. Without a trial the first
 * notification would be refused, and blamed on the APIv3 key.
 */
class LimitedCryptographyTests {

	@TempDir
	private Path directory;

	@Test
	void keepsTheApplicationFromStartingAndIsExplained() throws Exception {
		assertThat(start()).contains("APPLICATION FAILED TO START")
			.contains("'wechatpay.api-v3-key': This JVM does not allow AES with keys of 256 bits")
			.contains("Set crypto.policy=unlimited")
			.doesNotContain(HelloWorld.READY);
	}

	private String start() throws IOException, InterruptedException {
		Path security = Files.writeString(this.directory.resolve("security"), "crypto.policy=limited\n");
		Path output = this.directory.resolve("output.log");
		Path arguments = Files.write(this.directory.resolve("arguments"), arguments(security));
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"@" + arguments)
			.redirectErrorStream(true)
			.redirectOutput(output.toFile())
			.start();
		try {
			assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
		}
		finally {
			process.destroyForcibly();
		}
		return Files.readString(output);
	}

	private static List<String> arguments(Path security) {
		List<String> arguments = new ArrayList<>(
				List.of("-Djava.security.properties=" + security, "-cp", System.getProperty("java.class.path"),
						HelloWorld.class.getName(), "--server.port=0", "--spring.main.banner-mode=off"));
		Stream.of(TestProperties.complete()).map((property) -> "--" + property).forEach(arguments::add);
		return arguments.stream().map((argument) -> "\"" + argument.replace("\\", "\\\\") + "\"").toList();
	}

}
