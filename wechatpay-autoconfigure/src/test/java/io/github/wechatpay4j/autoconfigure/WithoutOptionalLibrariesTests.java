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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.wechatpay4j.testing.FakePlatform;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Applications in a JVM of their own that lack something: each starts, makes a call and
 * understands the answer. A class loader that merely hides classes would not do: what is
 * hidden from the application is still found by the libraries that it calls.
 */
class WithoutOptionalLibrariesTests {

	/** Spring's own {@code WebClient} cannot do without these two of Micrometer's. */
	private static final String NEEDED = "micrometer-(observation|commons)-[0-9].*";

	@RegisterExtension
	static final FakePlatform platform = new FakePlatform();

	@TempDir
	private Path directory;

	@ParameterizedTest
	@CsvSource({ "'(lettuce|bucket4j_jdk17-lettuce|spring-data-redis|spring-boot-data-redis).*', Redis",
			"'resilience4j.*', Resilience4j", "'sentinel.*', Sentinel",
			"'(micrometer|spring-boot-(micrometer|actuator|health|starter-actuator)|context-propagation).*', Micrometer",
			"'(bcp|wechatpay-simulator).*', BouncyCastle",
			"'(lettuce|bucket4j|spring-data-redis|spring-boot-data-redis|resilience4j|sentinel|micrometer"
					+ "|spring-boot-(micrometer|actuator|health|starter-actuator)|bcp|wechatpay-simulator).*', any" })
	void startsAndMakesACall(String missing, String name) throws Exception {
		platform.clock().set(Instant.now());
		platform.answers(platform.signed(200, "{\"code_url\":\"weixin://wxpay/bizpayurl?pr=" + name + "\"}"));
		String output = run(Pattern.compile(missing));
		assertThat(output).as("without %s", name).contains(OneCall.ANSWER + "weixin://wxpay/bizpayurl?pr=" + name);
		assertThat(platform.requests()).hasSize(1);
	}

	private String run(Pattern missing) throws IOException, InterruptedException {
		Path output = this.directory.resolve("output.log");
		Path arguments = Files.write(this.directory.resolve("arguments"), arguments(missing));
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

	private static List<String> arguments(Pattern missing) {
		List<String> entries = Arrays
			.asList(System.getProperty("java.class.path").split(System.getProperty("path.separator")));
		List<String> kept = entries.stream().filter((entry) -> isKept(entry, missing)).toList();
		assertThat(kept.size() < entries.size()).as("something is missing").isEqualTo(!missing.pattern().isEmpty());
		List<String> arguments = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1", "-cp",
				kept.stream().collect(Collectors.joining(System.getProperty("path.separator"))),
				OneCall.class.getName(), "--spring.main.web-application-type=none"));
		Stream
			.of(TestProperties.complete("wechatpay.base-url=" + platform.url(),
					"wechatpay.notify-url=https://shop.example/news"))
			.map((property) -> "--" + property)
			.forEach(arguments::add);
		return arguments.stream().map((argument) -> "\"" + argument.replace("\\", "\\\\") + "\"").toList();
	}

	/** In a build of all modules these are directories, named after what is in them. */
	private static boolean isKept(String entry, Pattern missing) {
		Path path = Path.of(entry);
		String file = path.getFileName().toString();
		String name = file.equals("classes") ? path.getName(path.getNameCount() - 3).toString() : file;
		return !missing.matcher(name).matches() || name.matches(NEEDED);
	}

}
