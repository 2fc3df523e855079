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

package io.github.wechatpay4j.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.wechatpay4j.autoconfigure.WechatPayLimitProperties;
import io.github.wechatpay4j.autoconfigure.WechatPayLimitProperties.Rule;
import io.github.wechatpay4j.simulator.fault.FaultKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.io.ByteArrayResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the documents show is true: examples compile, properties exist, links lead
 * somewhere, both languages say the same.
 */
class DocumentationTests {

	private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

	private static final Pattern BLOCK = Pattern.compile("```(\\w+)\n(.*?)```", Pattern.DOTALL);

	private static final Pattern ROW = Pattern.compile("^\\| `(wechatpay\\.[^`]+)` \\| (.*?) ?\\| ", Pattern.MULTILINE);

	private static final Pattern RULE = Pattern.compile("wechatpay\\.limits\\.rules\\.[^.]+\\.([a-z-]+)");

	private static final Pattern ROW_OF_RULE = Pattern.compile("^\\| `([a-z-]+)` \\|.*\\|.*\\|$", Pattern.MULTILINE);

	private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");

	static Stream<Path> documents() throws IOException {
		try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
			return Stream.concat(docs.filter((path) -> path.toString().endsWith(".md")).toList().stream(),
					Stream.of("README.md", "README.zh-CN.md", "CONTRIBUTING.md").map(ROOT::resolve));
		}
	}

	@ParameterizedTest
	@MethodSource("documents")
	void showsJavaThatIsCompiled(Path document) {
		String compiled = read(Path.of("src/test/java/io/github/wechatpay4j/documentation/ReadmeExamples.java"))
				+ read(Path.of("src/test/java/io/github/wechatpay4j/documentation/DocsExamples.java"));
		assertThat(blocks(document, "java")).allSatisfy((block) -> assertThat(compiled).contains(block));
	}

	@ParameterizedTest
	@MethodSource("documents")
	void showsPropertiesThatExist(Path document) {
		Map<String, String> known = properties();
		for (String block : blocks(document, "yaml")) {
			YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
			yaml.setResources(new ByteArrayResource(block.getBytes(StandardCharsets.UTF_8)));
			assertThat(yaml.getObject().stringPropertyNames()).allSatisfy((name) -> {
				Matcher rule = RULE.matcher(name);
				if (rule.matches()) {
					assertThat(keysOfARule()).contains(rule.group(1));
				}
				else {
					assertThat(known).containsKey(name);
				}
			});
		}
	}

	@ParameterizedTest
	@MethodSource("documents")
	void linksToFilesThatExist(Path document) {
		Matcher links = LINK.matcher(read(document));
		while (links.find()) {
			assertThat(document.resolveSibling(links.group(1))).exists();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "README.md", "README.zh-CN.md" })
	void listsEveryPropertyWithItsDefault(String name) {
		Map<String, String> listed = new TreeMap<>();
		Matcher rows = ROW.matcher(read(ROOT.resolve(name)));
		while (rows.find()) {
			listed.put(rows.group(1), rows.group(2));
		}
		Map<String, String> known = properties();
		assertThat(listed.keySet()).isEqualTo(known.keySet());
		known.forEach((property, value) -> {
			if (!value.isEmpty()) {
				assertThat(listed.get(property)).as(property).isEqualTo("`" + value + "`");
			}
		});
	}

	@Test
	void listsEveryKeyOfARateLimit() {
		assertThat(ROW_OF_RULE.matcher(read(ROOT.resolve("docs/limits.md"))).results().map((row) -> row.group(1)))
			.containsExactlyInAnyOrderElementsOf(keysOfARule());
	}

	@Test
	void showsRateLimitsThatAreUnderstood() {
		YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
		yaml.setResources(new ByteArrayResource(
				blocks(ROOT.resolve("docs/limits.md"), "yaml").get(0).getBytes(StandardCharsets.UTF_8)));
		WechatPayLimitProperties limits = new Binder(new MapConfigurationPropertySource(yaml.getObject()))
			.bind("wechatpay.limits", WechatPayLimitProperties.class)
			.get();
		assertThat(limits.getRules()).containsOnlyKeys("transfers", "nightly-refunds");
		Rule refunds = limits.getRules().get("nightly-refunds");
		assertThat(refunds.getProducts()).containsExactly("Refunds.create");
		assertThat(refunds.getMerchants()).containsExactly("default", "shop-*");
		assertThat(refunds.getPermits()).isEqualTo(600);
		assertThat(refunds.getPeriod()).isEqualTo(Duration.ofMinutes(1));
		assertThat(refunds.getBurst()).isEqualTo(5);
		assertThat(refunds.getMaxWait()).isEqualTo(Duration.ofSeconds(10));
	}

	private static List<String> keysOfARule() {
		return Stream.of(BeanUtils.getPropertyDescriptors(Rule.class))
			.filter((property) -> property.getWriteMethod() != null)
			.map((property) -> DataObjectPropertyName.toDashedForm(property.getName()))
			.toList();
	}

	@Test
	void saysTheSameInBothLanguages() {
		Path english = ROOT.resolve("README.md");
		Path chinese = ROOT.resolve("README.zh-CN.md");
		assertThat(blocks(chinese, "java")).isEqualTo(blocks(english, "java"));
		assertThat(blocks(chinese, "yaml")).isEqualTo(blocks(english, "yaml"));
		assertThat(blocks(chinese, "xml")).isEqualTo(blocks(english, "xml"));
		assertThat(shape(chinese)).isEqualTo(shape(english));
	}

	@Test
	void listsEveryFaultOfTheSimulator() {
		assertThat(FaultKind.values())
			.allSatisfy((kind) -> assertThat(read(ROOT.resolve("docs/simulator.md"))).contains("`" + kind + "`"));
	}

	/** Headings, list items and table rows, without their words. */
	private static List<String> shape(Path document) {
		return read(document).lines()
			.map((line) -> line.replaceAll("^(#+|\\*|\\d+\\.|\\|)? ?.*", "$1"))
			.filter((line) -> !line.isEmpty())
			.toList();
	}

	private static Map<String, String> properties() {
		JsonNode metadata = JsonMapper.shared()
			.readTree(read(Path.of("target/classes/META-INF/spring-configuration-metadata.json")));
		Map<String, String> properties = new TreeMap<>();
		for (JsonNode property : metadata.path("properties")) {
			assertThat(property.path("description").asString("")).as(property.path("name").asString()).isNotEmpty();
			if (property.path("name").asString().startsWith("wechatpay.")) {
				properties.put(property.path("name").asString(), property.path("defaultValue").asString(""));
			}
		}
		return properties;
	}

	private static List<String> blocks(Path document, String language) {
		List<String> blocks = new ArrayList<>();
		Matcher matcher = BLOCK.matcher(read(document));
		while (matcher.find()) {
			if (matcher.group(1).equals(language)) {
				blocks.add(matcher.group(2));
			}
		}
		return blocks;
	}

	private static String read(Path path) {
		try {
			return Files.readString(path);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
