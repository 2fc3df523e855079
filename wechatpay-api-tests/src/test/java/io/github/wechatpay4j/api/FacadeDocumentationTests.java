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
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The examples of docs/facades.md are those that were compiled.
 */
class FacadeDocumentationTests {

	private static final Pattern EXAMPLE = Pattern.compile("~~~java\n(.*?)~~~", Pattern.DOTALL);

	@Test
	void showsJavaThatIsCompiled() throws IOException {
		String compiled = Files.readString(Path.of("src/test/java/io/github/wechatpay4j/api/FacadeExamples.java"))
			.replaceAll("(?m)^\t\t", "");
		List<String> examples = EXAMPLE.matcher(Files.readString(Path.of("../docs/facades.md")))
			.results()
			.map((MatchResult example) -> example.group(1))
			.toList();
		assertThat(examples).hasSizeGreaterThan(5).allSatisfy((example) -> assertThat(compiled).contains(example));
	}

}
