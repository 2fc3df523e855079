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

package io.github.wechatpay4j.api.contract;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.wechatpay4j.api.ModuleTypes;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a native image is told of this module.
 */
class ReflectConfigTests {

	private static List<JsonNode> entries() throws IOException {
		try (InputStream config = ReflectConfigTests.class
			.getResourceAsStream("/META-INF/native-image/io.github.wechatpay4j/wechatpay-api/reflect-config.json")) {
			return List.copyOf(new JsonMapper().readTree(config).values());
		}
	}

	@Test
	void listsTheRecordsOfTheProductsAndNothingElse() throws IOException {
		Set<String> packages = Stream
			.concat(Description.operations().map(DescribedOperation::node),
					Description.components().map(DescribedComponent::node))
			.map(Description::packageOf)
			.collect(Collectors.toSet());
		assertThat(entries()).extracting((entry) -> entry.get("name").stringValue())
			.containsExactlyInAnyOrderElementsOf(ModuleTypes.all()
				.stream()
				.filter((type) -> type.isRecord() && packages.contains(type.getPackageName()))
				.map(Class::getName)
				.toList());
	}

	@Test
	void listsWhatIsDescribed() throws IOException {
		assertThat(entries()).extracting((entry) -> entry.get("name").stringValue())
			.containsAll(Description.operations().map((operation) -> operation.requestType().getName()).toList())
			.containsAll(Description.components().map(DescribedComponent::typeName).toList());
	}

	@Test
	void opensEachRecordWhereItIsReachable() throws IOException {
		assertThat(entries()).allSatisfy((entry) -> {
			assertThat(entry.get("condition").get("typeReachable")).isEqualTo(entry.get("name"));
			assertThat(List.of("allDeclaredConstructors", "allDeclaredMethods", "allDeclaredFields"))
				.allMatch((right) -> entry.get(right).booleanValue());
		});
	}

}
