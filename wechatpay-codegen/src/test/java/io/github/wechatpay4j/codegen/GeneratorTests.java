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

package io.github.wechatpay4j.codegen;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import io.github.wechatpay4j.codegen.description.DescriptionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class GeneratorTests {

	private static final String SOURCES = "target/generated-sources/wechatpay/io/github/wechatpay4j/api/";

	@TempDir
	private Path directory;

	private static String generated(Path module, String file) throws IOException {
		return Files.readString(module.resolve(SOURCES + file));
	}

	@Test
	void writesSourcesThatCompileWithoutAWarning() throws IOException {
		Path module = SmallDescription.module(this.directory);
		Generator.generate(module, false);
		assertThat(compile(module)).isEmpty();
	}

	@Test
	void writesListsAndTheLock() throws IOException {
		Path module = SmallDescription.module(this.directory);
		Generator.generate(module, false);
		assertThat(module.resolve("target/generated-resources/META-INF/wechatpay/operations.csv")).hasContent(
				"POST,/v3/tea/{out_no},io.github.wechatpay4j.api.tea.TeaRequest,io.github.wechatpay4j.api.tea.Tea");
		assertThat(Files.readAllLines(module.resolve("src/main/openapi/names.lock"))).contains(
				"POST /v3/tea/{out_no} = tea.Teas.order(request)", "POST /v3/tea/{out_no} answer = tea.Tea",
				"tea.TeaRequest /cups = cups addCup: List<tea.Cup>", "tea.TeaRequest /package = packageValue: String",
				"tea.Kind '01' = VALUE_01", "event TEA.SERVED = tea.TeaNotification",
				"event TEA.ASKED = tea.TeaQuestion", "event TEA.ASKED answer = tea.TeaAnswer",
				"tea.TeaAnswer builder = builder()", "tea.TeaAnswer /code = code: String");
		assertThat(this.directory.resolve("docs/operations.md")).content()
			.contains("| `Teas.order` | 点茶 | `POST /v3/tea/{out_no}` | `TeaRequest` |  | verified |",
					"| `TEA.SERVED` | `TeaNotification` | incubating |",
					"| `TEA.ASKED` | `TeaQuestion`, answered with a signed `TeaAnswer` | incubating |");
	}

	@Test
	void hidesSecretsAndKeepsUnknownNumbersFromBecomingZero() throws IOException {
		Path module = SmallDescription.module(this.directory);
		Generator.generate(module, false);
		assertThat(generated(module, "tea/TeaRequest.java")).contains("guestName=***",
				"@Sensitive @JsonProperty(\"guest_name\") @Nullable String guestName", "@JsonIgnore String outNo");
		assertThat(generated(module, "tea/Tea.java")).contains("record Tea(Long price, ")
			.contains("@param price {@code price}, in fen");
	}

	@Test
	void marksWhatMovesMoneyOut() throws IOException {
		Path module = SmallDescription.module(this.directory, "      x-wechatpay-idempotency: keyed\n",
				"      x-wechatpay-idempotency: keyed\n      x-wechatpay-pays-out: true\n");
		Generator.generate(module, false);
		assertThat(generated(module, "tea/TeaRequest.java")).contains(".keyedBy(\"out_no\").paysOut().build()");
	}

	@Test
	void writesWhatAnAnswerRepeatsAndHowStrictlyItIsRead() throws IOException {
		Path module = SmallDescription.repeatingModule(this.directory);
		Generator.generate(module, false);
		assertThat(generated(module, "tea/TeaRequest.java"))
			.contains(".echo(\"pot_no\", TeaRequest.class, TeaRequest::outNo, Tea::potNo)"
					+ ".certain(\"pot_no\", Tea::potNo).certain(\"price\", Tea::price).build()");
		assertThat(generated(module, "tea/Tea.java")).contains("@Decisive(Decisive.Role.AMOUNT) Long price",
				"@JsonProperty(\"pot_no\") @Decisive(Decisive.Role.IDENTITY) @Nullable String potNo",
				"@JsonProperty(\"serve_time\") @Nullable OffsetDateTime serveTime");
		assertThat(this.directory.resolve("docs/operations.md")).content()
			.contains("`TeaRequest` | `pot_no` | verified |");
		assertThat(compile(module)).isEmpty();
	}

	@Test
	void writesWhatHandlersAnswerWith() throws IOException {
		Path module = SmallDescription.module(this.directory);
		Generator.generate(module, false);
		assertThat(generated(module, "ApiNotificationCatalog.java"))
			.contains(".signedAnswer(\"io.github.wechatpay4j.api.tea.TeaAnswer\")")
			.containsOnlyOnce("nswer(");
		assertThat(generated(module, "tea/TeaQuestion.java"))
			.contains("Its handler returns a {@link io.github.wechatpay4j.api.tea.TeaAnswer}.");
		assertThat(generated(module, "tea/TeaAnswer.java")).contains("@Incubating",
				"record TeaAnswer(String code, Pot pot)", "(this.code != null) ? this.code : \"SUCCESS\"",
				"Required.field(this.pot, \"pot\")");
		assertThat(generated(module, "tea/Pot.java")).contains("Required.field(this.litres, \"litres\")");
		SmallDescription.module(this.directory, "      x-wechatpay-signed-answer: true\n", "");
		Generator.generate(module, false);
		assertThat(generated(module, "ApiNotificationCatalog.java"))
			.contains(".answer(\"io.github.wechatpay4j.api.tea.TeaAnswer\")");
	}

	@Test
	void leavesWhatWouldNotChangeAndDeletesWhatIsStale() throws IOException {
		Path module = SmallDescription.module(this.directory);
		Generator.generate(module, false);
		Path tea = module.resolve(SOURCES + "tea/Tea.java");
		FileTime old = FileTime.fromMillis(1_000_000_000_000L);
		Files.setLastModifiedTime(tea, old);
		Path stale = Files.writeString(module.resolve(SOURCES + "tea/Coffee.java"), "class Coffee {}");
		Generator.generate(module, false);
		assertThat(Files.getLastModifiedTime(tea)).isEqualTo(old);
		assertThat(stale).doesNotExist();
	}

	@Test
	void refusesToChangeAName() throws IOException {
		Path module = SmallDescription.module(this.directory);
		Generator.generate(module, false);
		SmallDescription.module(this.directory, "Teas.order", "Teas.brew");
		assertThatExceptionOfType(DescriptionException.class).isThrownBy(() -> Generator.generate(module, false))
			.withMessageContaining("is 'tea.Teas.order(request)' but would become 'tea.Teas.brew(request)'");
	}

	@Test
	void insistsOnCommittedFilesWhereNothingMayChange() throws IOException {
		Path module = SmallDescription.module(this.directory);
		assertThatIllegalStateException().isThrownBy(() -> Generator.generate(module, true))
			.withMessage("names.lock is not what follows from the description:"
					+ " build wechatpay-api and commit the file");
		Generator.generate(module, false);
		Generator.generate(module, true);
	}

	private String compile(Path module) throws IOException {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		StringWriter messages = new StringWriter();
		try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
				Stream<Path> sources = Files.walk(module.resolve("target/generated-sources"))) {
			List<Path> java = sources.filter((file) -> file.toString().endsWith(".java")).toList();
			List<String> options = List.of("-d", Files.createDirectories(this.directory.resolve("classes")).toString(),
					"-proc:none", "-Xlint:all,-classfile", "-Xdoclint:all,-missing", "-Werror");
			compiler.getTask(messages, files, null, options, null, files.getJavaFileObjectsFromPaths(java)).call();
		}
		return messages.toString();
	}

}
