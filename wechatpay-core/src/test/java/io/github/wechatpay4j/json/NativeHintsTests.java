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

package io.github.wechatpay4j.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a native image is told of the types that Jackson reads, writes or makes by
 * reflection.
 */
class NativeHintsTests {

	private static List<String> listed() throws IOException {
		try (InputStream config = NativeHintsTests.class
			.getResourceAsStream("/META-INF/native-image/io.github.wechatpay4j/wechatpay-core/reflect-config.json")) {
			List<String> names = new ArrayList<>();
			for (JsonNode entry : new JsonMapper().readTree(config)) {
				assertThat(entry.get("condition").get("typeReachable")).isEqualTo(entry.get("name"));
				names.add(entry.get("name").stringValue());
			}
			return names;
		}
	}

	@Test
	void nameTypesThatExist() throws IOException {
		assertThat(listed()).isNotEmpty().allSatisfy((name) -> assertThat(Class.forName(name)).isNotNull());
	}

	@Test
	void nameTheWriterOfSensitiveFieldsAndTheEnvelope() throws IOException {
		assertThat(listed()).contains(SensitiveSerializer.class.getName(),
				"io.github.wechatpay4j.notification.Envelope", "io.github.wechatpay4j.notification.Envelope$Resource");
	}

}
