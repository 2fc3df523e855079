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
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What starting an application loads of the thousands of classes of the API: those that
 * it uses.
 */
class LoadedClassesTests {

	private static final Pattern LOADED = Pattern.compile("io\\.github\\.wechatpay4j\\.api\\.[\\w.$]+(?= source:)");

	@TempDir
	private Path directory;

	@Test
	void areOnlyThoseOfTheProductsInUse() throws Exception {
		String log = start();
		List<String> loaded = LOADED.matcher(log).results().map(MatchResult::group).distinct().toList();
		assertThat(loaded)
			.contains("io.github.wechatpay4j.api.ApiNotificationCatalog",
					"io.github.wechatpay4j.api.payments.TransactionNotification")
			.allMatch((name) -> name.startsWith("io.github.wechatpay4j.api.payments.")
					|| name.equals("io.github.wechatpay4j.api.ApiNotificationCatalog"))
			.hasSizeLessThan(12);
		assertThat(log).as("the log is that of class loading")
			.contains("io.github.wechatpay4j.client.WechatPayClient ");
	}

	private String start() throws IOException, InterruptedException {
		Path log = this.directory.resolve("classes.log");
		Path output = this.directory.resolve("output.log");
		Path arguments = Files.write(this.directory.resolve("arguments"), arguments(log));
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"@" + arguments)
			.redirectErrorStream(true)
			.redirectOutput(output.toFile())
			.start();
		try {
			assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
			assertThat(output).content().contains(HelloWorld.READY);
		}
		finally {
			process.destroyForcibly();
		}
		return Files.readString(log);
	}

	private static List<String> arguments(Path log) {
		List<String> arguments = new ArrayList<>(List.of("-Xlog:class+load=info:file=" + log, "-Xshare:auto", "-cp",
				System.getProperty("java.class.path"), HelloWorld.class.getName(), "--server.port=0",
				"--spring.main.banner-mode=off"));
		Stream.of(TestProperties.complete()).map((property) -> "--" + property).forEach(arguments::add);
		return arguments.stream().map((argument) -> "\"" + argument.replace("\\", "\\\\") + "\"").toList();
	}

}
