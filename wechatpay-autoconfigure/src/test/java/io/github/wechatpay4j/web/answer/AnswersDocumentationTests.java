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

package io.github.wechatpay4j.web.answer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.wechatpay4j.WechatPayException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The tables of {@code docs/answers.md} say what the code does.
 */
class AnswersDocumentationTests {

	private static final Pattern CODE = Pattern.compile("^\\| (\\d+ \\| `[a-z-]+` \\| \\d+) \\| .+ \\|$",
			Pattern.MULTILINE);

	private static final Pattern KIND = Pattern.compile("^\\| ([\\d-]+ \\| `[A-Z_]+`) \\| .+ \\|$", Pattern.MULTILINE);

	private final String document = Files.readString(Path.of("../docs/answers.md"));

	AnswersDocumentationTests() throws IOException {
	}

	@Test
	void listEveryCodeWithItsNameAndStatus() {
		assertThat(rows(CODE)).isEqualTo(Stream.of(AnswerCode.values())
			.map((code) -> code.code() + " | `" + code.slug() + "` | " + code.status())
			.toList());
	}

	@Test
	void listEveryKindWithItsRange() {
		assertThat(rows(KIND))
			.isEqualTo(Stream.of(AnswerCode.Kind.values()).map((kind) -> range(kind) + " | `" + kind + "`").toList());
	}

	@Test
	void nameEveryKindOfException() {
		assertThat(this.document).contains(Stream.of(WechatPayException.class.getPermittedSubclasses())
			.map((kind) -> "`" + kind.getSimpleName() + "`")
			.toList());
	}

	@Test
	void nameTheTypesOfProblems() {
		assertThat(this.document).contains("`" + ProblemDetailsFormat.TYPES + "`");
	}

	private static String range(AnswerCode.Kind kind) {
		return (kind == AnswerCode.Kind.SUCCESS) ? "0" : kind.first() + "-" + kind.last();
	}

	private List<String> rows(Pattern pattern) {
		return pattern.matcher(this.document).results().map((row) -> row.group(1)).toList();
	}

}
