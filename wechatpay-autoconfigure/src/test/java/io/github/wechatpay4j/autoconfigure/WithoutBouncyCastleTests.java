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
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Applications in a JVM of their own, without BouncyCastle on the class path.
 */
class WithoutBouncyCastleTests {

	@TempDir
	private Path directory;

	@Test
	void anRsaMerchantStartsAsEver() throws Exception {
		assertThat(start(TestProperties.complete())).contains(HelloWorld.READY);
	}

	@Test
	void anSmMerchantIsToldWhichDependencyToAdd() throws Exception {
		assertThat(start(TestProperties.complete("wechatpay.crypto-suite=sm"))).doesNotContain(HelloWorld.READY)
			.contains("APPLICATION FAILED TO START",
					"'wechatpay.crypto-suite': SM2 keys and certificates need BouncyCastle, which is not on the class"
							+ " path.",
					"Add the dependency org.bouncycastle:bcprov-jdk18on.");
	}

	private String start(String... properties) throws IOException, InterruptedException {
		Path output = this.directory.resolve("output.log");
		Path arguments = Files.write(this.directory.resolve("arguments"), arguments(properties));
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

	private static List<String> arguments(String... properties) {
		// The simulator brings BouncyCastle: without one there is not the other
		String classPath = Arrays
			.stream(System.getProperty("java.class.path").split(System.getProperty("path.separator")))
			.filter((entry) -> !entry.contains("bouncycastle") && !entry.contains("wechatpay-simulator"))
			.collect(Collectors.joining(System.getProperty("path.separator")));
		List<String> arguments = new ArrayList<>(List.of("-cp", classPath, HelloWorld.class.getName(),
				"--server.port=0", "--spring.main.banner-mode=off"));
		Stream.of(properties).map((property) -> "--" + property).forEach(arguments::add);
		return arguments.stream().map((argument) -> "\"" + argument.replace("\\", "\\\\") + "\"").toList();
	}

}
