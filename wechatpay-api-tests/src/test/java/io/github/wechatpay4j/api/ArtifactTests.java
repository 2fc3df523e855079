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

package io.github.wechatpay4j.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * What is published.
 */
class ArtifactTests {

	private static final long MAX_BYTES = 12L * 1024 * 1024;

	@Test
	void isSmallEnoughForEveryApplication() throws IOException {
		try (Stream<Path> files = Files.list(Path.of("../wechatpay-api/target"))) {
			List<Path> jars = files.filter((file) -> file.toString().endsWith(".jar")).toList();
			assumeThat(jars).as("there is a jar from 'package' on, not in 'mvn test'").isNotEmpty();
			assertThat(jars).allSatisfy((jar) -> assertThat(Files.size(jar)).isBetween(MAX_BYTES / 4, MAX_BYTES));
		}
	}

}
